import {
  type AcademicYear,
  academicYearSpan,
  CollegialError,
  formatAcademicYear,
  parseAcademicYear,
} from '@collegial/model';
import type { QueryEngine } from '@collegial/query';
import { type CollaborationOptions, type Evidence, gatherEvidence } from '../evidence/gather-evidence.ts';
import type { YearOfTies } from './group-records.ts';

/** The year of some evidence by itself, without the year before it. */
export function yearOfTies(evidence: Evidence, asOf?: string): YearOfTies {
  const academicYear = parseAcademicYear(evidence.period);
  return {
    academicYear,
    schools: evidence.schools,
    ties: evidence.ties.filter((tie) => tie.academicYear === academicYear),
    complete: asOf === undefined || asOf >= academicYearSpan(academicYear).to,
  };
}

/**
 * The years before some evidence, each with the schools that took part in it, as far back as an agreement covers them
 * without a gap; the year of the evidence comes last.
 */
export async function observedHistory(
  engine: QueryEngine,
  options: CollaborationOptions,
  evidence: Evidence,
  yearsBefore: number,
): Promise<YearOfTies[]> {
  const years = [yearOfTies(evidence, options.asOf)];
  const academicYear = parseAcademicYear(evidence.period);
  for (let year: AcademicYear = academicYear - 1; year >= academicYear - yearsBefore; year--) {
    const earlier = await gathered(engine, { ...options, period: formatAcademicYear(year), yearsBack: 1 });
    if (earlier === undefined) break;
    years.unshift(yearOfTies(earlier, options.asOf));
  }
  return years;
}

async function gathered(engine: QueryEngine, options: CollaborationOptions): Promise<Evidence | undefined> {
  try {
    return await gatherEvidence(engine, options);
  } catch (error) {
    const uncovered = ['agreement.missing', 'scope.unknown'];
    if (CollegialError.isInstance(error) && uncovered.includes(error.code)) return undefined;
    throw error;
  }
}
