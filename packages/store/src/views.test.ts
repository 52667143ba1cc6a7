import type { EntityInput, EntityName } from '@collegial/model';
import { type Row, views } from '@collegial/query';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { batch, mark } from './__fixtures__/records.ts';
import { openStore } from './open-store.ts';
import type { Store } from './store.ts';

const rows = async (store: Store, text: string): Promise<Row[]> =>
  await store.query({ text, parameters: [] });

describe('an empty store', () => {
  let store: Store;
  beforeAll(async () => {
    store = await openStore({ path: ':memory:', threads: 1 });
  });
  afterAll(async () => {
    await store.close();
  });

  test.each(views.map(({ name }) => name))(
    'view %s executes and has the columns and types it declares',
    async (name) => {
      const view = views.find((candidate) => candidate.name === name);
      const actual = await rows(
        store,
        `select column_name as name, data_type as type from duckdb_columns() where schema_name = 'main' and table_name = '${name}' order by column_index`,
      );
      expect(actual).toEqual(view?.columns.map((column) => ({ name: column.name, type: column.type })));
      expect(await rows(store, `select * from "${name}"`)).toEqual(
        name === 'observed' ? [{ last_day: null }] : [],
      );
    },
  );
});

describe('a small town', () => {
  let store: Store;
  const load = async <Name extends EntityName>(
    entity: Name,
    inputs: readonly EntityInput<Name>[],
    source = 'mis',
  ) => {
    await store.load(batch(entity, inputs, { source, stream: `${entity} ${source}` }));
  };

  beforeAll(async () => {
    store = await openStore({ path: ':memory:', threads: 2 });
    await load('Organisation', [
      { id: 'urn:1', kind: 'school', name: 'One' },
      { id: 'urn:2', kind: 'school', name: 'Two' },
      { id: 'trust:9', kind: 'trust', name: 'Nine' },
    ]);
    await load('Organisation', [{ id: 'urn:1', kind: 'school', name: 'One, in full', town: 'Hull' }], 'gias');
    await load('OrganisationLink', [
      { id: 'l1', organisationId: 'urn:1', relatedId: 'trust:9', kind: 'trust', validFrom: '2020-09-01' },
      { id: 'l2', organisationId: 'urn:2', relatedId: 'urn:1', kind: 'predecessor' },
    ]);
    await load('SchoolGroup', [{ id: 'g', name: 'Group' }]);
    await load('GroupMember', [
      { id: 'm1', groupId: 'g', organisationId: 'urn:1' },
      { id: 'm2', groupId: 'g', organisationId: 'urn:2', takesPart: false },
    ]);
    await load('Student', [
      { id: 's1', linkKey: 'k', sex: 'F' },
      { id: 's2', linkKey: 'k', sex: 'F' },
      { id: 's3', sex: 'M' },
    ]);
    // The same students once more, from a source that knows less: nothing may be doubled.
    await load('Student', [{ id: 's1' }, { id: 's3' }], 'second');
    await load('Enrolment', [
      {
        id: 'e1',
        studentId: 's1',
        organisationId: 'urn:1',
        status: 'current',
        enteredOn: '2022-09-05',
        leftOn: '2024-01-10',
        yearGroup: 8,
        yearGroupIn: 2023,
      },
      { id: 'e2', studentId: 's2', organisationId: 'urn:2', status: 'current', enteredOn: '2024-01-11' },
      {
        id: 'e3',
        studentId: 's3',
        organisationId: 'urn:2',
        status: 'guest',
        enteredOn: '2023-09-05',
        leftOn: '2024-08-31',
      },
    ]);
    await load(
      'Enrolment',
      [{ id: 'e3', studentId: 's3', organisationId: 'urn:2', status: 'guest', enteredOn: '2023-09-05' }],
      'second',
    );
    await load('StudentCharacteristic', [
      { id: 'c1', studentId: 's1', kind: 'sen', value: 'support', validFrom: '2022-09-01' },
      { id: 'c2', studentId: 's1', kind: 'sen', value: 'plan', validFrom: '2023-10-01' },
      { id: 'c3', studentId: 's1', kind: 'disadvantaged', value: 'yes', validTo: '2023-08-31' },
      { id: 'c4', studentId: 's3', kind: 'free-school-meals', value: 'no', validFrom: '2024-09-01' },
      // Two that begin on one day: the id decides, not which was loaded first.
      { id: 'c5', studentId: 's3', kind: 'sen', value: 'none' },
      { id: 'c6', studentId: 's3', kind: 'sen', value: 'plan' },
    ]);
    await load('AttendanceMark', [
      mark('e1', '2023-09-05', 'AM', '/'),
      mark('e1', '2023-09-05', 'PM', 'U'),
      mark('e2', '2024-09-05', 'AM', 'L', { organisationId: 'urn:2', minutesLate: 7 }),
      mark('not-loaded', '2024-09-05', 'AM', 'I', { organisationId: 'urn:2' }),
    ]);
    await load('Qualification', [
      {
        id: 'q',
        title: 'GCSE Mathematics',
        gradeScheme: 'gcse-9-1',
        size: 1,
        slot: 'mathematics',
        subject: 'Mathematics',
      },
    ]);
    await load(
      'Qualification',
      [{ id: 'q', title: 'Maths', gradeScheme: 'gcse-9-1', size: 1, slot: 'mathematics' }],
      'second',
    );
    await load('Assessment', [
      {
        id: 'a1',
        studentId: 's1',
        organisationId: 'urn:1',
        kind: 'result',
        qualificationId: 'q',
        gradeScheme: 'gcse-9-1',
        grade: '4',
        takenOn: '2024-08-22',
      },
      {
        id: 'a2',
        studentId: 's3',
        organisationId: 'urn:2',
        kind: 'result',
        gradeScheme: 'gcse-9-1',
        grade: 'X',
        takenOn: '2024-06-01',
      },
      {
        id: 'a3',
        studentId: 's3',
        organisationId: 'urn:2',
        kind: 'result',
        gradeScheme: 'gcse-a-star-u',
        grade: ' a* ',
        takenOn: '2014-08-21',
      },
      {
        id: 'a4',
        studentId: 's3',
        organisationId: 'urn:2',
        kind: 'prediction',
        gradeScheme: 'gcse-9-1',
        grade: '9',
        takenOn: '2024-03-01',
      },
    ]);
    await load('Exclusion', [
      {
        id: 'x',
        studentId: 's1',
        organisationId: 'urn:1',
        kind: 'suspension',
        startsOn: '2023-11-01',
        sessions: 4,
      },
    ]);
    await load('Staff', [{ id: 'f1', linkKey: 'T' }, { id: 'f2' }]);
    await load('Appointment', [
      {
        id: 'p1',
        staffId: 'f1',
        organisationId: 'urn:1',
        role: 'teacher',
        kind: 'permanent',
        fte: 0.6,
        validFrom: '2020-09-01',
      },
      {
        id: 'p2',
        staffId: 'f2',
        organisationId: 'urn:2',
        role: 'head',
        kind: 'permanent',
        validFrom: '2020-09-01',
      },
    ]);
    await load('SchoolMeasure', [
      { organisationId: 'urn:1', academicYear: 2023, measure: 'a8', publication: 'ks4', symbol: 'SUPP' },
    ]);
    await store.refresh();
  });
  afterAll(async () => {
    await store.close();
  });

  test('organisation: one row for each, from the source that says most', async () => {
    expect(await rows(store, 'select id, name, town from organisation order by id')).toEqual([
      { id: 'trust:9', name: 'Nine', town: null },
      { id: 'urn:1', name: 'One, in full', town: 'Hull' },
      { id: 'urn:2', name: 'Two', town: null },
    ]);
  });

  test('membership: a school in itself, its group and its trust; a predecessor is no membership', async () => {
    expect(
      await rows(
        store,
        'select scope_kind as kind, scope_id as scope, organisation_id as school, takes_part from membership order by all',
      ),
    ).toEqual([
      { kind: 'group', scope: 'g', school: 'urn:1', takes_part: true },
      { kind: 'group', scope: 'g', school: 'urn:2', takes_part: false },
      { kind: 'school', scope: 'urn:1', school: 'urn:1', takes_part: true },
      { kind: 'school', scope: 'urn:2', school: 'urn:2', takes_part: true },
      { kind: 'trust', scope: 'trust:9', school: 'urn:1', takes_part: true },
    ]);
  });

  test('observed: the end of the last month with marks, or a later event', async () => {
    expect(await rows(store, 'select * from observed')).toEqual([{ last_day: '2024-09-30' }]);
  });

  test('enrolment_year: a row for each year on roll, none doubled, one person at two schools', async () => {
    expect(
      await rows(
        store,
        `select enrolment_id as e, person_id as person, academic_year as year, year_group as yg, on_roll_in_january as january
          from enrolment_year order by all`,
      ),
    ).toEqual([
      { e: 'e1', person: 'k', year: 2022, yg: 7, january: true },
      { e: 'e1', person: 'k', year: 2023, yg: 8, january: false },
      { e: 'e2', person: 'k', year: 2023, yg: null, january: true },
      { e: 'e2', person: 'k', year: 2024, yg: null, january: true },
      { e: 'e3', person: 's3', year: 2023, yg: null, january: true },
    ]);
    const [keys] = await rows(
      store,
      `select count(distinct record_key) filter (where person_id = 'k') as one, count(distinct record_key) as all_ from enrolment_year`,
    );
    expect(keys).toEqual({ one: 1, all_: 2 });
  });

  test('student_year: the latest characteristic that was in force in the year', async () => {
    expect(
      await rows(
        store,
        `select student_id as s, academic_year as year, sex, disadvantaged, sen, free_school_meals as fsm from student_year order by all`,
      ),
    ).toEqual([
      { s: 's1', year: 2022, sex: 'F', disadvantaged: 'yes', sen: 'support', fsm: null },
      { s: 's1', year: 2023, sex: 'F', disadvantaged: null, sen: 'plan', fsm: null },
      { s: 's2', year: 2023, sex: 'F', disadvantaged: null, sen: null, fsm: null },
      { s: 's2', year: 2024, sex: 'F', disadvantaged: null, sen: null, fsm: null },
      { s: 's3', year: 2023, sex: 'M', disadvantaged: null, sen: 'plan', fsm: null },
    ]);
  });

  test('attendance: marks as read, masks by bit, years in sessions; an enrolment that is not loaded is kept', async () => {
    expect(
      await rows(
        store,
        `select date, session, code, statistical, late, minutes_late from attendance_mark where enrolment_id = 'e2'`,
      ),
    ).toEqual([
      {
        date: '2024-09-05',
        session: 'AM',
        code: 'L',
        statistical: 'present',
        late: 'before-close',
        minutes_late: 7,
      },
    ]);
    // 5 September: morning is bit (5 − 1) × 2 = 8, afternoon bit 9.
    expect(
      await rows(
        store,
        `select month, present, unauthorised, late_after from attendance_month where enrolment_id = 'e1'`,
      ),
    ).toEqual([{ month: 202309, present: 256, unauthorised: 512, late_after: 512 }]);
    expect(
      await rows(
        store,
        `select enrolment_id as e, student_id as s, academic_year as year, possible, attended, absent, late_before as late, record_key = 0 as keyless
          from attendance_year order by e`,
      ),
    ).toEqual([
      { e: 'e1', s: 's1', year: 2023, possible: 2, attended: 1, absent: 1, late: 0, keyless: false },
      { e: 'e2', s: 's2', year: 2024, possible: 1, attended: 1, absent: 0, late: 1, keyless: false },
      { e: 'not-loaded', s: null, year: 2024, possible: 1, attended: 0, absent: 1, late: 0, keyless: true },
    ]);
  });

  test('result: grades with what they count for; an unknown grade is kept, a prediction is none', async () => {
    expect(
      await rows(
        store,
        `select result_id as id, academic_year as year, subject, known, points, good_pass as good, attainment8_points as a8, slot, discount_code as code
          from result order by id`,
      ),
    ).toEqual([
      {
        id: 'a1',
        year: 2023,
        subject: 'Mathematics',
        known: true,
        points: 4,
        good: true,
        a8: 4,
        slot: 'mathematics',
        code: 'q',
      },
      {
        id: 'a2',
        year: 2023,
        subject: null,
        known: false,
        points: null,
        good: false,
        a8: null,
        slot: 'open',
        code: 'a2',
      },
      expect.objectContaining({ id: 'a3', year: 2013, known: true, points: 58, good: true }),
    ]);
  });

  test('exclusion, appointment, school_measure', async () => {
    expect(await rows(store, 'select academic_year as year, kind, sessions from exclusion')).toEqual([
      { year: 2023, kind: 'suspension', sessions: 4 },
    ]);
    expect(
      await rows(store, 'select appointment_id as id, person_id as person, fte from appointment order by id'),
    ).toEqual([
      { id: 'p1', person: 'T', fte: 0.6 },
      { id: 'p2', person: 'f2', fte: null },
    ]);
    expect(await rows(store, 'select value, symbol from school_measure')).toEqual([
      { value: null, symbol: 'SUPP' },
    ]);
  });
});
