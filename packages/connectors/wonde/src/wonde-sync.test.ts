import type { EntityInput } from '@collegial/model';
import { sync } from '@collegial/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { city, cityServer, days, marksOf, summer, syncCity } from './__fixtures__/city-sync.ts';
import { CollectingTarget } from './__fixtures__/collecting-target.ts';
import { createWondeServer, type WondeServer } from './testing/index.ts';
import { wonde } from './wonde-connector.ts';

const { dataset } = city;
const hour = 3_600_000;
const schools = new Set(
  [...(dataset.Organisation ?? [])].filter(({ kind }) => kind === 'school').map(({ id }) => id),
);
const atSchools = <Row extends { organisationId?: string | null }>(rows: Iterable<Row> = []) =>
  [...rows].filter(({ organisationId }) => schools.has(organisationId ?? ''));
const counted = (texts: Iterable<string>) => [...texts].sort();

let server: WondeServer;
const target = new CollectingTarget();
let report: Awaited<ReturnType<typeof syncCity>>;

beforeAll(async () => {
  server = cityServer();
  report = await syncCity(server, target);
});

describe('a sync of the sample city', () => {
  it('reads every stream to its end and sets nothing aside', () => {
    expect(report.streams.map(({ stream, status, quarantined }) => [stream, status, quarantined])).toEqual(
      report.streams.map(({ stream }) => [stream, 'complete', 0]),
    );
    expect(report.streams).toHaveLength(14);
    for (const { read, loaded, unchanged, deleted, duplicate, quarantined } of report.streams)
      expect(read).toBe(loaded + unchanged + deleted + duplicate + quarantined);
  });

  it('finds every record of the city', () => {
    const enrolments = atSchools(dataset.Enrolment);
    const found = (entity: string) => target.records(entity).length;
    expect(found('Organisation')).toBe(schools.size);
    expect(found('Enrolment')).toBe(enrolments.length);
    expect(found('Student')).toBe(enrolments.length);
    expect(found('AttendanceMark')).toBe(city.schools.reduce((sum, id) => sum + marksOf(id).length, 0));
    expect(found('Exclusion')).toBe(atSchools(dataset.Exclusion).length);
    expect(found('Assessment')).toBe(atSchools(dataset.Assessment).length);
    expect(found('Class')).toBe(atSchools(dataset.Class).length);
    expect(found('Appointment')).toBe(atSchools(dataset.Appointment).length);
    expect(found('Enrolment')).toBeGreaterThan(300);
    expect(found('AttendanceMark')).toBeGreaterThan(5000);
  });

  it('keeps what the registers say', () => {
    const text = ({ organisationId, date, session, code, minutesLate }: EntityInput<'AttendanceMark'>) =>
      [organisationId, date, session, code, minutesLate ?? ''].join(' ');
    const sent = city.schools.flatMap((id) => marksOf(id).map(text));
    const loaded = target
      .records('AttendanceMark')
      .map((mark) => text(mark as EntityInput<'AttendanceMark'>));
    expect(counted(loaded)).toEqual(counted(sent));
  });

  it('keeps the marks of one enrolment together', () => {
    const perEnrolment = (marks: Iterable<{ enrolmentId: string }>) => {
      const counts = new Map<string, number>();
      for (const { enrolmentId } of marks) counts.set(enrolmentId, (counts.get(enrolmentId) ?? 0) + 1);
      return counted([...counts.values()].map(String));
    };
    const loaded = target.records('AttendanceMark') as unknown as { enrolmentId: string }[];
    expect(perEnrolment(loaded)).toEqual(perEnrolment(city.schools.flatMap(marksOf)));
    const known = new Set(target.records('Enrolment').map(({ id }) => id));
    expect(loaded.every(({ enrolmentId }) => known.has(enrolmentId))).toBe(true);
  });

  it('keeps entry, exit, status and year group', () => {
    const text = (row: EntityInput<'Enrolment'>) =>
      [
        row.organisationId,
        row.status,
        row.enteredOn,
        row.leftOn ?? '',
        (row.yearGroup ?? 0) - (row.yearGroupIn ?? 0),
      ].join(' ');
    const loaded = target.records('Enrolment').map((row) => text(row as unknown as EntityInput<'Enrolment'>));
    expect(counted(loaded)).toEqual(counted(atSchools(dataset.Enrolment).map(text)));
  });

  it('keeps who holds which post where', () => {
    const text = (row: EntityInput<'Appointment'>) =>
      [
        row.organisationId,
        row.role,
        row.kind,
        row.fte,
        row.subject ?? '',
        row.validFrom,
        row.validTo ?? '',
      ].join(' ');
    const loaded = target
      .records('Appointment')
      .map((row) => text(row as unknown as EntityInput<'Appointment'>));
    expect(counted(loaded)).toEqual(counted(atSchools(dataset.Appointment).map(text)));
  });

  it('keeps grades and their points, and the reasons of exclusions', () => {
    const result = (row: EntityInput<'Assessment'>) =>
      [row.organisationId, row.kind, row.gradeScheme, row.grade, row.qualificationId ?? '', row.takenOn].join(
        ' ',
      );
    const results = target
      .records('Assessment')
      .map((row) => result(row as unknown as EntityInput<'Assessment'>));
    expect(counted(results)).toEqual(counted(atSchools(dataset.Assessment).map(result)));
    const exclusion = (row: EntityInput<'Exclusion'>) =>
      [
        row.organisationId,
        row.kind,
        row.startsOn,
        row.endsOn ?? '',
        row.sessions ?? '',
        row.reasons?.join('+'),
      ].join(' ');
    const exclusions = target
      .records('Exclusion')
      .map((row) => exclusion(row as unknown as EntityInput<'Exclusion'>));
    expect(counted(exclusions)).toEqual(counted(atSchools(dataset.Exclusion).map(exclusion)));
  });

  it('links the records of one person at several schools, and of no two persons', () => {
    const enrolled = new Set(
      atSchools(dataset.Enrolment).map(({ studentId }) => city.people.upnOf(studentId)),
    );
    const employed = new Set(
      atSchools(dataset.Appointment).map(({ staffId }) => city.people.teacherNumberOf(staffId)),
    );
    expect(new Set(target.records('Student').map(({ linkKey }) => linkKey)).size).toBe(enrolled.size);
    expect(new Set(target.records('Staff').map(({ linkKey }) => linkKey)).size).toBe(employed.size);
    expect(target.records('Staff').length).toBeGreaterThan(employed.size);
  });
});

