import { formatDay } from '../calendar/day.ts';
import type { SchoolYear } from '../calendar/school-year.ts';
import type { Timeline } from '../calendar/timeline.ts';
import type { SchoolKey } from '../places/school-profile.ts';
import { schoolId } from '../places/school-profiles.ts';
import { createRandom } from '../random/random.ts';
import type { HeldPost } from '../staff/staff-book.ts';
import { type Stay, yearGroupIn } from '../students/person.ts';
import { covers } from '../students/population.ts';
import type { Lessons } from './classes.ts';

/** A class or course of two schools, or what looks like one. */
export interface PlannedJointClass {
  readonly kind:
    | 'visited' /** students of a partner in a class that the host alone teaches, without being on its roll */
    | 'shared-course' /** each school has a class of one course */
    | 'shared-class' /** one class with students and teachers of both, one of whom both employ */
    | 'colliding-number' /** two classes of two schools under one number of their timetable software */;
  readonly note: string;
  readonly id: string;
  readonly host: SchoolKey;
  readonly homes: readonly SchoolKey[];
  /** Positions of the years. */
  readonly years: readonly number[];
  /** Students of each home school. */
  readonly places: number;
  /** The person of the story who teaches it. */
  readonly teacher?: string;
}

/** The planned classes. */
export const plannedJointClasses: readonly PlannedJointClass[] = [
  {
    kind: 'visited',
    note: 'Latin after school at B2, open to two partners',
    id: 'twilight:B:latin',
    host: 'B2',
    homes: ['B4', 'B5'],
    years: [1, 2],
    places: 4,
  },
  {
    kind: 'shared-course',
    note: 'Computing, planned together and taught at both',
    id: 'course:B:computing',
    host: 'B1',
    homes: ['B4'],
    years: [1, 2],
    places: 12,
  },
  {
    kind: 'shared-class',
    note: 'Reading together, with the middle leader of English whom both employ',
    id: 'class:D:reading',
    host: 'D2',
    homes: ['D5'],
    years: [2],
    places: 5,
    teacher: 'shared:D:english',
  },
  {
    kind: 'colliding-number',
    note: 'Class 1042 of C1 and class 1042 of C3',
    id: 'timetable:1042',
    host: 'C1',
    homes: ['C3'],
    years: [0],
    places: 12,
  },
  {
    kind: 'colliding-number',
    note: 'Class 2071 of D2 and class 2071 of D6',
    id: 'timetable:2071',
    host: 'D2',
    homes: ['D6'],
    years: [0],
    places: 3,
  },
];

/** Schools whose timetable software gives every class a course number, the same numbers at each. */
export const numberingSchools: readonly SchoolKey[] = ['C3', 'C4'];

/** A planned class with the students of partner schools in it. */
export interface JointClass {
  readonly plan: PlannedJointClass;
  readonly position: number;
  /** Ids of the classes. */
  readonly classIds: readonly string[];
  readonly visitors: readonly Stay[];
}

interface JointClassOptions {
  readonly seed: number;
  readonly timeline: Timeline;
  readonly stays: readonly Stay[];
  readonly posts: readonly HeldPost[];
}

/** Adds the planned classes to the lessons, after all others. */
export function addJointClasses(lessons: Lessons, options: JointClassOptions): JointClass[] {
  const { timeline } = options;
  return plannedJointClasses.flatMap((plan) =>
    plan.years.flatMap((position) => {
      const year = timeline.years[position];
      return year === undefined ? [] : [addClass(lessons, { ...options, plan, position, year })];
    }),
  );
}

interface ClassOptions extends JointClassOptions {
  readonly plan: PlannedJointClass;
  readonly position: number;
  readonly year: SchoolYear;
}

