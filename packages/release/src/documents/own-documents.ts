import type { IndicatorDefinition } from '@collegial/indicators';
import type { EditionDocument } from '@collegial/model';
import type { Names } from '../read/read-places.ts';
import type { ResultsBySchool } from '../read/results-by-school.ts';
import { type Collaboration, documentOf } from './document-of.ts';
import { exactFigure } from './exact-figure.ts';

/** What {@link ownDocuments} needs to know. */
export interface OwnDocumentsOptions {
  readonly definitions: readonly IndicatorDefinition[];
  /** Exact results about schools, from the schools' own records and from published figures. */
  readonly results: ResultsBySchool;
  /** Schools to write a document for. */
  readonly schools: readonly string[];
  readonly names: Names;
  /** Documents of groups, from which each school's own collaboration is taken as the group sees it. */
  readonly groups: readonly EditionDocument[];
}

/** A document for each school about itself: exact aggregates, and what it gave and received in its groups. */
export function* ownDocuments(options: OwnDocumentsOptions): Generator<EditionDocument> {
  const { definitions, results, schools, names, groups } = options;
  const spreads = new Set(
    definitions.filter(({ kind }) => kind.kind === 'area' && kind.rows === 'people').map(({ id }) => id),
  );
  for (const school of schools) {
    const figures = results
      .ofSchool(school)
      .filter((result) => !spreads.has(result.indicator))
      .map(exactFigure);
    yield documentOf({
      audience: 'own',
      scope: { kind: 'school', id: school },
      title: names.organisation(school),
      definitions,
      figures,
      collaboration: ownCollaboration(school, groups),
      names,
      protection: { rule: 'Exact: a school about itself.', figures: figures.length, suppressed: 0 },
      notes: ['Exact figures, for the school itself: not for publication.'],
    });
  }
}

function ownCollaboration(school: string, groups: readonly EditionDocument[]): Collaboration | null {
  const mine = groups.flatMap(({ collaboration }) => (collaboration === null ? [] : [collaboration]));
  const ledger = distinct(
    mine
      .flatMap((group) => group.ledger)
      .filter(({ provider, recipient }) => provider === school || recipient === school),
  );
  const pairs = distinct(
    mine.flatMap((group) => group.pairs).filter(({ schools }) => schools.includes(school)),
  );
  return pairs.length === 0 ? null : { ledger, pairs };
}

/** Two groups with the same two schools see the same evidence. */
function distinct<Item>(items: readonly Item[]): Item[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