describe('privacy', () => {
  it('lets no name, number or birthday into records, checkpoints, reports or logs', async () => {
    const lines: string[] = [];
    const log = (...line: unknown[]) => void lines.push(JSON.stringify(line));
    const people = {
      upnOf: (id: string) => city.people.upnOf(id),
      teacherNumberOf: (id: string) => city.people.teacherNumberOf(id),
      nameOf: () => ({ forename: 'CANARYFORENAME', surname: 'CANARYSURNAME' }),
      birthDateOf: () => '2009-05-27',
    };
    const spied = cityServer({ people, refused: ['exclusions'] });
    const canaries = new CollectingTarget();
    const told = await syncCity(spied, canaries, { logger: { debug: log, info: log, warn: log } });
    const everything = JSON.stringify([canaries.contents(), [...canaries.checkpoints], told, lines]);
    expect(lines.length).toBeGreaterThan(0);
    expect(everything).toContain('"birthYear');
    const numbers = [
      ...[...(dataset.Student ?? [])].map(({ id }) => city.people.upnOf(id)),
      ...[...(dataset.Staff ?? [])].map(({ id }) => city.people.teacherNumberOf(id)),
    ];
    for (const canary of ['CANARY', '2009-05-27', spied.token, ...numbers])
      expect(everything.includes(canary ?? 'none')).toBe(false);
  });

  it('lets no id of a person at Wonde through', async () => {
    const response = await server.handle(
      new Request(
        `https://wonde.example/v1.0/schools/${server.schoolId(city.schools[0] as string)}/students?per_page=500`,
        {
          headers: { authorization: `Bearer ${server.token}` },
        },
      ),
    );
    const { data } = (await response.json()) as { data: { id: string }[] };
    const everything = JSON.stringify(target.contents());
    expect(data.length).toBeGreaterThan(0);
    for (const { id } of data) expect(everything.includes(id)).toBe(false);
  });
});

