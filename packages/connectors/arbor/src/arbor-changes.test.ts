import type { Store } from '@collegial/store';
import type { SyncReport } from '@collegial/sync';
import { describe, expect, it } from 'vitest';
import {
  atSchool,
  city,
  morning,
  newStore,
  schoolServer,
  syncSchool,
  tableOf,
} from './__fixtures__/city-school.ts';
import type { ArborServer } from './testing/index.ts';

const { dataset } = city;
const day = 86_400_000;
const streamOf = (report: SyncReport, name: string) => report.streams.find(({ stream }) => stream === name);

/** Whether a store has what a new one gets from the server as it is now. */
async function expectAsAnew(server: ArborServer, store: Store, streams?: readonly string[]) {
  const anew = await newStore();
  await syncSchool(server, anew, streams === undefined ? {} : { streams });
  expect(await store.counts()).toEqual(await anew.counts());
  expect(await store.snapshot()).toBe(await anew.snapshot());
  await anew.close();
}

/** Changes of every kind that a school makes overnight. */
function change(server: ArborServer): void {
  const [leaver, mover, other] = atSchool(dataset.Enrolment).map(({ id, studentId }) => ({
    enrolment: server.idOf('Enrolment', id) as string,
    student: server.idOf('Student', studentId) as string,
  }));
  server.put('EducationalInstitutionEnrolment', leaver?.enrolment as string, { leavingDate: '2023-07-21' });
  const person = server.record('Student', mover?.student as string)?.person as { href: string };
  server.put('Person', person.href.split('/').at(-1) as string, { dateOfBirth: '2010-02-03', gender: null });
  server.add('UkDfe_UpnAssignment', {
    student: { entityType: 'Student', href: `/rest-v2/students/${other?.student}` },
    upn: 'H999990000001',
    startDatetime: '2023-08-01 00:00:00',
    isTemporary: false,
  });
  server.put('AttendanceRollCallRecord', '3', { minutesLate: 17 });
  server.put('AttendanceRollCallRecord', '4', {
    attendanceMark: server.record('AttendanceRollCallRecord', '3')?.attendanceMark,
  });
  server.remove('AcademicUnitEnrolment', '2');
  server.put('AcademicUnit', '1', { academicUnitName: 'Renamed' });
  server.add('SenStatusAssignment', {
    student: { entityType: 'Student', href: `/rest-v2/students/${other?.student}` },
    senStatus: server.record('SenStatusAssignment', '1')?.senStatus,
    startDate: '2023-08-01',
  });
  const [post] = atSchool(dataset.Appointment);
  const position = server.record(
    'StaffContractPost',
    server.idOf('Appointment', post?.id as string) as string,
  )?.position as { href: string };
  server.put('Position', position.href.split('/').at(-1) as string, { expectedHoursPerWeek: 6.5 });
  const created = server.add('FixedPeriodExclusion', {
    student: { entityType: 'Student', href: `/rest-v2/students/${other?.student}` },
    fromDatetime: '2023-06-01 09:00:00',
    untilDatetime: '2023-06-02 15:00:00',
    statisticalDaysExcluded: 2,
  });
  server.remove('FixedPeriodExclusion', created);
  server.remove('FixedPeriodExclusion', '1');
}

