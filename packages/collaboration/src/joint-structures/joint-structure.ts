import type { AcademicYear } from '@collegial/model';
import { clip, hull } from '../derived/clip.ts';
import { pairOf } from '../ties/tie.ts';
import { dayText, type Span } from '../time/days.ts';
import type { ObservedYear } from '../time/observed-years.ts';

/** What shows that an id stands for one course or class of two schools, and not for two that bear one number. */
export type JointSign = 'shared-course-id' | 'people-in-common' | 'shared-teacher' | 'shared-students';

/** A course or class of two schools, before it is cut to years. */
export interface JointSighting extends Span {
  readonly schools: readonly [string, string];
  /** Course id, or the id of the class that both teach. */
  readonly id: string;
  readonly kind: 'shared-course' | 'shared-class';
  readonly sign: JointSign;
  /** Ids of the classes. */
  readonly evidence: readonly string[];
}

/** A course or class that two schools teach together in one academic year. */
export interface JointStructure {
  readonly schools: readonly [string, string];
  readonly academicYear: AcademicYear;
  /** As `2023/24`. */
  readonly period: string;
  readonly id: string;
  readonly kind: JointSighting['kind'];
  readonly sign: JointSign;
  /** First and last day in the year, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  readonly evidence: readonly string[];
}

/** Courses and classes of two schools, one line for each pair, id and year. */
export function jointStructures(
  sightings: readonly JointSighting[],
  years: readonly ObservedYear[],
  inForce: readonly Span[],
): JointStructure[] {
  const lines = new Map<
    string,
    { year: ObservedYear; first: JointSighting; days: Span[]; evidence: string[] }
  >();
  for (const sighting of sightings) {
    for (const year of years) {
      const days = clip(sighting, year, inForce);
      if (days.length === 0) continue;
      const key = [year.academicYear, ...pairOf(...sighting.schools), sighting.kind, sighting.id].join(' ');
      const line = lines.get(key) ?? { year, first: sighting, days: [], evidence: [] };
      line.days.push(...days);
      line.evidence.push(...sighting.evidence);
      lines.set(key, line);
    }
  }
  return [...lines]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { year, first, days, evidence }]) => {
      const { from, to } = hull(days);
      const { schools, id, kind, sign } = first;
      const { academicYear, period } = year;
      const span = { from: dayText(from), to: dayText(to - 1) };
      return {
        schools,
        academicYear,
        period,
        id,
        kind,
        sign,
        ...span,
        evidence: [...new Set(evidence)].sort(),
      };
    });
}
