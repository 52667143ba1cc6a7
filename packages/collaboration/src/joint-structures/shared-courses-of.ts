import type { Excluded } from '../derived/detection.ts';
import { Exclusions } from '../derived/exclusions.ts';
import { pairOf } from '../ties/tie.ts';
import { overlapOf } from '../time/days.ts';
import type { JointSighting } from './joint-structure.ts';
import type { CourseClass, SharedCourses } from './read-shared-courses.ts';

/** An id that so many schools use, or more, is taken from a catalogue: nobody teaches one course at nine schools. */
export const catalogueSchools = 9;

/** A school that gives more than this share of its classes a course id numbers its courses, and names no shared ones. */
export const numberingShare = 0.5;

/**
 * Courses that two schools teach under one shared course id at the same time. Where either school gives most of its
 * classes an id, or the id is at nine schools or more, it may come from shared software or a catalogue: then one person,
 * student or teacher, must be seen in it at both. Not counted, by reason: `same-id-only`, `undated`, `not-at-once`.
 */
export function sharedCoursesOf({ classes, shareWithCourse, peopleInCommon }: SharedCourses): {
  readonly sightings: JointSighting[];
  readonly excluded: Excluded;
} {
  const exclusions = new Exclusions();
  const sightings: JointSighting[] = [];
  for (const [course, list] of byCourse(classes)) {
    const schools = [...new Set(list.map(({ school }) => school))].sort();
    const numbers = (school: string) => (shareWithCourse.get(school) ?? 0) > numberingShare;
    for (const [index, one] of schools.entries()) {
      for (const other of schools.slice(index + 1)) {
        const pair = pairOf(one, other);
        const thing = [course, ...pair].join(' ');
        const inCommon = peopleInCommon.has(thing);
        const suspect = schools.length >= catalogueSchools || numbers(one) || numbers(other);
        if (suspect && !inCommon) {
          exclusions.add('same-id-only', thing);
          continue;
        }
        const both = list.filter(({ school }) => school === one || school === other);
        const found = together(both, one, other);
        if (found.length === 0) {
          exclusions.add(both.some(({ span }) => span === null) ? 'undated' : 'not-at-once', thing);
        }
        for (const { span, evidence } of found) {
          const sign = suspect ? 'people-in-common' : 'shared-course-id';
          sightings.push({ ...span, schools: pair, id: course, kind: 'shared-course', sign, evidence });
        }
      }
    }
  }
  return { sightings, excluded: exclusions.counts() };
}

function byCourse(classes: readonly CourseClass[]): Map<string, CourseClass[]> {
  const courses = new Map<string, CourseClass[]>();
  for (const item of classes) courses.set(item.course, [...(courses.get(item.course) ?? []), item]);
  return courses;
}

/** Each class of one school with each class of the other that is taught on some of the same days. */
function together(classes: readonly CourseClass[], one: string, other: string) {
  return classes.flatMap((left) =>
    classes.flatMap((right) => {
      if (left.school !== one || right.school !== other || left.span === null || right.span === null)
        return [];
      const span = overlapOf(left.span, right.span);
      return span === undefined ? [] : [{ span, evidence: [left.classId, right.classId] }];
    }),
  );
}
