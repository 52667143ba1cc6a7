import type { EntityInput } from '@collegial/model';
import { beforeAll, describe, expect, it } from 'vitest';
import { city, cityServer, dataset, marksOf, schools, syncCity } from './__fixtures__/city-sync.ts';
import { CollectingTarget } from './__fixtures__/collecting-target.ts';
import type { EdfiServer, EdfiServerOptions } from './testing/index.ts';

const counted = (texts: Iterable<string>) => {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort();
};
/** Everything a full read of the server gives. */
const fullRead = async (server: EdfiServer, config = {}) => {
  const target = new CollectingTarget();
  await syncCity(server, target, { config });
  return target.contents();
};

const variants: [string, Partial<EdfiServerOptions>][] = [
  ['7.3 with data standard 5, cursor paging and links', {}],
  ['6.2 with data standard 4, offset paging and no links', { version: '6.2', links: false }],
];

describe.each(variants)('a sync from %s', (_name, options) => {
  let server: EdfiServer;
  const target = new CollectingTarget();
  beforeAll(async () => {
    server = cityServer(options);
    const report = await syncCity(server, target);
    expect(report.streams.filter(({ status }) => status !== 'complete')).toEqual([]);
    expect(report.streams.flatMap(({ quarantine }) => quarantine)).toEqual([]);
    expect(report.streams.flatMap(({ unmapped }) => unmapped)).toEqual([]);
    const read = report.streams.filter(({ rows }) => rows > 0);
    expect(read.map(({ completeness }) => completeness)).toEqual(read.map(() => 'verified'));
  });

  it('keeps schools, rolls, posts, results and suspensions', () => {
    const at = (id: string) => server.organisationId(id);
    const same = <Name extends 'Enrolment' | 'Appointment' | 'Assessment' | 'Exclusion'>(
      entity: Name,
      text: (record: EntityInput<Name>) => string,
    ) => {
      const sent = [...dataset[entity]] as EntityInput<Name>[];
      expect(
        counted(target.records(entity).map((record) => text(record as unknown as EntityInput<Name>))),
      ).toEqual(
        counted(
          sent.map((record) =>
            text({
              ...record,
              organisationId: at((record as { organisationId: string }).organisationId),
            } as never),
          ),
        ),
      );
    };
    same('Enrolment', (one) =>
      [
        one.organisationId,
        one.enteredOn,
        one.leftOn ?? '',
        one.exitReason ?? '',
        (one.yearGroup ?? 0) - (one.yearGroupIn ?? 0),
      ].join(' '),
    );
    same('Appointment', (one) =>
      [one.organisationId, one.role, one.fte, one.subject ?? '', one.validFrom, one.validTo ?? ''].join(' '),
    );
    same('Assessment', (one) =>
      [one.organisationId, one.kind, one.gradeScheme, one.grade, one.points, one.takenOn].join(' '),
    );
    same('Exclusion', (one) =>
      [one.organisationId, one.kind, one.startsOn, one.sessions ?? '', one.reasons?.join()].join(' '),
    );
    expect(target.records('Class')).toHaveLength([...dataset.Class].length);
    expect(target.records('ClassEnrolment')).toHaveLength([...dataset.ClassEnrolment].length);
    expect(target.records('Teaching')).toHaveLength([...dataset.Teaching].length);
    expect(target.records('Organisation').filter(({ kind }) => kind === 'school').length).toBe(
      [...dataset.Organisation].filter(({ kind }) => kind === 'school').length,
    );
  });

  it('keeps each person once, whatever the number of schools', () => {
    const upns = new Set([...dataset.Student].map(({ id }) => city.people.upnOf(id)));
    const teachers = new Set([...dataset.Staff].map(({ id }) => city.people.teacherNumberOf(id)));
    expect(target.records('Student')).toHaveLength(upns.size);
    expect(new Set(target.records('Student').map(({ linkKey }) => linkKey)).size).toBe(upns.size);
    expect(target.records('Staff')).toHaveLength(teachers.size);
  });

  it('keeps the absences of the registers as exceptions, and nothing else of them', () => {
    const absences = schools.flatMap((school) =>
      [...marksOf(school)].filter(({ code }) => 'CEHIMRST'.includes(code) || 'GNOU'.includes(code)),
    );
    const text = ({
      organisationId,
      date,
      session,
    }: {
      organisationId: string;
      date: string;
      session: string;
    }) => [organisationId, date, session].join(' ');
    const kept = target.records('AttendanceMark') as unknown as EntityInput<'AttendanceMark'>[];
    expect(kept.length).toBeGreaterThan(20);
    expect(new Set(kept.map(({ basis }) => basis))).toEqual(new Set(['exception']));
    expect(counted(kept.map(text))).toEqual(
      counted(
        absences.map((mark) => text({ ...mark, organisationId: server.organisationId(mark.organisationId) })),
      ),
    );
    const enrolments = new Set(target.records('Enrolment').map(({ id }) => id));
    expect(kept.every(({ enrolmentId }) => enrolments.has(enrolmentId))).toBe(true);
  });

  it('keeps the school days of every school', () => {
    const closed = (calendar: { terms: readonly { from: string; to: string }[]; closures?: unknown }) => {
      const days: string[] = [];
      for (const { from, to } of calendar.terms)
        for (let time = Date.parse(from); time <= Date.parse(to); time += 86_400_000) {
          const date = new Date(time).toISOString().slice(0, 10);
          const shut = (calendar.closures as { from: string; to: string }[]).some(
            (span) => span.from <= date && date <= span.to,
          );
          if (![0, 6].includes(new Date(time).getUTCDay()) && !shut) days.push(date);
        }
      return days.join();
    };
    const [sent] = [...dataset.Calendar];
    for (const calendar of target.records('Calendar'))
      expect(closed(calendar as never)).toBe(closed(sent as never));
    expect(target.records('Calendar')).toHaveLength([...dataset.Calendar].length);
  });

  it('lets no name, unique id or day of birth through', () => {
    const text = JSON.stringify(target.contents());
    for (const { id } of [...dataset.Student].slice(0, 50)) {
      expect(text).not.toContain(city.people.upnOf(id));
      expect(text).not.toContain(city.people.birthDateOf(id));
      expect(text).not.toContain(city.people.nameOf(id).surname);
    }
  });
});

