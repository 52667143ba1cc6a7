import { requireAgreement } from '@collegial/collaboration';
import type { IndicatorDefinition } from '@collegial/indicators';
import {
  academicYearSpan,
  type EditionDocument,
  type PublishedFigure,
  parseAcademicYear,
  type Scope,
} from '@collegial/model';
import type { QueryEngine, QueryOptions } from '@collegial/query';
import type { Policy } from '../policy.ts';
import { fewestSchools } from '../protect/group-figures-options.ts';
import { protectGroupFigures } from '../protect/protect-group-figures.ts';
import { type Names, type Spell, schoolsWithin } from '../read/read-places.ts';
import type { ResultsBySchool } from '../read/results-by-school.ts';
import { documentOf } from './document-of.ts';
import { groupCollaboration } from './group-collaboration.ts';
import { whenAgreed } from './when-agreed.ts';

/** What {@link groupDocument} needs to know. */
export interface GroupDocumentOptions extends QueryOptions {
  readonly id: string;
  readonly definitions: readonly IndicatorDefinition[];
  readonly results: ResultsBySchool;
  readonly spells: readonly Spell[];
  readonly names: Names;
  readonly periods: readonly string[];
  readonly asOf: string;
  readonly policy: Policy;
}

/**
 * The document of a group for its schools: figures of the group and of its schools where an agreement for students'
 * experience or comparison covers those that take part, and collaboration where one for collaboration does. `undefined`
 * when neither does.
 */
export async function groupDocument(
  engine: QueryEngine,
  options: GroupDocumentOptions,
): Promise<EditionDocument | undefined> {
  const { id, definitions, results, names, periods, policy, asOf } = options;
  const query = options.signal === undefined ? {} : { signal: options.signal };
  const scope: Scope = { kind: 'group', id };
  const spells = options.spells.filter((spell) => spell.takesPart);
  const figures: PublishedFigure[] = [];
  const members = new Map<string, PublishedFigure[]>();
  const covered: string[] = [];
  for (const period of periods) {
    const { from, to } = academicYearSpan(parseAcademicYear(period));
    const schools = schoolsWithin(spells, from, to);
    if (!(await mayCompare(engine, { schools, from, to, ...query }))) continue;
    covered.push(period);
    for (const definition of definitions) {
      const ofSchools = new Map(schools.map((school) => [school, results.of(definition.id, period, school)]));
      const shown = protectGroupFigures({
        definition,
        period,
        threshold: policy.threshold,
        results: ofSchools,
      });
      figures.push(...shown.group);
      for (const [school, list] of shown.members) {
        if (list.length > 0) members.set(school, [...(members.get(school) ?? []), ...list]);
      }
    }
  }
  const { collaboration, suppressed, notes } = await groupCollaboration(engine, {
    scope,
    periods,
    asOf,
    threshold: policy.threshold,
    ...query,
  });
  if (covered.length === 0 && collaboration === null) return undefined;
  const all = [...figures, ...[...members.values()].flat()];
  const declined = new Set(
    options.spells.filter((spell) => !spell.takesPart).map((spell) => spell.organisationId),
  );
  return documentOf({
    audience: 'group',
    scope,
    title: names.group(id),
    definitions,
    figures,
    members: [...members]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([school, list]) => ({
        school: { id: school, name: names.organisation(school) },
        figures: list,
      })),
    collaboration,
    protection: {
      rule: `Policy ${policy.version}: counts of 1 to ${policy.threshold - 1} students, what would give them back, and everything between fewer than ${fewestSchools} schools is hidden.`,
      figures: all.length,
      suppressed: all.filter((figure) => figure.symbol === 'c').length + suppressed,
    },
    notes: [
      ...without(periods, covered, 'figures about students', 'students’ experience or comparison'),
      ...without(
        periods,
        (collaboration?.pairs ?? []).map((pair) => pair.period),
        'collaboration',
        'collaboration',
      ),
      ...(declined.size > 0
        ? [`${declined.size} of the schools placed in the group do not take part and are not included.`]
        : []),
      ...notes,
    ],
  });
}

/** One school alone has nobody to agree with, and nobody to be compared with. */
async function mayCompare(
  engine: QueryEngine,
  span: { schools: readonly string[]; from: string; to: string; signal?: AbortSignal },
): Promise<boolean> {
  if (span.schools.length < 2) return false;
  for (const purpose of ['student-experience', 'comparison'] as const) {
    if ((await whenAgreed(() => requireAgreement(engine, { ...span, purpose }))) !== undefined) return true;
  }
  return false;
}

function without(
  periods: readonly string[],
  covered: readonly string[],
  what: string,
  purpose: string,
): string[] {
  const missing = periods.filter((period) => !covered.includes(period));
  return missing.length === 0
    ? []
    : [`No agreement for ${purpose} covers the group in ${missing.join(', ')}: no ${what} of those years.`];
}
