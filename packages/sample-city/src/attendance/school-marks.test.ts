import { englandAttendanceCodes, entities } from '@collegial/model';
import { describe, expect, it } from 'vitest';
import { createCity } from '../create-city.ts';

const city = createCity({ seed: 2, students: 400 });
const enrolments = new Map([...city.dataset.Enrolment].map((enrolment) => [enrolment.id, enrolment]));
const marks = [...city.dataset.AttendanceMark];
const seen = (from: string, to: string) =>
  new Set(marks.filter(({ date }) => from <= date && date <= to).map(({ code }) => code));

describe('marks', () => {
  it('pass the schema (every fiftieth is read)', () => {
    const failures = marks
      .filter((_, index) => index % 50 === 0)
      .map((mark) => entities.AttendanceMark.schema.safeParse(mark))
      .filter(({ success }) => !success);
    expect(failures).toEqual([]);
  });

  it('use only codes in force on their date', () => {
    const unknown = marks.filter(({ code, date }) => englandAttendanceCodes.lookup(code, date) === undefined);
    expect(unknown).toEqual([]);
  });

  it('change their codes on 19 August 2024', () => {
    const before = seen('2022-09-01', '2024-08-18');
    const after = seen('2024-08-19', '2025-08-31');
    for (const code of ['Y', 'H', 'J']) {
      expect(before.has(code), code).toBe(true);
      expect(after.has(code), code).toBe(false);
    }
    for (const code of ['C1', 'C2', 'Q', 'J1', 'Y4']) {
      expect(before.has(code), code).toBe(false);
      expect(after.has(code), code).toBe(true);
    }
  });

  it('mark each enrolment once a session, on roll and on open days only', () => {
    const calendars = new Map(
      [...city.dataset.Calendar].map((calendar) => [
        `${calendar.organisationId}/${calendar.academicYear}`,
        calendar,
      ]),
    );
    const isOpen = (organisationId: string, date: string) => {
      const year = Number(date.slice(0, 4)) - (date.slice(5, 7) < '09' ? 1 : 0);
      const { closures = [], terms } = calendars.get(`${organisationId}/${year}`)!;
      const within = ({ from, to }: { from: string; to: string }) => from <= date && date <= to;
      return terms.some(within) && !closures.some(within);
    };
    const days = new Set(marks.map(({ organisationId, date }) => `${organisationId}/${date}`));
    expect([...days].filter((key) => !isOpen(...(key.split('/') as [string, string])))).toEqual([]);
    const offRoll = marks.filter(({ enrolmentId, organisationId, date }) => {
      const { enteredOn, leftOn, organisationId: school } = enrolments.get(enrolmentId)!;
      return organisationId !== school || date < enteredOn || date > (leftOn ?? '9999');
    });
    expect(offRoll).toEqual([]);
    const keys = new Set(marks.map(({ enrolmentId, date, session }) => `${enrolmentId}/${date}/${session}`));
    expect(keys.size).toBe(marks.length);
  });

  it('come in date order from one school, and again when asked again', () => {
    const school = city.schools[5]!;
    const first = [...city.marksOf(school)];
    for (const [index, { date }] of first.entries())
      expect(date >= (first[index - 1]?.date ?? '')).toBe(true);
    expect([...city.marksOf(school)]).toEqual(first);
    expect(first).toEqual(marks.filter(({ organisationId }) => organisationId === school));
  });

  it('end with the school that closes', () => {
    const { organisationId, lastDay } = city.truth.closing;
    const dates = [...city.marksOf(organisationId)].map(({ date }) => date);
    expect(lastDay!.startsWith('2024-07')).toBe(true);
    expect(dates.at(-1)).toBe(lastDay);
    expect(
      [...enrolments.values()].filter((entry) => entry.organisationId === organisationId && !entry.leftOn),
    ).toEqual([]);
  });

  it('say E for every session of a suspension up to the fifth day', () => {
    const { dataset } = city;
    const suspensions = [...dataset.Exclusion].filter(
      ({ kind, sessions }) => kind === 'suspension' && sessions! <= 10,
    );
    const byStudent = new Map<string, typeof marks>();
    for (const mark of marks) {
      const { studentId } = enrolments.get(mark.enrolmentId)!;
      const list = byStudent.get(studentId);
      if (list === undefined) byStudent.set(studentId, [mark]);
      else list.push(mark);
    }
    expect(suspensions.length).toBeGreaterThan(50);
    for (const { studentId, startsOn, endsOn, sessions } of suspensions) {
      const lost = byStudent.get(studentId)!.filter(({ date }) => startsOn <= date && date <= endsOn!);
      expect(lost).toHaveLength(sessions!);
      const codes = new Set(lost.map(({ code }) => code));
      // An unplanned closure and a course elsewhere go before.
      for (const code of ['Y', 'Y4', 'B', 'D']) codes.delete(code);
      expect([...codes].every((code) => code === 'E')).toBe(true);
    }
  });

  it('mark guests on Wednesday afternoons, where their own school writes B', () => {
    const ids = new Set(city.truth.sharedPlaces.flatMap(({ enrolmentIds }) => enrolmentIds));
    const guests = marks.filter(({ enrolmentId }) => ids.has(enrolmentId));
    expect(guests.length).toBeGreaterThan(200);
    const students = new Map([...city.dataset.Student].map(({ id, linkKey }) => [id, linkKey!]));
    const link = (enrolmentId: string) => students.get(enrolments.get(enrolmentId)!.studentId)!;
    const home = new Map(
      marks
        .filter(({ enrolmentId, session }) => session === 'PM' && !ids.has(enrolmentId))
        .map((mark) => [`${link(mark.enrolmentId)}/${mark.date}`, mark.code]),
    );
    for (const { enrolmentId, date, session } of guests) {
      expect(session).toBe('PM');
      expect(new Date(`${date}T00:00:00Z`).getUTCDay()).toBe(3);
      expect(['B', 'Y', 'Y4', 'E']).toContain(home.get(`${link(enrolmentId)}/${date}`));
    }
  });
});
