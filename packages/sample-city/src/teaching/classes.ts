import type { EntityInput } from '@collegial/model';
import { type Day, formatDay } from '../calendar/day.ts';
import type { SchoolYear } from '../calendar/school-year.ts';
import type { Timeline } from '../calendar/timeline.ts';
import type { SchoolKey } from '../places/school-profile.ts';
import { schoolId, schoolProfiles } from '../places/school-profiles.ts';
import { groupBy } from '../random/group-by.ts';
import { createRandom, type Random } from '../random/random.ts';
import type { HeldPost } from '../staff/staff-book.ts';
import type { GuestPlace } from '../students/guest-places.ts';
import { type Stay, yearGroupIn } from '../students/person.ts';
import { inSets, type SubjectName, subjectNames } from './subjects.ts';

/** Classes with their students and teachers. */
export interface Lessons {
  readonly classes: EntityInput<'Class'>[];
  readonly classEnrolments: EntityInput<'ClassEnrolment'>[];
  readonly teaching: EntityInput<'Teaching'>[];
}

interface LessonOptions {
  readonly seed: number;
  readonly timeline: Timeline;
  readonly stays: readonly Stay[];
  readonly posts: readonly HeldPost[];
  readonly guests: readonly GuestPlace[];
}

const classSize = 28;

/** Every school's classes in every year, and the classes that guests of a partner school join. */
export function createLessons({ seed, timeline, stays, posts, guests }: LessonOptions): Lessons {
  const lessons: Lessons = { classes: [], classEnrolments: [], teaching: [] };
  const pupils = groupBy(
    stays.filter(({ status }) => status === 'current' || status === 'main'),
    ({ school }) => school,
  );
  const colleagues = groupBy(posts, ({ school }) => school);
  for (const year of timeline.years) {
    for (const { key } of schoolProfiles) addSchool(key, year);
  }
  for (const { course, position, guest } of guests) addGuest({ course, position, guest });
  return lessons;

  function addSchool(school: SchoolKey, year: SchoolYear): void {
    const [first, last] = [year.openDays[0]!, year.openDays.at(-1)!];
    const present = (pupils.get(school) ?? []).filter(
      ({ from, to }) => from <= last && (to === undefined || to > first),
    );
    const teachers = (colleagues.get(school) ?? []).filter((post) => mayTeach(post, first, last));
    if (present.length === 0 || teachers.length === 0) return;
    const random = createRandom(seed, 'lessons', school, year.year);
    for (const [yearGroup, members] of groupBy(present, ({ person }) => yearGroupIn(person, year.year))) {
      for (const subject of subjectNames) {
        addSets({ school, year, yearGroup, subject, members, teachers, random });
      }
    }
  }

  function addSets(options: SetOptions): void {
    const { school, year, yearGroup, subject, members, teachers, random } = options;
    const sets = Math.ceil(members.length / classSize);
    const setted = inSets.includes(subject);
    const order = setted
      ? members.toSorted((left, right) => right.person.ability - left.person.ability)
      : random.shuffle(members);
    for (let set = 1; set <= sets; set++) {
      const id = classId({ school, year: year.year, yearGroup, subject, set });
      lessons.classes.push({
        id,
        organisationId: schoolId(school),
        name: `${yearGroup}${'abcdefghijklmnopqrstuvwxyz'[(set - 1) % 26]} ${subject}`,
        subjectId: `subject:${subject}`,
        yearGroup,
        set: setted && sets > 1 ? set : null,
      });
      const size = order.length / sets;
      for (const stay of order.slice(Math.round((set - 1) * size), Math.round(set * size))) {
        addMember(id, stay, year);
      }
      addTeacher({ id, subject, teachers, random, lower: set > sets / 2 && sets > 1 });
    }
  }

  function addMember(classId: string, stay: Stay, year: SchoolYear): void {
    const [first, last] = [year.openDays[0]!, year.openDays.at(-1)!];
    lessons.classEnrolments.push({
      id: `${classId}:${stay.enrolmentId}`,
      classId,
      studentId: stay.studentId,
      validFrom: formatDay(Math.max(first, stay.from)),
      validTo: formatDay(Math.min(last, stay.to ?? last)),
    });
  }

  /** Specialists first, but less often for lower sets: a known perverse effect (B13). */
  function addTeacher(options: TeacherOptions): void {
    const { id, subject, teachers, random, lower } = options;
    const specialists = teachers.filter((post) => post.subject === subject);
    const specialist = specialists.length > 0 && random.chance(lower ? 0.75 : 0.97);
    const { staffId } = random.pick(specialist ? specialists : teachers);
    const isSpecialist = teachers.some((post) => post.staffId === staffId && post.subject === subject);
    lessons.teaching.push({ id: `${id}:teacher`, classId: id, staffId, specialist: isSpecialist });
  }

  function addGuest({ course, position, guest }: Pick<GuestPlace, 'course' | 'position' | 'guest'>): void {
    const year = timeline.years[position]!;
    const id = `${course.course}:${year.year}:class`;
    if (!lessons.classes.some((known) => known.id === id)) {
      const first = year.openDays[0]!;
      const last = year.openDays.at(-1)!;
      const teachers = (colleagues.get(course.host) ?? []).filter((post) => mayTeach(post, first, last));
      lessons.classes.push({
        id,
        organisationId: schoolId(course.host),
        name: `10 ${course.subject} with partners`,
        subjectId: `subject:${course.subject}`,
        yearGroup: 10,
        sharedCourseId: course.course,
      });
      const random = createRandom(seed, 'guest-class', id);
      addTeacher({ id, subject: course.subject as SubjectName, teachers, random, lower: false });
      const hosts = (pupils.get(course.host) ?? []).filter(
        ({ person, from, to }) =>
          yearGroupIn(person, year.year) === 10 && from <= first && (to === undefined || to >= last),
      );
      for (const stay of hosts.slice(0, 6)) addMember(id, stay, year);
    }
    addMember(id, guest, year);
  }
}

interface SetOptions {
  readonly school: SchoolKey;
  readonly year: SchoolYear;
  readonly yearGroup: number;
  readonly subject: SubjectName;
  readonly members: readonly Stay[];
  readonly teachers: readonly HeldPost[];
  readonly random: Random;
}

interface TeacherOptions {
  readonly id: string;
  readonly subject: SubjectName;
  readonly teachers: readonly HeldPost[];
  readonly random: Random;
  readonly lower: boolean;
}

function classId(parts: {
  school: string;
  year: number;
  yearGroup: number;
  subject: string;
  set: number;
}): string {
  const { school, year, yearGroup, subject, set } = parts;
  return `class:${school}:${year}:${yearGroup}:${subject}:${set}`;
}

/** In post for the whole year, as a teacher or leader. */
function mayTeach(post: HeldPost, first: Day, last: Day): boolean {
  return (
    post.from <= first + 4 &&
    (post.to === undefined || post.to >= last) &&
    ['teacher', 'middle-leader', 'senior-leader'].includes(post.role) &&
    post.subject !== undefined &&
    post.kind !== 'peripatetic'
  );
}