const changed: [string, Partial<EdfiServerOptions>][] = [
  ['cursor paging, links', {}],
  ['offset paging, no links', { version: '7.1', links: false }],
  ['no links, and references that change silently', { links: false, silentCascades: true }],
];

describe.each(changed)('incremental reads (%s)', (_name, options) => {
  it('after changes, deletions and changes of keys equal a full read', async () => {
    const server = cityServer(options);
    const target = new CollectingTarget();
    await syncCity(server, target);
    const next = async () => {
      const report = await syncCity(server, target);
      expect(report.streams.filter(({ status }) => status !== 'complete')).toEqual([]);
      expect(target.contents()).toEqual(await fullRead(server));
      return report;
    };
    const quiet = await next();
    expect(quiet.streams.find(({ stream }) => stream === 'enrolments')).toMatchObject({
      mode: 'incremental',
      rows: 0,
    });

    // Records change, come and go.
    const [enrolment, other] = [...dataset.Enrolment];
    if (enrolment === undefined || other === undefined) throw new Error('the city is empty');
    server.update('Enrolment', { ...enrolment, leftOn: '2023-03-10', exitReason: 'Moved' });
    server.update('Student', { ...([...dataset.Student][3] as EntityInput<'Student'>), sex: 'X' });
    expect(server.remove('Exclusion', dataset.Exclusion[0]?.id ?? '')).toBe(true);
    const [lesson] = dataset.Class;
    for (const one of dataset.ClassEnrolment)
      if (one.classId === lesson?.id) server.remove('ClassEnrolment', one.id);
    for (const one of dataset.Teaching) if (one.classId === lesson?.id) server.remove('Teaching', one.id);
    server.remove('Class', lesson?.id ?? '');
    const [absent] = server.rows('studentSchoolAttendanceEvents').slice(6);
    if (absent === undefined) throw new Error('nobody is absent');
    server.delete('studentSchoolAttendanceEvents', absent.guid);
    await next();

    // An absence of the whole day becomes one of the afternoon.
    const [whole] = server.rows('studentSchoolAttendanceEvents').filter(({ row }) => row.eventDuration === 1);
    if (whole === undefined) throw new Error('nobody is absent all day');
    server.put(
      'studentSchoolAttendanceEvents',
      { ...whole.row, eventDuration: 0.5, departureTime: '12:00:00' },
      whole.guid,
    );
    await next();

    // Keys change: a student's unique id, an entry date, the day of an absence, the code of a course offering's sections.
    const people = target.records('Student').length;
    const rolls = new Set(target.records('Enrolment').map(({ id }) => id));
    const [student] = server.rows('students').slice(5);
    server.changeKey('students', student?.guid ?? '', { studentUniqueId: 'RENAMED-1' });
    const [entry] = server.rows('studentSchoolAssociations').slice(9);
    server.changeKey('studentSchoolAssociations', entry?.guid ?? '', { entryDate: '2022-09-05' });
    const [event] = server.rows('studentSchoolAttendanceEvents').slice(3);
    server.changeKey('studentSchoolAttendanceEvents', event?.guid ?? '', { eventDate: '2023-03-22' });
    const [section] = server.rows('sections').slice(7);
    server.changeKey('sections', section?.guid ?? '', { sectionIdentifier: 'RENAMED-2' });
    await next();
    expect(target.records('Student')).toHaveLength(people);
    expect(new Set(target.records('Enrolment').map(({ id }) => id))).toEqual(rolls);

    // An enrolment is deleted and entered anew, as systems do when a date was wrong: the marks move to it.
    const [again] = server
      .rows('studentSchoolAssociations')
      .filter(({ row }) =>
        server
          .rows('studentSchoolAttendanceEvents')
          .some(
            (one) =>
              JSON.stringify(one.row.studentReference) === JSON.stringify(row.studentReference) &&
              JSON.stringify(one.row.schoolReference) === JSON.stringify(row.schoolReference),
          ),
      );
    if (again === undefined) throw new Error('nobody on roll is absent');
    server.delete('studentSchoolAssociations', again.guid);
    server.put('studentSchoolAssociations', { ...again.row, entryDate: '2022-09-06' });
    await next();
  });
});

it('an API without change queries is read whole each time, and what is not met is gone', async () => {
  const server = cityServer({ changeQueries: false });
  const target = new CollectingTarget();
  await syncCity(server, target);
  server.remove('ClassEnrolment', dataset.ClassEnrolment[0]?.id ?? '');
  const report = await syncCity(server, target);
  expect(report.streams.find(({ stream }) => stream === 'class-students')).toMatchObject({
    mode: 'full',
    deletes: 'applied',
    deletedUnseen: 1,
  });
  expect(target.contents()).toEqual(await fullRead(server));
});

it('credentials that may not read deletions fall back to full reads', async () => {
  const server = cityServer({ refused: ['studentSectionAssociations/deletes', 'grades'] });
  const target = new CollectingTarget();
  await syncCity(server, target, { streams: ['class-students'] });
  server.remove('ClassEnrolment', dataset.ClassEnrolment[0]?.id ?? '');
  const report = await syncCity(server, target, { streams: ['class-students'] });
  expect(report.streams[0]).toMatchObject({ mode: 'full', deletes: 'applied', deletedUnseen: 1 });
});
