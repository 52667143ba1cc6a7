import type { Dataset, EntityInput } from '@collegial/model';
import { afterEach, describe, expect, it } from 'vitest';
import type { WondeServerOptions } from './server-options.ts';
import { createWondeServer, type WondeServer } from './wonde-server.ts';

const now = Date.parse('2025-11-20T09:00:00Z');
const school = 'urn:990001';
const students = Array.from({ length: 130 }, (_, index) => `s${index}`);
const days = ['2025-11-03', '2025-11-04', '2025-11-05'];

const enrolment = (
  student: string,
  fields: Partial<EntityInput<'Enrolment'>> = {},
): EntityInput<'Enrolment'> => ({
  id: `e-${student}`,
  studentId: student,
  organisationId: school,
  status: 'current',
  enteredOn: '2023-09-04',
  yearGroup: 7,
  yearGroupIn: 2023,
  ...fields,
});

function* marks(): Iterable<EntityInput<'AttendanceMark'>> {
  for (const date of days)
    for (const session of ['AM', 'PM'] as const)
      for (const student of students)
        yield {
          enrolmentId: `e-${student}`,
          organisationId: school,
          date,
          session,
          code: session === 'AM' ? '/' : '\\',
        };
}

const dataset: Dataset = {
  Organisation: [
    { id: school, kind: 'school', name: 'Example School' },
    { id: 'urn:990002', kind: 'school', name: 'Other School' },
    { id: 'gias-group:1', kind: 'trust', name: 'A trust is no school' },
  ],
  OrganisationLink: [{ id: 'l', organisationId: school, relatedId: 'la:991', kind: 'authority' }],
  Student: students.map((id) => ({ id, linkKey: `link-${id}`, birthYear: 2012, birthMonth: 4 })),
  StudentCharacteristic: [
    { id: 'c1', studentId: 's0', kind: 'sen', value: 'none', validTo: '2024-10-13' },
    { id: 'c2', studentId: 's0', kind: 'sen', value: 'plan', validFrom: '2024-10-14' },
    { id: 'c3', studentId: 's0', kind: 'free-school-meals', value: 'yes', validTo: '2025-07-31' },
  ],
  Enrolment: students.map((student) => enrolment(student, student === 's1' ? { leftOn: '2025-07-18' } : {})),
  AttendanceMark: { [Symbol.iterator]: () => marks()[Symbol.iterator]() },
};

interface Body {
  readonly data: Record<string, unknown>[];
  readonly error?: string;
  readonly meta: {
    pagination?: {
      next: string | null;
      previous: string | null;
      more: boolean;
      per_page: number;
      current_page: number;
    };
  };
}

const make = (options: Partial<WondeServerOptions> = {}) =>
  createWondeServer({ dataset, now: () => now, ...options });

async function get(server: WondeServer, path: string, token = server.token) {
  const url = path.startsWith('http')
    ? path
    : `https://wonde.example/v1.0/${path.replace('{id}', server.schoolId(school))}`;
  const response = await server.handle(new Request(url, { headers: { authorization: `Bearer ${token}` } }));
  return { response, body: (await response.json()) as Body };
}

async function all(server: WondeServer, path: string) {
  const rows: Record<string, unknown>[] = [];
  const sizes: number[] = [];
  for (let next: string | null = path; next !== null; ) {
    const { body } = await get(server, next);
    rows.push(...body.data);
    sizes.push(body.data.length);
    next = body.meta.pagination?.next ?? null;
  }
  return { rows, sizes };
}