describe('changes', () => {
  it('read by the log, everything is as if it had been read anew', async () => {
    const server = schoolServer();
    const store = await newStore();
    await syncSchool(server, store);
    const before = await store.snapshot();
    change(server);
    const asked = server.requests.length;
    const report = await syncSchool(server, store, { now: morning + day });
    expect(report.streams.map(({ stream, error, mode }) => [stream, error ?? mode])).toEqual(
      report.streams.map(({ stream }) => [stream, 'incremental']),
    );
    expect(await store.snapshot()).not.toBe(before);
    expect(streamOf(report, 'attendance')).toMatchObject({ rows: 12, loaded: 2 });
    expect(streamOf(report, 'students')).toMatchObject({ loaded: 2 });
    expect(streamOf(report, 'class-students')).toMatchObject({ deleted: 1, deletes: 'applied' });
    expect(streamOf(report, 'suspensions')).toMatchObject({ deleted: 1 });
    expect(streamOf(report, 'appointments')).toMatchObject({ loaded: 1 });
    // The list of marks is not read again for two of them.
    expect(
      server.requests
        .slice(asked)
        .some((path) => /attendance-roll-call-records\?/.test(path) && !path.includes('filters.student')),
    ).toBe(false);
    await expectAsAnew(server, store);
    await store.close();
  });

  it('when there are none, ask for the logs only', async () => {
    const server = schoolServer();
    const store = await newStore();
    await syncSchool(server, store);
    const before = await store.snapshot();
    const asked = server.requests.length;
    const report = await syncSchool(server, store, { now: morning + day });
    expect(report.totals).toMatchObject({ loaded: 0, deleted: 0 });
    expect(await store.snapshot()).toBe(before);
    const since = server.requests.slice(asked);
    expect(since.filter((path) => !path.includes('/changelog')).length).toBeLessThan(10);
    await store.close();
  });

  it('when there are many, read the list instead', async () => {
    const server = schoolServer();
    const store = await newStore();
    const streams = ['class-students'];
    await syncSchool(server, store, { streams });
    for (let id = 1; id <= 30; id += 1)
      server.put('AcademicUnitEnrolment', String(id), { endDate: '2023-05-01' });
    server.remove('AcademicUnitEnrolment', '31');
    const report = await syncSchool(server, store, {
      streams,
      now: morning + day,
      config: { mostSingleReads: 20 },
    });
    expect(streamOf(report, 'class-students')).toMatchObject({ mode: 'incremental', loaded: 30, deleted: 1 });
    await expectAsAnew(server, store, streams);
    await store.close();
  });

  it('of a student’s stay move the student’s marks to it, and only those are read', async () => {
    const server = schoolServer();
    const store = await newStore();
    const streams = ['enrolments', 'attendance'];
    await syncSchool(server, store, { streams });
    const [first] = atSchool(dataset.Enrolment);
    const asked = server.requests.length;
    server.put('EducationalInstitutionEnrolment', server.idOf('Enrolment', first?.id as string) as string, {
      entryDate: '2021-01-01',
    });
    const report = await syncSchool(server, store, { streams, now: morning + day });
    expect(streamOf(report, 'attendance')).toMatchObject({ mode: 'incremental', quarantined: 0 });
    expect(streamOf(report, 'attendance')?.rows).toBeLessThan(11);
    expect(
      server.requests
        .slice(asked)
        .filter((path) => path.startsWith('/rest-v2/attendance-roll-call-records?'))
        .every((path) => path.includes('filters.student.equals')),
    ).toBe(true);
    await expectAsAnew(server, store, streams);
    await store.close();
  });
});

describe('a log that cannot be followed', () => {
  it('makes the next read begin anew, and says so', async () => {
    const server = schoolServer();
    const store = await newStore();
    const streams = ['classes'];
    await syncSchool(server, store, { streams });
    server.put('AcademicUnit', '1', { academicUnitName: 'Renamed' });
    server.forgetLog();
    server.put('AcademicUnit', '2', { academicUnitName: 'Renamed too' });
    const report = await syncSchool(server, store, { streams, now: morning + day });
    expect(streamOf(report, 'classes')).toMatchObject({ status: 'complete', mode: 'full', loaded: 2 });
    expect(streamOf(report, 'classes')?.notes).toEqual([
      expect.stringContaining('no log of changes from the revision'),
    ]);
    await expectAsAnew(server, store, streams);
    await store.close();
  });

  it('also when it is behind: the server was set back', async () => {
    const server = schoolServer();
    const store = await newStore();
    const streams = ['classes'];
    for (let time = 0; time < 50; time += 1)
      server.put('AcademicUnit', '1', { academicUnitName: `Name ${time}` });
    await syncSchool(server, store, { streams });
    const restored = schoolServer();
    const asked: string[] = [];
    restored.onRequest = (path) => void asked.push(path);
    const behind = {
      ...restored,
      handle: (request: Request) =>
        restored.handle(new Request(request.url.replace(/from-revision=\d+/, 'from-revision=1'), request)),
    };
    const report = await syncSchool(behind as ArborServer, store, { streams, now: morning + day });
    expect(streamOf(report, 'classes')?.notes).toEqual([expect.stringContaining('behind')]);
    await expectAsAnew(restored, store, streams);
    await store.close();
  });

  it('is healed by a whole read from time to time', async () => {
    const server = schoolServer();
    const store = await newStore();
    const streams = ['classes'];
    await syncSchool(server, store, { streams });
    const soon = await syncSchool(server, store, { streams, now: morning + 29 * day });
    expect(streamOf(soon, 'classes')).toMatchObject({ mode: 'incremental', notes: [] });
    const later = await syncSchool(server, store, { streams, now: morning + 31 * day });
    expect(streamOf(later, 'classes')).toMatchObject({
      mode: 'full',
      notes: [expect.stringContaining('30 days')],
    });
    await store.close();
  });

  it('does not rewind what was read when the server is only down', async () => {
    const server = schoolServer();
    const store = await newStore();
    const streams = ['classes'];
    await syncSchool(server, store, { streams });
    const before = await store.checkpoint('arbor', 'classes');
    const down = { ...server, handle: async () => new Response('<h1>Maintenance</h1>', { status: 503 }) };
    const report = await syncSchool(down as ArborServer, store, { streams, now: morning + day });
    expect(streamOf(report, 'classes')).toMatchObject({ status: 'failed' });
    expect(await store.checkpoint('arbor', 'classes')).toEqual(before);
    await store.close();
  });
});