describe('changes', () => {
  const change = (changing: WondeServer) => {
    const at = summer + 24 * hour;
    const enrolments = atSchools(dataset.Enrolment).filter(
      ({ leftOn }) => leftOn === null || leftOn === undefined,
    );
    const [leaves, goes, changes] = enrolments as [
      EntityInput<'Enrolment'>,
      EntityInput<'Enrolment'>,
      EntityInput<'Enrolment'>,
    ];
    const [exclusion] = atSchools(dataset.Exclusion);
    const [assessment] = atSchools(dataset.Assessment);
    const school = city.schools[0] as string;
    const [mark] = marksOf(school);
    const [shared] = [...(dataset.ClassEnrolment ?? [])];
    changing.update('Enrolment', { ...leaves, leftOn: '2023-07-21', exitReason: 'Moved away' }, at);
    changing.remove('Enrolment', goes.id, at);
    changing.update(
      'StudentCharacteristic',
      {
        id: 'new',
        studentId: changes.studentId,
        kind: 'looked-after',
        value: 'yes',
        validFrom: '2023-08-01',
      },
      at,
    );
    changing.update(
      'AttendanceMark',
      { ...(mark as EntityInput<'AttendanceMark'>), code: 'U', minutesLate: null },
      at,
    );
    changing.remove('Exclusion', exclusion?.id ?? '', at);
    changing.remove('Assessment', assessment?.id ?? '', at);
    changing.remove('ClassEnrolment', shared?.id ?? '', at);
    const [post] = atSchools(dataset.Appointment);
    changing.update('Appointment', { ...(post as EntityInput<'Appointment'>), fte: 0.37 }, at);
    return { leaves, goes };
  };

  it('read as changes, everything is as if it had been read anew', async () => {
    let time = summer;
    const changing = cityServer({ now: () => time });
    const incremental = new CollectingTarget();
    await syncCity(changing, incremental);
    const before = incremental.contents();
    const known = incremental.records('Student').map(({ id }) => id as string);
    change(changing);
    time = summer + 25 * hour;
    const second = await syncCity(changing, incremental, { now: time });
    expect(second.streams.every(({ status }) => status === 'complete')).toBe(true);
    const anew = new CollectingTarget();
    await syncCity(changing, anew, { now: time });
    const full = anew.contents();
    const gone = known.filter((id) => !anew.records('Student').some((student) => student.id === id));
    expect(gone).toHaveLength(1);
    // What belonged to a removed student goes from Wonde without a word: it stays, as the README says.
    const stays = new Set(['AttendanceMark', 'Assessment', 'Exclusion']);
    for (const [entity, records] of Object.entries(incremental.contents()))
      expect(
        stays.has(entity) ? records.filter((text) => !text.includes(gone[0] as string)) : records,
      ).toEqual(full[entity]);
    expect(full).not.toEqual(before);
    const marks = second.streams.find(({ stream }) => stream === 'attendance');
    expect(marks).toMatchObject({ mode: 'incremental', rows: 1, loaded: 1 });
    expect(second.streams.find(({ stream }) => stream === 'enrolments')).toMatchObject({ deleted: 1 });
    expect(second.streams.find(({ stream }) => stream === 'exclusions')).toMatchObject({ deleted: 1 });
  });

  it('keeps a leaver, whose record at the students is deleted', async () => {
    let time = summer;
    const changing = cityServer({ now: () => time });
    const kept = new CollectingTarget();
    const streams = ['students', 'enrolments', 'characteristics'];
    await syncCity(changing, kept, { streams });
    const [students, enrolments] = [kept.records('Student').length, kept.records('Enrolment').length];
    const leaver = atSchools(dataset.Enrolment).find(({ leftOn }) => !leftOn) as EntityInput<'Enrolment'>;
    time = summer + 25 * hour;
    changing.update('Enrolment', { ...leaver, leftOn: '2023-07-21' });
    time += hour;
    await syncCity(changing, kept, { streams, now: time });
    expect(kept.records('Student')).toHaveLength(students);
    expect(kept.records('Enrolment')).toHaveLength(enrolments);
    expect(kept.records('Enrolment').filter(({ leftOn }) => leftOn === '2023-07-21').length).toBeGreaterThan(
      0,
    );
  });

  it('brings back a student whose deletion was taken back', async () => {
    let time = summer;
    const changing = cityServer({ now: () => time });
    const kept = new CollectingTarget();
    await syncCity(changing, kept, { streams: ['students'] });
    const before = kept.contents();
    const student = atSchools(dataset.Enrolment)[0] as EntityInput<'Enrolment'>;
    time += 30 * hour;
    changing.remove('Enrolment', student.id);
    await syncCity(changing, kept, { streams: ['students'], now: time });
    expect(kept.contents()).not.toEqual(before);
    time += hour;
    changing.update('Enrolment', student);
    await syncCity(changing, kept, { streams: ['students'], now: time });
    expect(kept.contents()).toEqual(before);
  });
});

