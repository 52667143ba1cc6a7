import type { IndicatorDefinition } from '@collegial/indicators';
import { type EditionDocument, formatScope, type IndicatorResult, type Scope } from '@collegial/model';
import { type Names, type Spell, schoolsWithin } from '../read/read-places.ts';
import type { ResultsBySchool } from '../read/results-by-school.ts';
import { documentOf } from './document-of.ts';
import { exactFigure } from './exact-figure.ts';

/** What {@link publicDocuments} needs to know. */
export interface PublicDocumentsOptions {
  readonly definitions: readonly IndicatorDefinition[];
  /** Results of trusts and authorities. */
  readonly areas: readonly IndicatorResult[];
  readonly schools: ResultsBySchool;
  /** Spells of schools, by scope as text. */
  readonly spells: ReadonlyMap<string, readonly Spell[]>;
  /** Day on which a school must be a member to be listed. */
  readonly asOf: string;
  readonly names: Names;
  /** Whether a document is wanted. */
  readonly wanted: (scope: Scope) => boolean;
}

const protection = (figures: number) => ({
  rule: 'None: made of figures that were published before; their own suppression is kept.',
  figures,
  suppressed: 0,
});

/** Documents for anyone, of trusts, authorities and schools, from figures that official bodies published. */
export function* publicDocuments(options: PublicDocumentsOptions): Generator<EditionDocument> {
  const { definitions, names, schools, asOf } = options;
  const byScope = new Map<string, IndicatorResult[]>();
  for (const result of options.areas) {
    const key = formatScope(result.scope);
    const known = byScope.get(key);
    if (known === undefined) byScope.set(key, [result]);
    else known.push(result);
  }
  for (const [key, results] of byScope) {
    const scope = (results[0] as IndicatorResult).scope;
    if (!options.wanted(scope)) continue;
    const members = schoolsWithin(options.spells.get(key) ?? [], asOf, asOf)
      .map((id) => ({
        school: { id, name: names.organisation(id) },
        figures: schools.ofSchool(id).map(exactFigure),
      }))
      .filter((member) => member.figures.length > 0);
    const figures = results.map((result) => ({ ...exactFigure(result), spread: result.spread }));
    yield documentOf({
      audience: 'public',
      scope,
      title: names.organisation(scope.id),
      definitions,
      figures,
      members,
      protection: protection(
        figures.length + members.reduce((sum, member) => sum + member.figures.length, 0),
      ),
      notes: [
        'A figure of a year counts the schools that were members on the last day of that academic year.',
        `The schools listed are the members on ${asOf}.`,
        'Means are weighted by the number of students where it is published for at least two thirds of the schools, and are then about those schools; else each school counts once, and the figure is marked unweighted. The spread counts each school once.',
      ],
    });
  }
  for (const id of schools.schools()) {
    const scope: Scope = { kind: 'school', id };
    if (!options.wanted(scope)) continue;
    const figures = schools.ofSchool(id).map(exactFigure);
    yield documentOf({
      audience: 'public',
      scope,
      title: names.organisation(id),
      definitions,
      figures,
      protection: protection(figures.length),
      notes: [],
    });
  }
}
