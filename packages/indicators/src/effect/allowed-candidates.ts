import { academicYearSpan, CollegialError } from '@collegial/model';
import { type QueryEngine, type QueryOptions, sql } from '@collegial/query';

/** Whom the schools of the groups may be compared with. */
export interface AllowedCandidates {
  readonly agreements: readonly string[];
  readonly schools: ReadonlySet<string>;
}

/** What {@link allowedCandidates} takes. */
export interface AllowedCandidatesOptions {
  readonly joined: readonly string[];
  readonly candidates: readonly string[];
  /** Last academic year that is looked at. */
  readonly year: number;
}

/**
 * The candidates that one sharing agreement for comparison names beside all schools of the groups, and that is in force in the last year looked at. Of several such
 * agreements the one that allows most: two that each name some do not add up.
 *
 * @throws CollegialError `agreement.missing` when none names all schools of the groups
 */
export async function allowedCandidates(
  engine: QueryEngine,
  { joined, candidates, year }: AllowedCandidatesOptions,
  options: QueryOptions,
): Promise<AllowedCandidates> {
  const { from, to } = academicYearSpan(year);
  const rows = await engine.query<{
    id: string;
    organisation_ids: readonly string[];
    purposes: readonly string[];
  }>(
    sql`select id, organisation_ids, purposes from sharing_agreement
      where valid_from <= cast(${to} as date) and (valid_to is null or valid_to >= cast(${from} as date)) order by id`,
    options,
  );
  const covering = rows
    .filter(({ purposes }) => purposes.includes('comparison'))
    .filter(({ organisation_ids: named }) => joined.every((school) => named.includes(school)))
    .map(({ id, organisation_ids: named }) => ({
      id,
      schools: candidates.filter((school) => named.includes(school)),
    }))
    .sort((a, b) => b.schools.length - a.schools.length);
  const [widest] = covering;
  if (widest === undefined)
    throw new CollegialError({
      code: 'agreement.missing',
      message: `No sharing agreement for the purpose “comparison” names all ${joined.length} schools of the groups between ${from} and ${to}.`,
      fix: 'Add such an agreement, or look at published figures, which need none.',
    });
  return { agreements: [widest.id], schools: new Set(widest.schools) };
}