function addClass(lessons: Lessons, options: ClassOptions): JointClass {
  const { plan, position, year } = options;
  const { host, homes, kind } = plan;
  const id = `${plan.id}:${year.year}`;
  const own = studentsOf(host, 8, options);
  const visitors = homes.flatMap((home) => studentsOf(home, plan.places, options));
  if (kind === 'shared-course') {
    const classIds = [host, ...homes].map((school) => `${id}:${school}`);
    for (const [index, school] of [host, ...homes].entries()) {
      const students = index === 0 ? own : visitors.filter((stay) => stay.school === school);
      enterClass(lessons, { id: classIds[index]!, school, course: plan.id, year, students });
      teach(lessons, classIds[index]!, teacherOf(school, options));
    }
    return { plan, position, classIds, visitors: [] };
  }
  enterClass(lessons, { id, school: host, course: undefined, year, students: [...own, ...visitors] });
  const shared = plan.teacher === undefined ? undefined : personOf(plan.teacher, host, options);
  teach(lessons, id, shared ?? teacherOf(host, options));
  if (kind !== 'visited') for (const home of homes) teach(lessons, id, teacherOf(home, options));
  return { plan, position, classIds: [id], visitors };
}

function enterClass(
  lessons: Lessons,
  options: {
    readonly id: string;
    readonly school: SchoolKey;
    readonly course: string | undefined;
    readonly year: SchoolYear;
    readonly students: readonly Stay[];
  },
): void {
  const { id, school, course, year, students } = options;
  lessons.classes.push({
    id,
    organisationId: schoolId(school),
    name: `9 ${id.split(':')[1]}`,
    yearGroup: 9,
    ...(course === undefined ? {} : { sharedCourseId: course }),
  });
  for (const stay of students) {
    lessons.classEnrolments.push({
      id: `${id}:${stay.enrolmentId}`,
      classId: id,
      studentId: stay.studentId,
      validFrom: formatDay(year.openDays[10]!),
      validTo: formatDay(year.openDays.at(-1)!),
    });
  }
}

/** Students of Year 9 who stay the whole year. */
function studentsOf(school: SchoolKey, count: number, options: ClassOptions): Stay[] {
  const { seed, plan, position, year, stays } = options;
  const random = createRandom(seed, 'joint-class', plan.id, school, position);
  const present = stays.filter(
    (stay) =>
      stay.school === school &&
      (stay.status === 'current' || stay.status === 'main') &&
      yearGroupIn(stay.person, year.year) === 9 &&
      covers(stay, year.openDays[0]!) &&
      covers(stay, year.openDays.at(-1)!),
  );
  return random.shuffle(present).slice(0, count);
}

/** Someone who teaches at this school alone, in post for the whole year. */
function teacherOf(school: SchoolKey, { posts, year }: ClassOptions): HeldPost | undefined {
  return posts.find(
    (post) =>
      post.school === school &&
      post.role === 'teacher' &&
      post.kind === 'permanent' &&
      post.person.startsWith(`${school}:teacher:`) &&
      post.from <= year.openDays[0]! &&
      (post.to === undefined || post.to >= year.openDays.at(-1)!) &&
      posts.every((other) => other.person !== post.person || other.school === school),
  );
}

function personOf(person: string, school: SchoolKey, { posts, year }: ClassOptions): HeldPost | undefined {
  const last = year.openDays.at(-1)!;
  return posts.find(
    (post) =>
      post.person === person &&
      post.school === school &&
      post.from <= last &&
      (post.to === undefined || post.to >= last),
  );
}

function teach(lessons: Lessons, classId: string, teacher: HeldPost | undefined): void {
  if (teacher === undefined) return;
  const { staffId } = teacher;
  lessons.teaching.push({ id: `${classId}:${staffId}`, classId, staffId, specialist: true });
}

/** Gives every class of some schools the course number that their software counts up, the same numbers at each. */
export function numberCourses(lessons: Lessons): void {
  for (const school of numberingSchools) {
    const id = schoolId(school);
    let number = 100;
    for (const [index, item] of lessons.classes.entries()) {
      if (item.organisationId !== id || item.sharedCourseId != null) continue;
      number += 1;
      lessons.classes[index] = { ...item, sharedCourseId: String(number) };
    }
  }
}