describe('a list from which records go while it is read', () => {
  it('is read again, so that none is pulled out of sight', async () => {
    const server = schoolServer({ mostPerPage: 40 });
    const total = [...dataset.ClassEnrolment].filter(
      ({ id }) => server.idOf('ClassEnrolment', id) !== undefined,
    ).length;
    expect(total).toBeGreaterThan(80);
    let pages = 0;
    server.onRequest = (path) => {
      if (path === '/rest-v2/academic-unit-enrolments' && ++pages === 5)
        server.remove('AcademicUnitEnrolment', '1');
    };
    const store = await newStore();
    const streams = ['class-students'];
    await syncSchool(server, store, { streams });
    server.onRequest = () => undefined;
    expect(await tableOf(store, 'class_enrolment')).toHaveLength(total);
    const second = await syncSchool(server, store, { streams, now: morning + day });
    expect(streamOf(second, 'class-students')).toMatchObject({ deleted: 1 });
    await expectAsAnew(server, store, streams);
    await store.close();
  });
});

describe('an interrupted read', () => {
  it('goes on where it was, and ends as an uninterrupted one', async () => {
    const server = schoolServer({ mostPerPage: 10 });
    const store = await newStore();
    const streams = ['class-students', 'attendance'];
    await syncSchool(server, store, { streams });
    let report: SyncReport | undefined;
    let requests = 0;
    let broken = true;
    // From one request in thirty on, nothing is answered until the next run: retries do not help.
    const breaking = {
      ...server,
      handle: (request: Request) => {
        requests += 1;
        broken ||= requests % 30 === 0;
        return broken ? Promise.reject(new TypeError('fetch failed')) : server.handle(request);
      },
    };
    const other = await newStore();
    let runs = 1;
    for (; runs < 60; runs += 1) {
      broken = false;
      report = await syncSchool(breaking as ArborServer, other, {
        streams,
        batchSize: 30,
        config: { pageSize: 25 },
      });
      if (report.status === 'complete') break;
    }
    expect(runs).toBeGreaterThan(2);
    expect(report?.status).toBe('complete');
    expect(await other.snapshot()).toBe(await store.snapshot());
    await store.close();
    await other.close();
  });
});

describe('a log with entries of another form', () => {
  it('makes the list be read, when an entry does not say which record changed', async () => {
    const server = schoolServer();
    const store = await newStore();
    const streams = ['classes'];
    await syncSchool(server, store, { streams });
    server.put('AcademicUnit', '1', { academicUnitName: 'Renamed' });
    const strange = {
      ...server,
      handle: async (request: Request) => {
        const response = await server.handle(request);
        if (!request.url.includes('/academic-units/changelog')) return response;
        const body = (await response.json()) as { changes: object[] };
        return Response.json({
          changes: body.changes.map((change) => ({
            ...change,
            changedObject: { entityType: 'AcademicUnit' },
          })),
        });
      },
    };
    const report = await syncSchool(strange as ArborServer, store, { streams, now: morning + day });
    expect(streamOf(report, 'classes')).toMatchObject({
      status: 'complete',
      loaded: 1,
      drift: { changelog: 1 },
    });
    await expectAsAnew(server, store, streams);
    await store.close();
  });
});
