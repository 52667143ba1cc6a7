import { MemoryTarget } from '@collegial/connector-testing';
import type { EntityInput } from '@collegial/model';
import { describe, expect, it } from 'vitest';
import { cityServer, syncCity } from './__fixtures__/city-sync.ts';
import { staffId, studentId } from './__fixtures__/expected-records.ts';
import { recordsOf } from './__fixtures__/records-of.ts';
import { roster, summer } from './__fixtures__/roster.ts';
import type { OneRosterServer } from './testing/index.ts';

const hour = 3_600_000;
const [student, other, third] = roster.Student as EntityInput<'Student'>[];
const [school, second] = roster.Organisation as EntityInput<'Organisation'>[];
const [one, two] = roster.Class as EntityInput<'Class'>[];
const [result] = roster.Assessment as EntityInput<'Assessment'>[];

/** What happens at schools: people, roles, classes and results change, come and go. */
function change(server: OneRosterServer, at: number): void {
  server.update('Student', { ...(student as EntityInput<'Student'>), sex: 'X' }, at);
  server.update('Student', { id: 'new', linkKey: 'link:new', sex: 'F', birthYear: 2010, birthMonth: 2 }, at);
  server.update(
    'Enrolment',
    { ...(roster.Enrolment?.[0] as EntityInput<'Enrolment'>), leftOn: '2023-06-01' },
    at,
  );
  server.update(
    'Enrolment',
    {
      id: 'new',
      studentId: 'new',
      organisationId: school?.id ?? '',
      status: 'current',
      enteredOn: '2023-06-05',
      yearGroup: 8,
      yearGroupIn: 2022,
    },
    at,
  );
  server.update('StudentCharacteristic', { id: 'new', studentId: 'new', kind: 'language', value: 'ENG' }, at);
  server.remove(
    'StudentCharacteristic',
    roster.StudentCharacteristic?.find(({ studentId }) => studentId === third?.id)?.id ?? '',
    at,
  );
  server.remove('Student', other?.id ?? '', at);
  server.remove('Appointment', roster.Appointment?.[3]?.id ?? '', at);
  server.update(
    'Class',
    { ...(one as EntityInput<'Class'>), name: 'Renamed', organisationId: second?.id ?? '' },
    at,
  );
  server.remove('ClassEnrolment', roster.ClassEnrolment?.[5]?.id ?? '', at);
  server.update(
    'Teaching',
    { ...(roster.Teaching?.[1] as EntityInput<'Teaching'>), classId: two?.id ?? '' },
    at,
  );
  server.update('Assessment', { ...(result as EntityInput<'Assessment'>), grade: '101', points: 101 }, at);
  server.remove('Assessment', roster.Assessment?.[7]?.id ?? '', at);
  server.update(
    'Subject',
    { ...(roster.Subject?.[0] as EntityInput<'Subject'>), name: 'English language' },
    at,
  );
}

describe.each([
  ['1.2', 'marked'],
  ['1.1', 'marked'],
  ['1.2', 'dropped'],
] as const)('a second sync from %s with deleted rows %s', (version, deletedRows) => {
  it('has what a first one would have', async () => {
    const config = { version, deletedRows };
    const server = cityServer({ version, people: {}, quirks: { dropsDeleted: deletedRows === 'dropped' } });
    const target = new MemoryTarget();
    await syncCity(server, target, { config });
    const before = recordsOf(target);
    change(server, summer + hour);
    const report = await syncCity(server, target, { config, now: summer + 2 * hour });
    expect(report.status).toBe('complete');
    const fresh = new MemoryTarget();
    await syncCity(server, fresh, { config, now: summer + 2 * hour });
    expect(recordsOf(target)).toEqual(recordsOf(fresh));
    expect(recordsOf(target)).not.toEqual(before);
    const ids = (entity: string) =>
      recordsOf(target)[entity]?.map((record) => (record as { id: string }).id) ?? [];
    expect(ids('Student')).toContain(studentId('new'));
    expect(ids('Student')).not.toContain(studentId(other?.id ?? ''));
    expect(ids('Staff')).not.toContain(staffId(roster.Appointment?.[3]?.staffId ?? ''));
  });
});

describe('changes', () => {
  it('are asked for by the time of the last change, and nothing new changes nothing', async () => {
    const asked: string[] = [];
    const server = cityServer({ people: {} });
    const target = new MemoryTarget();
    const fetch = (request: Request) => {
      const { pathname, searchParams } = new URL(request.url);
      asked.push(`${pathname.split('/').at(-1)} ${searchParams.get('filter') ?? ''}`);
      return server.handle(request);
    };
    await syncCity(server, target);
    const before = recordsOf(target);
    const report = await syncCity(server, target, { now: summer + hour, fetch });
    expect(asked).toContain("enrollments dateLastModified>='2023-06-14T07:45:00.000Z'");
    expect(asked).toContain("users dateLastModified>='2023-06-14T07:45:00.000Z'");
    expect(recordsOf(target)).toEqual(before);
    const modes = Object.fromEntries(report.streams.map(({ stream, mode }) => [stream, mode]));
    expect(modes).toMatchObject({
      students: 'incremental',
      'class-students': 'incremental',
      enrolments: 'full',
    });
    expect(report.streams.reduce((sum, { loaded }) => sum + loaded, 0)).toBe(0);
  });

  it('begin anew when the identifier of a school changes', async () => {
    const server = cityServer({ people: {} });
    const target = new MemoryTarget();
    await syncCity(server, target);
    server.update('Organisation', { id: 'urn:995555', kind: 'school', name: 'New school' }, summer + hour);
    const report = await syncCity(server, target, { now: summer + 2 * hour });
    const classes = report.streams.find(({ stream }) => stream === 'classes');
    expect(classes?.mode).toBe('full');
    expect(classes?.notes.join()).toContain('organisations of the server have changed');
  });

  it('of demographics alone bring the student', async () => {
    const server = cityServer({ people: {} });
    const target = new MemoryTarget();
    await syncCity(server, target);
    server.update('Student', { ...(student as EntityInput<'Student'>), sex: 'X' }, summer + hour);
    const report = await syncCity(server, target, { now: summer + 2 * hour, streams: ['students'] });
    expect(report.streams[0]).toMatchObject({ mode: 'incremental', rows: 1, loaded: 1 });
    expect(recordsOf(target).Student).toContainEqual(
      expect.objectContaining({ id: studentId(student?.id ?? ''), sex: 'X' }),
    );
  });

  it('of very many students are read with everything else', async () => {
    const server = cityServer({ people: {} });
    const target = new MemoryTarget();
    await syncCity(server, target, { streams: ['students'] });
    for (let number = 0; number < 205; number += 1)
      server.update('Staff', { id: `mover ${number}`, linkKey: null }, summer + hour);
    const report = await syncCity(server, target, { now: summer + 2 * hour, streams: ['students'] });
    expect(report.streams[0]?.rows).toBeGreaterThan(205);
    const fresh = new MemoryTarget();
    await syncCity(server, fresh, { now: summer + 2 * hour, streams: ['students'] });
    expect(recordsOf(target)).toEqual(recordsOf(fresh));
  });
});
