import { describe, expect, it } from 'vitest';
import { createCity } from '../create-city.ts';

const { truth, dataset } = createCity({ seed: 4, students: 700 });
const byId = <Item extends { id: string }>(items: Iterable<Item>) =>
  new Map([...items].map((item) => [item.id, item]));
const appointments = byId(dataset.Appointment);
const enrolments = byId(dataset.Enrolment);
const classes = byId(dataset.Class);
const links = new Map([...dataset.Student].map(({ id, linkKey }) => [id, linkKey]));
const postsOf = ({ posts }: { posts: readonly { appointmentId: string }[] }) =>
  posts.map(({ appointmentId }) => appointments.get(appointmentId)!);

describe('staff who moved by agreement, and who only look like it', () => {
  it('agreed moves leave home before they begin at the host, with the sign that the truth names', () => {
    expect(new Set(truth.agreedMoves.map(({ sign }) => sign)).size).toBe(3);
    for (const move of truth.agreedMoves) {
      const [before, away] = postsOf(move);
      expect([before!.organisationId, away!.organisationId]).toEqual([move.home, move.host]);
      expect(before!.validTo! < away!.validFrom).toBe(true);
      expect(away!.kind === 'secondment').toBe(move.sign === 'secondment');
      expect(away!.kind).not.toBe('permanent');
    }
  });

  it('the recorded one is confirmed by the school that receives', () => {
    const [move] = truth.agreedMoves.filter(({ sign }) => sign === 'recorded-agreement');
    const [record] = [...dataset.Activity].filter(({ kind }) => kind === 'secondment');
    expect(record!.recordedById).toBe(move!.home);
    expect([...dataset.Confirmation].filter(({ activityId }) => activityId === record!.id)).toMatchObject([
      { organisationId: move!.host, verdict: 'confirmed' },
    ]);
  });

  it('the others are at two schools of one group, one after the other, and come from nowhere else', () => {
    expect(new Set(truth.moveNegatives.map(({ kind }) => kind)).size).toBe(3);
    for (const negative of truth.moveNegatives) {
      const posts = postsOf(negative);
      expect(new Set(posts.map(({ organisationId }) => organisationId)).size).toBe(2);
      for (const [index, { validFrom }] of posts.entries()) {
        if (index > 0) expect(posts[index - 1]!.validTo! < validFrom).toBe(true);
      }
    }
  });
});

describe('places of students', () => {
  it('each is on record at the host, or as a transfer to it', () => {
    const seen = new Set([
      ...[...dataset.Enrolment].map(
        ({ studentId, organisationId }) => `${links.get(studentId)} ${organisationId}`,
      ),
      ...[...dataset.ClassEnrolment].map(
        ({ studentId, classId }) => `${links.get(studentId)} ${classes.get(classId)!.organisationId}`,
      ),
      ...[...dataset.Transfer].map(
        ({ studentId, toOrganisationId }) => `${links.get(studentId)} ${toOrganisationId}`,
      ),
    ]);
    expect(new Set(truth.studentPlaces.map(({ seenAs }) => seenAs)).size).toBe(5);
    for (const { linkKey, home, host } of truth.studentPlaces) {
      expect(home).not.toBe(host);
      expect(seen.has(`${linkKey} ${host}`)).toBe(true);
    }
  });

  it('is listed once for each student, host and year', () => {
    const keys = truth.studentPlaces.map(
      ({ linkKey, host, academicYear }) => `${linkKey} ${host} ${academicYear}`,
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('guests who never came have no mark at the host and none of education elsewhere at home', () => {
    const never = truth.lookalikes.neverAttended.map((id) => enrolments.get(id)!);
    expect(never.length).toBeGreaterThan(0);
    const people = new Set(never.map(({ studentId }) => links.get(studentId)));
    const home = new Set(
      [...enrolments.values()]
        .filter(({ studentId, status }) => people.has(links.get(studentId)) && status === 'current')
        .map(({ id }) => id),
    );
    const [first] = never;
    for (const { enrolmentId, code, date } of dataset.AttendanceMark) {
      if (truth.lookalikes.neverAttended.includes(enrolmentId)) expect.unreachable();
      const then = date >= first!.enteredOn && date <= first!.leftOn!;
      if (then && home.has(enrolmentId)) expect(['B', 'D']).not.toContain(code);
    }
  });
});

describe('classes of two schools', () => {
  const teachers = (classId: string) =>
    [...dataset.Teaching]
      .filter((entry) => entry.classId === classId)
      .map(({ staffId }) => [...appointments.values()].filter((post) => post.staffId === staffId));

  it('a shared course has a class at each', () => {
    const courses = truth.jointStructures.filter(({ kind }) => kind === 'shared-course');
    expect(courses).toHaveLength(2);
    for (const { schools, id, academicYear } of courses) {
      const at = [...classes.values()].filter(
        (item) => item.sharedCourseId === id && item.id.includes(`:${academicYear}:`),
      );
      expect(at.map(({ organisationId }) => organisationId).sort()).toEqual([...schools].sort());
    }
  });

  it('a class number that two schools use has students and teachers of both, and nobody in common', () => {
    expect(truth.lookalikes.collidingClasses).toHaveLength(2);
    for (const id of truth.lookalikes.collidingClasses) {
      const schools = new Set(
        teachers(id).flatMap((posts) => posts.map(({ organisationId }) => organisationId)),
      );
      expect(schools.size).toBe(2);
      expect(teachers(id)).toHaveLength(2);
      expect(classes.get(id)!.sharedCourseId ?? null).toBeNull();
    }
  });

  it('two schools number all their classes alike', () => {
    const numbered = [...classes.values()].filter(({ sharedCourseId }) => /^\d+$/.test(sharedCourseId ?? ''));
    const schools = [...new Set(numbered.map(({ organisationId }) => organisationId))];
    expect(schools).toHaveLength(2);
    const numbers = schools.map(
      (school) =>
        new Set(numbered.filter((item) => item.organisationId === school).map((item) => item.sharedCourseId)),
    );
    const common = [...numbers[0]!].filter((number) => numbers[1]!.has(number));
    expect(common.length).toBeGreaterThan(50);
  });

  it('class lists go on after students left', () => {
    const stale = [...dataset.ClassEnrolment].filter(({ id }) => truth.lookalikes.staleLists.includes(id));
    expect(stale.length).toBeGreaterThan(3);
    for (const { studentId, classId, validFrom } of stale) {
      const school = classes.get(classId)!.organisationId;
      const onRoll = [...enrolments.values()].some(
        (entry) =>
          entry.studentId === studentId &&
          entry.organisationId === school &&
          (entry.leftOn ?? '9999') >= validFrom!,
      );
      expect(onRoll).toBe(false);
    }
  });
});
