import { academicYearSpan, parseAcademicYear, type Scope } from '@collegial/model';
import type { QueryEngine } from '@collegial/query';
import { requireAgreement } from '../../agreement/require-agreement.ts';
import type { Evidence } from '../../evidence/gather-evidence.ts';
import { schoolsOfScope } from '../../schools/schools-of-scope.ts';
import type { GroupRecords } from '../group-records.ts';
import { readAttainment } from './read-attainment.ts';
import { readFundings } from './read-fundings.ts';
import { readHeadDepartures } from './read-head-departures.ts';
import { readOutsideParts } from './read-outside-parts.ts';
import { readReviews } from './read-reviews.ts';
import { readRoles } from './read-roles.ts';
import { readRoll } from './read-roll.ts';

/** What {@link readGroupRecords} needs to know. */
export interface ReadGroupRecordsOptions {
  readonly scope: Scope;
  /** What was gathered for the period: the agreement under which the records are read is that of the evidence. */
  readonly evidence: Evidence;
  /** First academic year whose departures of heads are wanted. */
  readonly since: number;
  /** Last day that counts, `YYYY-MM-DD`. Default: the end of the period. */
  readonly asOf?: string;
  /** Id of the published measure of attainment. Default `attainment-8`. */
  readonly attainmentMeasure?: string;
  /** Whether results in the store stand in for a measure that was not published. Default true. */
  readonly results?: boolean;
  readonly signal?: AbortSignal;
}

/**
 * Reads what is on record about a group besides its evidence: roles, money, heads who left, reviews, people from
 * outside, roll and attainment. Heads who left on days that no sharing agreement covers are not read.
 *
 * @throws CollegialError `agreement.missing`, `scope.unknown`, `period.invalid`
 */
export async function readGroupRecords(
  engine: QueryEngine,
  options: ReadGroupRecordsOptions,
): Promise<GroupRecords> {
  const { scope, evidence, asOf } = options;
  const query = options.signal === undefined ? {} : { signal: options.signal };
  const academicYear = parseAcademicYear(evidence.period);
  const { from, to: end } = academicYearSpan(academicYear);
  const to = asOf !== undefined && asOf < end ? asOf : end;
  const since = academicYearSpan(Math.min(options.since, academicYear)).from;
  const schools = await schoolsOfScope(engine, { scope, from, to, ...query });
  const { inForce } = await requireAgreement(engine, {
    schools: evidence.schools,
    purpose: 'collaboration',
    from,
    to,
    ...query,
  });
  const reading = { scope, schools, academicYear, since, to, query };
  const named = [...new Set(evidence.ties.flatMap((tie) => tie.fundingId ?? []))].sort();
  return {
    roles: await readRoles(engine, reading),
    fundings: await readFundings(engine, reading, named),
    headDepartures: await readHeadDepartures(engine, reading, inForce),
    reviews: await readReviews(engine, reading),
    outside: await readOutsideParts(engine, reading),
    roll: await readRoll(engine, reading),
    attainment: await readAttainment(engine, reading, {
      measure: options.attainmentMeasure ?? 'attainment-8',
      results: options.results ?? true,
    }),
  };
}
