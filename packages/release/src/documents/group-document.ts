import type { IndicatorDefinition } from '@collegial/indicators';
import type { EditionDocument, PublishedFigure, Scope } from '@collegial/model';
import type { QueryEngine, QueryOptions } from '@collegial/query';
import type { Policy } from '../policy.ts';
import { fewestSchools } from '../protect/group-figures-options.ts';
import { protectGroupFigures } from '../protect/protect-group-figures.ts';
import type { Names, Spell } from '../read/read-places.ts';
import type { ResultsBySchool } from '../read/results-by-school.ts';
import type { ComparedGroups } from './compared-groups.ts';
import { documentOf } from './document-of.ts';
import { groupCollaboration } from './group-collaboration.ts';

/** What {@link groupDocument} needs to know. */
export interface GroupDocumentOptions extends QueryOptions {
  readonly id: string;
  readonly definitions: readonly IndicatorDefinition[];
  readonly results: ResultsBySchool;
  /** Groups whose figures may be compared, by period. */
  readonly compared: ReadonlyMap<string, ComparedGroups>;
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
  const figures: PublishedFigure[] = [];
  const members = new Map<string, PublishedFigure[]>();
  const covered: string[] = [];
  for (const period of periods) {
    const compared = options.compared.get(period);
    const schools = compared?.schools.get(id);
    if (compared === undefined || schools === undefined) continue;
    covered.push(period);
    for (const definition of definitions) {
      const shown = protectGroupFigures({
        definition,
        period,
        threshold: policy.threshold,
        results: results.ofSchools(definition.id, period, schools),
        withheld: compared.withheld(definition.id, id),
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
    names,
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
