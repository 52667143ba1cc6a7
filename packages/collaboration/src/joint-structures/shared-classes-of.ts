import { isOwnOrFormer } from '../cross-school-classes/own-or-former.ts';
import type { Membership } from '../cross-school-classes/read-memberships.ts';
import { hull } from '../derived/clip.ts';
import type { Excluded } from '../derived/detection.ts';
import { Exclusions } from '../derived/exclusions.ts';
import { isMain, type RollEntry } from '../shared-places/read-rolls.ts';
import { pairOf } from '../ties/tie.ts';
import { overlapOf, type Span } from '../time/days.ts';
import type { JointSighting, JointSign } from './joint-structure.ts';
import type { ClassTeacher, VisitedClass } from './read-class-teachers.ts';

/** What {@link sharedClassesOf} needs to know. */
export interface SharedClassesOptions {
  readonly memberships: readonly Membership[];
  /** Every enrolment, by person. */
  readonly rolls: ReadonlyMap<string, readonly RollEntry[]>;
  readonly classes: ReadonlyMap<string, VisitedClass>;
  readonly teachers: readonly ClassTeacher[];
}

/** Classes of two schools, and those that only look like it. */
export interface SharedClasses {
  readonly sightings: JointSighting[];
  readonly excluded: Excluded;
  /** True for a class id that two schools use for two classes, as when both number theirs from one. */
  readonly isCollision: (classId: string, home: string) => boolean;
}

/**
 * Classes that two schools teach: students of both are in one class, and teachers of both teach it. An id alone does not
 * show that: software that numbers classes gives two schools the same numbers, and a store then holds both lists under
 * one. So one of three must speak for it: the class has a shared course id, one of its teachers holds posts at both
 * schools, or one of its visiting students is on the host's roll. Else the id is `same-id-only`, and the students on its
 * list have no places either. A class that the host's teachers alone give is no joint structure: its visitors have places.
 */
export function sharedClassesOf(options: SharedClassesOptions): SharedClasses {
  const exclusions = new Exclusions();
  const collisions = new Set<string>();
  const sightings: JointSighting[] = [];
  const teachersOf = groupBy(options.teachers, ({ classId }) => classId);
  for (const [, visits] of groupBy(visitsOf(options), ({ classId, home }) => `${classId} ${home}`)) {
    const { classId, home, host, hasCourseId } = visits[0] as Visit;
    const span = hull(visits);
    const teachers = (teachersOf.get(classId) ?? []).filter((post) => overlapOf(post, span) !== undefined);
    const at = (school: string) =>
      new Set(teachers.filter((post) => post.school === school).map(({ person }) => person));
    const [atHost, atHome] = [at(host), at(home)];
    if (atHome.size === 0) continue;
    const sign: JointSign | undefined = hasCourseId
      ? 'shared-course-id'
      : [...atHome].some((person) => atHost.has(person))
        ? 'shared-teacher'
        : visits.some(({ onRoll }) => onRoll)
          ? 'shared-students'
          : undefined;
    if (sign === undefined) {
      collisions.add(`${classId} ${home}`);
      exclusions.add('same-id-only', `${classId} ${home}`);
      continue;
    }
    sightings.push({
      ...span,
      schools: pairOf(home, host),
      id: classId,
      kind: 'shared-class',
      sign,
      evidence: [classId],
    });
  }
  return {
    sightings,
    excluded: exclusions.counts(),
    isCollision: (classId, home) => collisions.has(`${classId} ${home}`),
  };
}

interface Visit extends Span {
  readonly classId: string;
  readonly hasCourseId: boolean;
  readonly host: string;
  readonly home: string;
  /** True when the student is a guest or dually registered at the host. */
  readonly onRoll: boolean;
}

/** Students in classes of a school at which they are not, on those days, on the main roll. */
function visitsOf({ memberships, rolls, classes }: SharedClassesOptions): Visit[] {
  return memberships.flatMap(({ classId, person, host, span }) => {
    if (span === null) return [];
    const now = (rolls.get(person) ?? []).filter((entry) => overlapOf(entry, span) !== undefined);
    if (isOwnOrFormer(rolls.get(person) ?? [], host, span)) return [];
    const onRoll = now.some((entry) => entry.school === host);
    const hasCourseId = classes.get(classId)?.hasCourseId ?? false;
    return now.flatMap((entry) => {
      const days = overlapOf(entry, span);
      if (!isMain(entry) || entry.school === host || days === undefined) return [];
      return [{ ...days, classId, hasCourseId, host, home: entry.school, onRoll }];
    });
  });
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const known = groups.get(keyOf(item));
    if (known === undefined) groups.set(keyOf(item), [item]);
    else known.push(item);
  }
  return groups;
}