describe('interruptions', () => {
  it('resumed, everything is as if it had not been interrupted', async () => {
    const streams = ['enrolments', 'attendance'];
    const whole = new CollectingTarget();
    await syncCity(server, whole, { streams });
    const resumed = new CollectingTarget();
    let loads = 0;
    let interruptions = 0;
    resumed.beforeLoad = () => {
      loads += 1;
      if (loads % 4 !== 0) return;
      interruptions += 1;
      throw new Error('power cut');
    };
    const settings = { streams, batchSize: 400 };
    let last = await syncCity(server, resumed, settings);
    for (let run = 0; run < 40 && last.streams.some(({ status }) => status !== 'complete'); run += 1)
      last = await syncCity(server, resumed, settings);
    expect(last.streams.map(({ status }) => status)).toEqual(['complete', 'complete']);
    expect(interruptions).toBeGreaterThan(4);
    expect(resumed.contents()).toEqual(whole.contents());
  });

  it('reads what one school refuses once it is granted, and the others meanwhile', async () => {
    const refused: string[] = [];
    const strict = cityServer({ refused });
    const [first] = city.schools as [string];
    refused.push(`${strict.schoolId(first)}/students`, `${strict.schoolId(first)}/attendance/session`);
    const partial = new CollectingTarget();
    const streams = ['students', 'attendance'];
    const told = await syncCity(strict, partial, { streams });
    expect(told.streams.map(({ status, error }) => [status, error?.code])).toEqual([
      ['failed', 'http.scope'],
      ['failed', 'http.scope'],
    ]);
    expect(partial.records('AttendanceMark').length).toBeGreaterThan(0);
    expect(partial.records('AttendanceMark').some(({ organisationId }) => organisationId === first)).toBe(
      false,
    );
    refused.length = 0;
    const later = await syncCity(strict, partial, { streams });
    expect(later.streams.map(({ status }) => status)).toEqual(['complete', 'complete']);
    for (const entity of ['Student', 'AttendanceMark'])
      expect(partial.contents()[entity]).toEqual(target.contents()[entity]);
  });

  it('waits when the rate is limited', async () => {
    let time = summer;
    const limited = cityServer({ now: () => time, rateLimit: { requests: 20, seconds: 60 } });
    const patient = new CollectingTarget();
    const told = await sync({
      sources: [wonde({ token: limited.token, baseUrl: 'https://wonde.example/v1.0' })],
      target: patient,
      key: Buffer.alloc(32, 7),
      streams: ['schools', 'subjects'],
      fetch: ((input: Request) => limited.handle(input)) as typeof fetch,
      now: () => time,
      sleep: async (milliseconds) => {
        time += milliseconds;
      },
    });
    expect(told.streams.map(({ status }) => status)).toEqual(['complete', 'complete']);
    expect(time).toBeGreaterThan(summer);
  });
});

describe('over HTTP', () => {
  it('reads a city that is handed over as it is', async () => {
    const { dataset, marksOf: marks, people } = city;
    const real = createWondeServer({ dataset, marksOf: marks, people });
    const { url, close } = await real.listen();
    const read = new CollectingTarget();
    try {
      const told = await sync({
        sources: [wonde({ token: real.token, baseUrl: url, attendance: days })],
        target: read,
        key: Buffer.alloc(32, 7),
        streams: ['schools', 'attendance'],
      });
      expect(told.streams.map(({ status, error }) => error ?? status)).toEqual(['complete', 'complete']);
    } finally {
      await close();
    }
    expect(read.records('AttendanceMark')).toHaveLength(target.records('AttendanceMark').length);
  });
});
