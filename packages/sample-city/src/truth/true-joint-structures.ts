import { schoolId } from '../places/school-profiles.ts';
import type { CityStaff } from '../staff/create-staff.ts';
import type { GuestPlace } from '../students/guest-places.ts';
import type { Lessons } from '../teaching/classes.ts';
import type { JointClass } from '../teaching/joint-classes.ts';
import type { TrueJointStructure } from './city-truth.ts';

interface TrueStructuresOptions {
  readonly years: readonly number[];
  readonly guests: readonly GuestPlace[];
  readonly jointClasses: readonly JointClass[];
  readonly lessons: Lessons;
  readonly staff: CityStaff;
}

/**
 * The planned courses and classes of two schools, and the classes for guests that a person of the story teaches who has
 * posts at the host and at the guests' own school: those are taught by both.
 */
export function trueJointStructures(options: TrueStructuresOptions): TrueJointStructure[] {
  const { years, guests, jointClasses, lessons, staff } = options;
  const structures = jointClasses.flatMap(({ plan, position, classIds }): TrueJointStructure[] => {
    const { kind } = plan;
    if (kind !== 'shared-course' && kind !== 'shared-class') return [];
    return plan.homes.map((home) => ({
      schools: pair(schoolId(plan.host), schoolId(home)),
      academicYear: years[position]!,
      kind,
      id: kind === 'shared-course' ? plan.id : classIds[0]!,
    }));
  });
  const byClass = new Map<string, TrueJointStructure>();
  for (const { course, position, home } of guests) {
    const academicYear = years[position]!;
    const id = `${course.course}:${academicYear}:class`;
    const teacher = lessons.teaching.find(({ classId }) => classId === id)?.staffId;
    const shared = staff.shared.some(
      ({ held }) =>
        held.some(({ staffId }) => staffId === teacher) &&
        held.some(
          (post) =>
            post.school === home.school &&
            post.from <= Date.UTC(academicYear + 1, 7, 31) / 86_400_000 &&
            (post.to ?? Infinity) >= Date.UTC(academicYear, 8, 1) / 86_400_000,
        ),
    );
    if (!shared) continue;
    const schools = pair(schoolId(course.host), schoolId(home.school));
    byClass.set(`${id} ${home.school}`, { schools, academicYear, kind: 'shared-class', id });
  }
  return [...structures, ...byClass.values()];
}

function pair(one: string, other: string): [string, string] {
  return one < other ? [one, other] : [other, one];
}
