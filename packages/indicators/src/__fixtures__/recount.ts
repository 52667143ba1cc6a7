import { academicYearOf, englandAttendanceCodes, type EntityInput, gradeOf, gradeScheme } from '@collegial/model';
import type { RandomCity } from './random-city.ts';

/**
 * An independent count of the academic year 2023/24, student by student and in plain loops: the oracle that the SQL is held against. Shares no
 * code with it but the code sets and grade schemes of the model.
 */
export interface Recount {
  attended: number;
  possible: number;
  persistent: number;
  enrolments: number;
  goodFive: number;
  anyFive: number;
  cohort: number;
  /** Attainment 8 of each student of the cohort. */
  scores: number[];
  withResults: number;
}

export function recount(city: RandomCity, schools: readonly string[]): Recount {
  const count: Recount = { attended: 0, possible: 0, persistent: 0, enrolments: 0, goodFive: 0, anyFive: 0, cohort: 0, scores: [], withResults: 0 };
  for (const enrolment of city.Enrolment) {
    if (!schools.includes(enrolment.organisationId) || enrolment.status === 'guest') continue;
    let attended = 0;
    let absent = 0;
    for (const mark of city.AttendanceMark) {
      if (mark.enrolmentId !== enrolment.id) continue;
      const meaning = englandAttendanceCodes.lookup(mark.code, mark.date)?.meaning.statistical;
      if (meaning === 'present' || meaning === 'approved-activity') attended += 1;
      if (meaning === 'authorised' || meaning === 'unauthorised') absent += 1;
    }
    if (attended + absent > 0) {
      count.enrolments += 1;
      count.attended += attended;
      count.possible += attended + absent;
      if (absent / (attended + absent) >= 0.1 - 1e-12) count.persistent += 1;
    }
    const registered = enrolment.status === 'current' || enrolment.status === 'main';
    const there = enrolment.leftOn === null || (enrolment.leftOn ?? '') >= '2024-01-16';
    if (registered && there && enrolment.yearGroup === 11) {
      const best = bestResults(city, enrolment.studentId);
      count.cohort += 1;
      count.withResults += best.length > 0 ? 1 : 0;
      count.goodFive += best.reduce((sum, { good }) => sum + good, 0) >= 5 ? 1 : 0;
      count.anyFive += best.reduce((sum, { any }) => sum + any, 0) >= 5 ? 1 : 0;
      count.scores.push(attainment8(best));
    }
  }
  return count;
}

interface Best {
  readonly slot: string;
  readonly size: number;
  readonly points: number;
  readonly good: number;
  readonly any: number;
}

function bestResults(city: RandomCity, studentId: string): Best[] {
  const byCode = new Map<string, Best>();
  for (const assessment of city.Assessment) {
    const year = academicYearOf(assessment.takenOn);
    if (assessment.studentId !== studentId || year > 2023 || year < 2021) continue;
    const scheme = gradeScheme(assessment.gradeScheme)!;
    const grade = gradeOf(scheme, assessment.grade);
    const qualification = city.Qualification.find(({ id }) => id === assessment.qualificationId) as EntityInput<'Qualification'>;
    if (grade?.attainment8Points === undefined) continue;
    const single = assessment.grade.split('-').map(Number);
    const atLeast = (gate: string) => grade.rank >= gradeOf(scheme, gate)!.rank;
    const good =
      scheme.size === 2 ? single.filter((one) => one >= 4).length : atLeast(scheme.goodPass!) ? qualification.size : 0;
    const any = scheme.size === 2 ? single.filter((one) => one >= 1).length : atLeast(scheme.anyPass!) ? qualification.size : 0;
    const found = { slot: qualification.slot, size: qualification.size, points: grade.attainment8Points, good, any };
    const known = byCode.get(qualification.discountCode!);
    if (known === undefined || found.points > known.points) byCode.set(qualification.discountCode!, found);
  }
  return [...byCode.values()];
}

function attainment8(best: readonly Best[]): number {
  const inSlot = (slot: string) =>
    best
      .filter((one) => one.slot === slot)
      .flatMap(({ points, size }) => Array<number>(size).fill(points))
      .sort((a, b) => b - a);
  const sum = (points: readonly number[]) => points.reduce((total, one) => total + one, 0);
  const english = [...inSlot('english-language').slice(0, 1), ...inSlot('english-literature').slice(0, 1)].sort((a, b) => b - a);
  const doubled = english.length === 2 ? 2 : 1;
  const ebacc = inSlot('ebacc');
  const open = [...inSlot('open'), ...ebacc.slice(3), ...english.slice(1)].sort((a, b) => b - a);
  return doubled * (english[0] ?? 0) + 2 * (inSlot('mathematics')[0] ?? 0) + sum(ebacc.slice(0, 3)) + sum(open.slice(0, 3));
}
