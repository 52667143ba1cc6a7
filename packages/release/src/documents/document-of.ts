import { type IndicatorDefinition, indicatorCard } from '@collegial/indicators';
import { type Audience, type EditionDocument, editionSchemaVersion, type Scope } from '@collegial/model';
import type { Names } from '../read/read-places.ts';

/** Collaboration before the names of its schools are put to it. */
export type Collaboration = Omit<NonNullable<EditionDocument['collaboration']>, 'schools'>;

/** What a document is made from; the rest follows. */
export interface DocumentParts extends Pick<EditionDocument, 'title' | 'figures'> {
  readonly audience: Audience;
  readonly scope: Scope;
  readonly definitions: readonly IndicatorDefinition[];
  readonly members?: EditionDocument['members'];
  readonly collaboration?: Collaboration | null;
  /** Names of the schools that the collaboration is between. */
  readonly names?: Pick<Names, 'organisation'>;
  readonly protection: EditionDocument['protection'];
  readonly notes: readonly string[];
}

/** A document of an edition: cards only for the indicators, and periods only of the figures, that it holds. */
export function documentOf(parts: DocumentParts): EditionDocument {
  const { audience, scope, title, definitions, figures, members = [], collaboration = null } = parts;
  const all = [...figures, ...members.flatMap((member) => member.figures)];
  const used = new Set(all.map((figure) => figure.indicator));
  const periods = new Set(all.map((figure) => figure.period));
  for (const { period } of [...(collaboration?.ledger ?? []), ...(collaboration?.pairs ?? [])])
    periods.add(period);
  return {
    schemaVersion: editionSchemaVersion,
    audience,
    scope,
    title,
    periods: [...periods].sort(),
    indicators: definitions.filter((definition) => used.has(definition.id)).map(indicatorCard),
    figures,
    members,
    collaboration:
      collaboration === null ? null : { schools: schoolsOf(collaboration, parts.names), ...collaboration },
    protection: parts.protection,
    notes: parts.notes,
  };
}

function schoolsOf({ ledger, pairs }: Collaboration, names: DocumentParts['names']) {
  const ids = new Set([
    ...pairs.flatMap(({ schools }) => schools),
    ...ledger.flatMap(({ provider, recipient }) => [provider, recipient]),
  ]);
  return [...ids].sort().map((id) => ({ id, name: names?.organisation(id) ?? id }));
}