describe('createWondeServer', () => {
  it('lists schools only, with the code of their authority', async () => {
    const { body } = await get(make(), 'schools');
    expect(body.data).toMatchObject([
      { name: 'Example School', urn: 990001, la_code: 991 },
      { name: 'Other School', urn: 990002, la_code: null },
    ]);
    expect(body.meta.pagination).toBeUndefined();
  });

  it('refuses a wrong token, a school it does not know and an endpoint that is not granted', async () => {
    const server = make({ refused: ['exclusions'] });
    expect((await get(server, 'schools', 'wrong')).response.status).toBe(401);
    expect((await get(server, 'schools/A1/students')).response.status).toBe(404);
    expect((await get(server, 'schools/{id}/nothing')).response.status).toBe(404);
    expect((await get(server, 'schools/{id}/exclusions')).response.status).toBe(403);
    expect((await get(server, 'schools/{id}/students')).response.status).toBe(200);
    const refusedHere = make({ refused: [`${server.schoolId(school)}/students`] });
    expect((await get(refusedHere, 'schools/{id}/students')).response.status).toBe(403);
  });

  it('takes the token of basic authentication', async () => {
    const server = make();
    const headers = { authorization: `Basic ${Buffer.from(`${server.token}:`).toString('base64')}` };
    expect((await server.handle(new Request('https://x/v1.0/schools', { headers }))).status).toBe(200);
  });

  it('limits the rate, and says when to come again', async () => {
    let time = now;
    const server = make({ rateLimit: { requests: 2, seconds: 10 }, now: () => time });
    await get(server, 'schools');
    await get(server, 'schools');
    time += 3000;
    const { response } = await get(server, 'schools');
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('7');
    time += 7000;
    expect((await get(server, 'schools')).response.status).toBe(200);
  });

  it('pages without loss, 50 rows when nothing is asked for', async () => {
    const { rows, sizes } = await all(make(), 'schools/{id}/students');
    expect(sizes).toEqual([50, 50, 29]);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(129);
  });

  it('gives fewer rows than asked for when that is too many', async () => {
    const { body } = await get(make({ mostPerPage: 100 }), 'schools/{id}/students?per_page=1000');
    expect(body.meta.pagination).toMatchObject({
      per_page: 100,
      more: true,
      current_page: 1,
      previous: null,
    });
    expect(body.data).toHaveLength(100);
  });

  it('keeps leavers apart', async () => {
    const { rows } = await all(make(), 'schools/{id}/students-leaver?include=education_details');
    expect(rows).toMatchObject([
      {
        education_details: {
          data: { leaving_date: { date: '2025-07-18 00:00:00.000000' }, current_nc_year: '8' },
        },
      },
    ]);
  });

  it('sends details only when they are included, as they are today', async () => {
    const server = make();
    const plain = await get(server, 'schools/{id}/students?per_page=1');
    expect(plain.body.data[0]).not.toHaveProperty('education_details');
    const { body } = await get(
      server,
      'schools/{id}/students?per_page=1&include=education_details,extended_details',
    );
    expect(body.data[0]).toMatchObject({
      date_of_birth: { date: '2012-04-15 00:00:00.000000', timezone_type: 3 },
      education_details: { data: { current_nc_year: '9' } },
      extended_details: { data: { sen_status: 'E', free_school_meals: false, in_lea_care: null } },
    });
    expect(JSON.stringify(body)).toMatch(/"upn":"[A-Z]\d{12}"/);
  });

  it('serves every mark once, with codes by their id', async () => {
    const server = make();
    const { rows, sizes } = await all(server, 'schools/{id}/attendance/session?per_page=200');
    expect(sizes).toEqual([200, 200, 200, 180]);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(780);
    const codes = (await get(server, 'schools/{id}/attendance-codes')).body.data;
    const morning = codes.find(({ code }) => code === '/')?.id;
    expect(rows.filter(({ attendance_code }) => attendance_code === morning)).toHaveLength(390);
    expect(rows[0]).toMatchObject({
      session: 'AM',
      minutes_late: null,
      date: { date: '2025-11-03 00:00:00.000000' },
    });
    expect(
      (await all(server, 'schools/{id}/attendance/session?from=2025-11-04&to=2025-11-04')).rows,
    ).toHaveLength(260);
  });

  it('makes the marks of a school when they are asked for, where the dataset can', async () => {
    const asked: string[] = [];
    const server = make({
      marksOf: (id) => {
        asked.push(id);
        return marks();
      },
    });
    await get(server, 'schools');
    expect(asked).toEqual([]);
    await all(server, 'schools/{id}/attendance/session?per_page=500');
    expect(asked).toEqual([school]);
  });

  it('gives what was updated after a moment, and says what was deleted and restored', async () => {
    const server = make();
    const after = encodeURIComponent('2025-11-20 08:00:00');
    const changed = async (path: string, more = '') =>
      (await all(server, `schools/{id}/${path}?updated_after=${after}${more}`)).rows;
    expect(await changed('students')).toEqual([]);
    server.update('StudentCharacteristic', { id: 'c4', studentId: 's2', kind: 'sen', value: 'support' });
    expect(await changed('students')).toHaveLength(1);
    const mark = {
      enrolmentId: 'e-s2',
      organisationId: school,
      date: '2025-11-03',
      session: 'AM' as const,
      code: 'L',
      minutesLate: 9,
    };
    server.update('AttendanceMark', mark);
    expect(await changed('attendance/session')).toMatchObject([{ minutes_late: 9 }]);
    expect(server.remove('Enrolment', 'e-s3')).toBe(true);
    expect(server.remove('Enrolment', 'e-s3')).toBe(false);
    expect(await changed('deletions')).toMatchObject([{ type: 'student', restored_at: null }]);
    server.update('Enrolment', enrolment('s3'), now + 60_000);
    expect(await changed('deletions')).toMatchObject([
      { restored_at: { date: '2025-11-20 09:01:00.000000' } },
    ]);
    expect(await changed('deletions', '&type=class')).toEqual([]);
  });

  it('adds and takes away marks', async () => {
    const server = make();
    const path = 'schools/{id}/attendance/session?per_page=500';
    server.update('AttendanceMark', {
      enrolmentId: 'e-s0',
      organisationId: school,
      date: '2025-11-06',
      session: 'AM',
      code: '/',
    });
    expect((await all(server, path)).rows).toHaveLength(781);
    expect(server.remove('AttendanceMark', ['e-s0', '2025-11-06', 'AM'])).toBe(true);
    expect((await all(server, path)).rows).toHaveLength(780);
  });

  it('makes a leaver of a student who left, whose record is gone from the students', async () => {
    const server = make();
    server.update('Enrolment', enrolment('s5', { leftOn: '2025-11-14' }));
    expect((await all(server, 'schools/{id}/students')).rows).toHaveLength(128);
    expect((await all(server, 'schools/{id}/students-leaver')).rows).toHaveLength(2);
    expect((await get(server, 'schools/{id}/deletions')).body.data).toMatchObject([{ type: 'student' }]);
  });

  it('keeps answers when told to, until something changes', async () => {
    const server = make({ keepBytes: 1_000_000 });
    const first = await (await get(server, 'schools/{id}/students')).body;
    expect((await get(server, 'schools/{id}/students')).body).toEqual(first);
    server.remove('Enrolment', 'e-s0');
    expect((await get(server, 'schools/{id}/students')).body.data).not.toEqual(first.data);
  });

  it('refuses entities that Wonde does not have', () => {
    expect(() => make().remove('Activity', 'a1')).toThrow(/serves no Activity/);
  });
});

describe('over HTTP', () => {
  const open: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const server of open.splice(0)) await server.close();
  });

  it('listens on the loopback interface and names next pages at its own address', async () => {
    const server = make();
    const listening = await server.listen();
    open.push(listening);
    expect(new URL(listening.url).hostname).toBe('127.0.0.1');
    const url = `${listening.url}/schools/${server.schoolId(school)}/students?per_page=100`;
    const body = (await (
      await fetch(url, { headers: { authorization: 'Bearer test-token' } })
    ).json()) as Body;
    expect(new URL(body.meta.pagination?.next ?? '').origin).toBe(new URL(listening.url).origin);
    expect((await fetch(url)).status).toBe(401);
  });
});
