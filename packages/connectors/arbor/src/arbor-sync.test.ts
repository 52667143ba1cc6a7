import type { EntityInput } from '@collegial/model';
import { englandAttendanceCodes } from '@collegial/model';
import type { Store } from '@collegial/store';
import type { SyncReport } from '@collegial/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  atSchool,
  city,
  marks,
  newStore,
  school,
  schoolServer,
  syncSchool,
  tableOf,
} from './__fixtures__/city-school.ts';

const { dataset } = city;
const server = schoolServer();
let store: Store;
let report: SyncReport;

beforeAll(async () => {
  store = await newStore();
  report = await syncSchool(server, store);
}, 60_000);

const sorted = (rows: Iterable<unknown>) => [...rows].map((row) => JSON.stringify(row)).sort();

describe('a school', () => {
  it('is read whole, with nothing set aside', () => {
    expect(report.streams.map(({ stream, status, error }) => [stream, error ?? status])).toEqual(
      report.streams.map(({ stream }) => [stream, 'complete']),
    );
    expect(
      report.streams.flatMap(({ quarantineBy, drift, unmapped, stream }) =>
        quarantineBy.length + Object.keys(drift).length + unmapped.length > 0
          ? [[stream, quarantineBy, drift, unmapped]]
          : [],
      ),
    ).toEqual([]);
  });

  it('keeps students, stays, entry, exit, status and year group', async () => {
    const enrolments = atSchool(dataset.Enrolment);
    const sent = enrolments.map(({ status, enteredOn, leftOn, exitReason, yearGroup, yearGroupIn }) => [
      school,
      status,
      enteredOn,
      leftOn ?? null,
      exitReason ?? null,
      (yearGroup ?? 0) - (yearGroupIn ?? 0),
    ]);
    const loaded = await tableOf(store, 'enrolment');
    expect(
      sorted(
        loaded.map((row) => [
          row.organisation_id,
          row.status,
          row.entered_on,
          row.left_on,
          row.exit_reason,
          Number(row.year_group) - Number(row.year_group_in),
        ]),
      ),
    ).toEqual(sorted(sent));
    expect(loaded.length).toBeGreaterThan(10);
    const students = new Map([...dataset.Student].map((student) => [student.id, student]));
    const born = [...new Set(enrolments.map(({ studentId }) => studentId))].map((id) => {
      const birthday = city.people.birthDateOf(id);
      return [students.get(id)?.sex ?? null, Number(birthday.slice(0, 4)), Number(birthday.slice(5, 7))];
    });
    const people = await tableOf(store, 'student');
    expect(sorted(people.map((row) => [row.sex, row.birth_year, row.birth_month]))).toEqual(sorted(born));
    expect(people.every(({ link_key }) => typeof link_key === 'string')).toBe(true);
    expect(new Set(loaded.map((row) => row.student_id))).toEqual(new Set(people.map(({ id }) => id)));
  });

  it('keeps what the registers say, with law and statistics apart', async () => {
    const loaded = await store.query({
      text: `select m.day, m.session, c.code, m.meaning, m.legal, m.stated, m.minutes_late from data.attendance_mark m join data.attendance_code c using (code_no)`,
      parameters: [],
    });
    const meanings = [null, 'present', 'approved-activity', 'authorised', 'unauthorised', 'not-possible'];
    const said = marks.map(({ date, session, code, minutesLate }) => [
      date,
      session,
      code,
      englandAttendanceCodes.lookup(code, date)?.meaning.statistical ?? null,
      minutesLate ?? null,
    ]);
    expect(
      sorted(
        loaded.map((row) => [
          row.day,
          row.session === 0 ? 'AM' : 'PM',
          row.code,
          meanings[Number(row.meaning)],
          row.minutes_late,
        ]),
      ),
    ).toEqual(sorted(said));
    expect(loaded.length).toBe(marks.length);
    // Both meanings are stated by Arbor wherever its flags tell.
    expect(loaded.filter(({ stated }) => (Number(stated) & 1) === 1).length).toBe(loaded.length);
  });

  it('keeps characteristics with their days, as far as Arbor has them', async () => {
    const here = new Set(atSchool(dataset.Enrolment).map(({ studentId }) => studentId));
    const rows = [...dataset.StudentCharacteristic].filter(({ studentId }) => here.has(studentId));
    const dated = (kinds: readonly string[], only?: string) =>
      rows.filter(({ kind, value }) => kinds.includes(kind) && (only === undefined || value === only));
    const expected = [
      ...dated(['sen', 'looked-after']),
      ...dated(['disadvantaged', 'free-school-meals'], 'yes'),
    ].map(({ kind, value, validFrom, validTo }) => [kind, value, validFrom ?? null, validTo ?? null]);
    const loaded = (await tableOf(store, 'student_characteristic')).map((row) => [
      row.kind,
      row.value,
      row.valid_from,
      row.valid_to,
    ]);
    expect(sorted(loaded.filter(([kind]) => kind !== 'ethnicity'))).toEqual(sorted(expected));
    expect(expected.length).toBeGreaterThan(20);
    expect(sorted(loaded.filter(([kind]) => kind === 'ethnicity').map(([, value]) => value))).toEqual(
      sorted(dated(['ethnicity']).map(({ value }) => value)),
    );
  });

  it('keeps posts, classes, who is in them and who leads them', async () => {
    const posts = atSchool(dataset.Appointment).map(({ role, kind, fte, validFrom, validTo }) => [
      role,
      kind,
      fte ?? null,
      validFrom,
      validTo ?? null,
    ]);
    const loaded = await tableOf(store, 'appointment');
    expect(
      sorted(
        loaded.map((row) => [
          row.role,
          row.kind,
          row.fte === null ? null : Number(row.fte),
          row.valid_from,
          row.valid_to,
        ]),
      ),
    ).toEqual(sorted(posts));
    const classes = atSchool(dataset.Class);
    const ids = new Set(classes.map(({ id }) => id));
    expect(sorted((await tableOf(store, 'class')).map((row) => [row.name, row.year_group]))).toEqual(
      sorted(classes.map(({ name, yearGroup }) => [name, yearGroup ?? null])),
    );
    const members = [...dataset.ClassEnrolment].filter(({ classId }) => ids.has(classId));
    expect(await tableOf(store, 'class_enrolment')).toHaveLength(members.length);
    expect(await tableOf(store, 'teaching')).toHaveLength(
      [...dataset.Teaching].filter(({ classId }) => ids.has(classId)).length,
    );
    expect(members.length).toBeGreaterThan(50);
  });

  it('keeps exclusions with all reasons in order, and the calendar', async () => {
    const sent = atSchool(dataset.Exclusion).map(({ kind, startsOn, endsOn, sessions, reasons }) => [
      kind,
      startsOn,
      kind === 'permanent' ? null : (endsOn ?? null),
      kind === 'permanent' ? null : (sessions ?? null),
      reasons,
    ]);
    const loaded = await tableOf(store, 'exclusion');
    expect(
      sorted(
        loaded.map((row) => [
          row.kind,
          row.starts_on,
          row.ends_on,
          row.sessions === null ? null : Number(row.sessions),
          row.reasons,
        ]),
      ),
    ).toEqual(sorted(sent));
    const [calendar] = await tableOf(store, 'calendar');
    const year = atSchool(dataset.Calendar)[0] as EntityInput<'Calendar'>;
    const asJson = (value: unknown) => (typeof value === 'string' ? JSON.parse(value) : value);
    expect(calendar).toMatchObject({ organisation_id: school, academic_year: year.academicYear });
    expect(asJson(calendar?.terms)).toEqual(year.terms);
    expect(asJson(calendar?.closures)).toHaveLength(year.closures?.length ?? 0);
    const [organisation] = await tableOf(store, 'organisation');
    expect(organisation).toMatchObject({ id: school, kind: 'school' });
  });

  it('lets no name, number, birthday, narrative or id of a person through', async () => {
    const people = atSchool(dataset.Enrolment).map(({ studentId }) => studentId);
    const everything = JSON.stringify([
      await Promise.all(
        ['student', 'enrolment', 'exclusion', 'staff', 'class_enrolment'].map((table) =>
          tableOf(store, table),
        ),
      ),
      report,
    ]);
    for (const id of people)
      for (const secret of [
        city.people.upnOf(id),
        city.people.nameOf(id).surname,
        city.people.birthDateOf(id),
      ])
        expect(everything.includes(secret)).toBe(false);
    expect(everything).not.toContain('CONFIDENTIAL');
    expect(everything).not.toContain(server.password);
  });

  it('asks for lists, and for no record by itself', () => {
    const single = server.requests.filter((path) => /^\/rest-v2\/[^/?]+\/(?!changelog)/.test(path));
    expect(single).toEqual([]);
  });
});
