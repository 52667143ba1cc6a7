import { CollegialError, type SharingAgreement } from '@collegial/model';
import { type QueryEngine, sql } from '@collegial/query';
import { dayNumber, mergeSpans, overlapOf, type Span } from '../time/days.ts';

/** What schools may agree to share data for. */
export type Purpose = SharingAgreement['purposes'][number];

/** What {@link requireAgreement} needs to know. */
export interface RequireAgreementOptions {
  /** Ids of the schools whose data is to be read together. */
  readonly schools: readonly string[];
  readonly purpose: Purpose;
  /** First and last day that the analysis must reach into, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  readonly signal?: AbortSignal;
}

/** The agreements under which schools may be read together, and when. */
export interface AgreementCover {
  /** Ids of the agreements, sorted. */
  readonly agreements: readonly string[];
  /** Days on which one of them is in force: nothing outside them may be read. */
  readonly inForce: readonly Span[];
}

interface AgreementRow {
  readonly id: string;
  readonly organisation_ids: readonly string[];
  readonly purposes: readonly string[];
  readonly valid_from: string;
  readonly valid_to: string | null;
}

/**
 * Finds the sharing agreements that name all of some schools for a purpose and are in force on at least one of the
 * days asked for. One agreement must name them all: two agreements that each name some of them do not add up. A single
 * school needs none.
 *
 * @throws CollegialError `agreement.missing`
 *
 * @example
 * ```ts
 * import { requireAgreement } from '@collegial/collaboration';
 *
 * const cover = await requireAgreement(engine, {
 *   schools: ['urn:100001', 'urn:100002'], purpose: 'collaboration', from: '2023-09-01', to: '2024-08-31',
 * });
 * cover.agreements; // ['agreement-1']
 * ```
 */
export async function requireAgreement(
  engine: QueryEngine,
  options: RequireAgreementOptions,
): Promise<AgreementCover> {
  const asked = { from: dayNumber(options.from), to: dayNumber(options.to) + 1 };
  if (options.schools.length < 2) return { agreements: [], inForce: [{ from: -1e6, to: 1e7 }] };
  const rows = await engine.query<AgreementRow>(
    sql`select id, organisation_ids, purposes, valid_from, valid_to from sharing_agreement order by id`,
    options.signal === undefined ? {} : { signal: options.signal },
  );
  const forPurpose = rows.filter((row) => row.purposes.includes(options.purpose));
  const covering = forPurpose.filter(
    (row) =>
      options.schools.every((school) => row.organisation_ids.includes(school)) &&
      overlapOf(inForce(row), asked) !== undefined,
  );
  if (covering.length === 0) throw missing(options, forPurpose);
  return { agreements: covering.map((row) => row.id), inForce: mergeSpans(covering.map(inForce)) };
}

function inForce(row: AgreementRow): Span {
  return {
    from: dayNumber(row.valid_from),
    to: row.valid_to === null ? dayNumber('9999-12-31') : dayNumber(row.valid_to) + 1,
  };
}

function missing(options: RequireAgreementOptions, agreements: readonly AgreementRow[]): CollegialError {
  const unnamed = options.schools.filter(
    (school) => !agreements.some((row) => row.organisation_ids.includes(school)),
  );
  const which =
    unnamed.length === 0
      ? `these ${options.schools.length} schools together`
      : `${unnamed.slice(0, 5).join(', ')}${unnamed.length > 5 ? ` and ${unnamed.length - 5} more` : ''}`;
  return new CollegialError({
    code: 'agreement.missing',
    message: `No sharing agreement for the purpose “${options.purpose}” covers ${which} between ${options.from} and ${options.to}.`,
  });
}
