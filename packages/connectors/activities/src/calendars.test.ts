import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readStream } from './__fixtures__/read-stream.ts';
import { activities } from './activities-connector.ts';
import type { CalendarMapping } from './calendar/calendar-mapping.ts';
import { explainCalendars } from './calendar/explain-calendars.ts';

const fixture = (name: string) => fileURLToPath(new URL(`__fixtures__/${name}`, import.meta.url));
const text = readFileSync(fixture('north.ics'), 'utf8');
const mapping = JSON.parse(readFileSync(fixture('mapping.json'), 'utf8')) as CalendarMapping;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'calendars-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Settings = Parameters<typeof activities>[0];
type Calendar = NonNullable<Settings['calendars']>[number];
const north: Calendar = {
  path: fixture('north.ics'),
  mapping: fixture('mapping.json'),
  school: 'urn:900001',
};
const read = (change: Partial<Calendar> = {}, settings: Partial<Settings> = {}) =>
  readStream(activities({ calendars: [{ ...north, ...change }], ...settings }), 'activities', 'Activity');
const parts = (change: Partial<Calendar> = {}) =>
  readStream(activities({ calendars: [{ ...north, ...change }] }), 'participations', 'Participation');
const ofText = (content: string, change: Partial<Calendar> = {}) => {
  const path = join(folder, 'some.ics');
  writeFileSync(path, content);
  return read({ path, ...change });
};
/** A calendar of one event of the group's heads. */
const event = (lines: string) =>
  `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:u\r\n${lines}\r\nSUMMARY:Heads' meeting with South\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;

describe('the events of a calendar', () => {
  it('become activities by the first rule that fits, series one for each occasion', async () => {
    const { records } = await read();
    expect(records.map(({ kind, title, startsOn, endsOn }) => [kind, title, startsOn, endsOn])).toEqual([
      ['meeting', 'Meeting', '2025-03-06', null],
      ['meeting', 'Meeting', '2025-03-13', null],
      ['meeting', 'Meeting', '2025-03-28', null],
      ['meeting', 'Meeting', '2025-04-10', null],
      // 23.30 in UTC is half past midnight in London.
      ['visit', 'Visit', '2024-07-01', null],
      ['joint-training', 'Training days', '2025-02-17', '2025-02-18'],
      ['peer-review', 'Peer review', '2025-03-05', null],
    ]);
    expect(records[5]).toMatchObject({ aim: 'Raise attainment', recordedById: 'urn:900001' });
    expect(records[0]).toMatchObject({ groupId: 'A' });
    expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
  });

  it('name the schools that are recognised, with the hours of their people', async () => {
    const { records } = await parts();
    const of = (activity: number) => {
      const ids = [...new Set(records.map(({ activityId }) => activityId))];
      return records
        .filter(({ activityId }) => activityId === ids[activity])
        .map(({ organisationId, role, heads, hours }) => [organisationId, role, heads, hours]);
    };
    // East declined, and its hall is a room. Ninety minutes of one head each.
    expect(of(0)).toEqual([
      ['urn:900001', 'participant', 1, 1.5],
      ['urn:900002', 'participant', 1, 1.5],
    ]);
    // The changed occasion has its own time and people.
    expect(of(2)).toEqual([
      ['urn:900001', 'participant', 1, 3],
      ['urn:900002', 'participant', 1, 3],
      ['urn:900003', 'participant', 1, 3],
    ]);
    // South is known by the place: nobody of it is named, so that its hours are not known.
    expect(of(4)).toEqual([
      ['urn:900001', 'recipient', null, 2],
      ['urn:900002', 'provider', null, null],
    ]);
    expect(of(5)).toEqual([
      ['urn:900001', 'provider', null, 12],
      ['urn:900002', 'recipient', null, 24],
    ]);
  });

  it('that were called off are removed, with the parts of schools in them', async () => {
    const { removed } = await read();
    // The single event, the occasion that was called off, and the one that was taken out of the series.
    expect(removed.map((id) => id.split('|')[1])).toEqual(['2025-04-03', '2025-03-20', undefined]);
    expect((await parts()).removed).toHaveLength(6);
    const all = await ofText(text.replace('VERSION:2.0', 'VERSION:2.0\r\nMETHOD:CANCEL'));
    expect(all.records).toEqual([]);
    expect(all.removed).toHaveLength(10);
  });

  it('explain themselves when they give nothing', async () => {
    const { rejected, skipped, rows, total } = await read();
    expect(rows['north.ics']).toBe(14);
    expect(total).toBe(14);
    expect(rejected.map(({ at, line, field }) => [at, line, field])).toEqual([
      ['north.ics:7', lineOf('UID:alone'), 'schools'],
      ['north.ics:8', lineOf('UID:dentist'), 'rules'],
      ['north.ics:11', lineOf('UID:broken'), 'VEVENT'],
      ['north.ics:14', lineOf('UID:ticker'), 'RRULE'],
    ]);
    expect(rejected[0]?.reason).toMatch(
      /^only one school was recognised in it \(rule 4\); under schools, add/,
    );
    expect(rejected[1]?.reason).toMatch(/^no rule of the mapping fits; add a rule/);
    expect(skipped.map(({ at, reason }) => [at, reason.split(' ').slice(0, 4).join(' ')])).toEqual([
      ['north.ics:2', 'it changes an occasion'],
      ['north.ics:3', 'it changes an occasion'],
      ['north.ics:9', 'the mapping says to'],
      ['north.ics:10', 'it has not happened'],
      ['north.ics:13', 'a later version of'],
    ]);
  });

  it('are explained before anything is synced, every one of them', async () => {
    const { events, summary } = await explainCalendars(
      { calendars: [north] },
      { now: Date.parse('2025-09-01T06:00:00Z') },
    );
    expect([...new Set(events.map(({ row }) => row))]).toEqual(
      Array.from({ length: 14 }, (_, row) => row + 1),
    );
    expect(events.slice(0, 2)).toEqual([
      { file: 'north.ics', row: 1, line: lineOf('UID:heads'), outcome: 'placed', detail: 'meeting × 4' },
      { file: 'north.ics', row: 1, line: lineOf('UID:heads'), outcome: 'called off', detail: '2 removed' },
    ]);
    expect(events.filter(({ outcome }) => outcome === 'set aside').map(({ row }) => row)).toEqual([
      7, 8, 11, 14,
    ]);
    expect(summary.reduce((sum, line) => sum + line.events, 0)).toBe(events.length);
    expect(summary).toContainEqual({
      outcome: 'passed over',
      detail: 'it changes an occasion of a series that stands in the same calendar',
      events: 2,
    });
  });

  it('that no rule fits are passed over where the mapping says so', async () => {
    const { rejected, skipped } = await read({ mapping: { ...mapping, unmatched: 'skip' } });
    expect(rejected.map(({ at }) => at)).not.toContain('north.ics:8');
    expect(skipped).toContainEqual({ at: 'north.ics:8', reason: 'no rule of the mapping fits it' });
  });

  it('leave no name and no address anywhere', async () => {
    const everything = JSON.stringify([await read(), await parts()], (_, value) =>
      value instanceof Map ? [...value] : value,
    );
    for (const personal of ['Ada', 'northcote', 'Southgate', '@', 'Dentist', 'Room 4', 'dan.'])
      expect(everything.toLowerCase()).not.toContain(personal.toLowerCase());
  });

  it('that stand in two calendars are taken once', async () => {
    const source = activities({ calendars: [north, { ...north, school: 'urn:900002' }] });
    const { records, skipped } = await readStream(source, 'activities', 'Activity');
    expect(records).toHaveLength(7);
    expect(new Set(records.map(({ recordedById }) => recordedById))).toEqual(new Set(['urn:900001']));
    expect(skipped.filter(({ reason }) => reason.includes('read before'))).toHaveLength(13);
  });
});

describe('recurrence', () => {
  const days = async (lines: string, change: Partial<Calendar> = {}) =>
    (await ofText(event(lines), change)).records.map(({ startsOn }) => startsOn);

  it('is read within the window, also from long before it', async () => {
    const weekly = 'DTSTART:20000103T160000\r\nDTEND:20000103T170000\r\nRRULE:FREQ=WEEKLY';
    expect(await days(weekly, { from: '2025-01-01', to: '2025-01-20' })).toEqual([
      '2025-01-06',
      '2025-01-13',
      '2025-01-20',
    ]);
  });

  it('ends today when nothing else is said', async () => {
    const monthly = 'DTSTART:20250115T160000\r\nDURATION:PT1H\r\nRRULE:FREQ=MONTHLY;BYDAY=3WE';
    expect((await days(monthly)).at(-1)).toBe('2025-08-20');
  });

  it('keeps to the hour of the clock when summer time begins', async () => {
    const { records } = await ofText(
      event('DTSTART:20250329T233000Z\r\nDTEND:20250330T003000Z\r\nRRULE:FREQ=DAILY;COUNT=3'),
    );
    // The rule is in UTC: after the change, 23.30 is past midnight in London.
    expect(records.map(({ startsOn }) => startsOn)).toEqual(['2025-03-29', '2025-03-31', '2025-04-01']);
  });

  it('takes more days in, and out, also as whole days', async () => {
    const lines =
      'DTSTART:20250106T160000\r\nDTEND:20250106T170000\r\nRRULE:FREQ=WEEKLY;COUNT=4\r\nRDATE:20250108T160000\r\nEXDATE;VALUE=DATE:20250113\r\nEXDATE:20250120T160000';
    expect(await days(lines)).toEqual(['2025-01-06', '2025-01-08', '2025-01-27']);
  });

  it('follows a change of all occasions from one on', async () => {
    const changed = event(
      'DTSTART:20250106T160000\r\nDTEND:20250106T170000\r\nRRULE:FREQ=WEEKLY;COUNT=4',
    ).replace(
      'END:VCALENDAR',
      "BEGIN:VEVENT\r\nUID:u\r\nRECURRENCE-ID;RANGE=THISANDFUTURE:20250120T160000\r\nDTSTART:20250121T100000\r\nDTEND:20250121T110000\r\nSUMMARY:Heads' meeting with South\r\nEND:VEVENT\r\nEND:VCALENDAR",
    );
    const { records } = await ofText(changed);
    expect(records.map(({ startsOn }) => startsOn)).toEqual([
      '2025-01-06',
      '2025-01-13',
      '2025-01-21',
      '2025-01-28',
    ]);
    // The ids name the days of the series, so that a moved occasion stays the same activity.
    expect(records.map(({ id }) => id.split('|')[1])).toEqual([
      '2025-01-06',
      '2025-01-13',
      '2025-01-20',
      '2025-01-27',
    ]);
  });

  it('knows a change by its moment, in whatever time zone it is written', async () => {
    const zone = text.slice(text.indexOf('BEGIN:VTIMEZONE'), text.indexOf('BEGIN:VEVENT'));
    const series = event(
      'DTSTART;TZID=Europe/London:20250605T160000\r\nDTEND;TZID=Europe/London:20250605T170000\r\nRRULE:FREQ=WEEKLY;COUNT=2',
    );
    const change = event(
      'RECURRENCE-ID:20250612T150000Z\r\nDTSTART:20250613T150000Z\r\nDTEND:20250613T160000Z',
    );
    const body = (one: string) => one.slice(one.indexOf('BEGIN:VEVENT'), one.indexOf('END:VCALENDAR'));
    const { records } = await ofText(
      `BEGIN:VCALENDAR\r\n${zone}${body(series)}${body(change)}END:VCALENDAR\r\n`,
    );
    expect(records.map(({ startsOn }) => startsOn)).toEqual(['2025-06-05', '2025-06-13']);
  });

  it('measures how long it takes by the clock of each end', async () => {
    const zones = text
      .slice(text.indexOf('BEGIN:VTIMEZONE'), text.indexOf('BEGIN:VEVENT'))
      .replaceAll('Europe/London', 'An hour behind UTC')
      .replaceAll(/TZOFFSET(FROM|TO):\+\d+/g, 'TZOFFSET$1:-0100');
    const path = join(folder, 'long.ics');
    const lines =
      'DTSTART:20250106T090000Z\r\nDTEND;TZID=An hour behind UTC:20250106T090000\r\nATTENDEE:mailto:ada@north.example';
    writeFileSync(path, event(lines).replace('BEGIN:VEVENT', `${zones}BEGIN:VEVENT`));
    const { records } = await parts({ path });
    expect(records.map(({ hours }) => hours)).toEqual([1, null]);
  });

  it('of an occasion whose series is not in the calendar stands for itself', async () => {
    expect(
      await days('RECURRENCE-ID:20250106T160000\r\nDTSTART:20250107T160000\r\nDTEND:20250107T170000'),
    ).toEqual(['2025-01-07']);
  });

  it('without end, or with a rule that is none, is set aside', async () => {
    const endless = await ofText(event('DTSTART;VALUE=DATE:19000101\r\nRRULE:FREQ=DAILY'));
    expect(endless.rejected.map(({ field }) => field)).toEqual(['RRULE']);
    const wrong = await ofText(event('DTSTART;VALUE=DATE:20250101\r\nRRULE:FREQ=OFTEN'));
    expect(wrong.rejected).toHaveLength(1);
  });
});

describe('a calendar or mapping that cannot be used', () => {
  it.each([
    ['cut short', text.slice(0, 1500)],
    ['something else', '<html>Sign in</html>'],
    ['cut between two events', text.slice(0, text.indexOf('BEGIN:VEVENT'))],
  ])('%s is an error, so that nothing is taken for deleted', async (_, content) => {
    await expect(ofText(content)).rejects.toMatchObject({
      code: 'calendar.malformed',
      place: { file: 'some.ics' },
    });
  });

  it('of no file is told', async () => {
    await expect(read({ path: join(folder, 'nothing.ics') })).rejects.toMatchObject({
      code: 'file.not-found',
    });
    await expect(read({ mapping: join(folder, 'nothing.json') })).rejects.toMatchObject({
      code: 'file.not-found',
    });
    writeFileSync(join(folder, 'broken.json'), '{');
    await expect(read({ mapping: join(folder, 'broken.json') })).rejects.toMatchObject({
      code: 'config.invalid',
    });
  });

  const wrong: readonly (readonly [string, object, RegExp])[] = [
    ['a rule that would fit everything', { rules: [{ kind: 'visit' }] }, /rules\.0: it names no categories/],
    [
      'an address of two schools',
      { schools: [...mapping.schools, { school: 'x', addresses: ['@NORTH.example'] }] },
      /stands at schools\.0/,
    ],
    [
      'an address that is none',
      { schools: [{ school: 'x', addresses: ['north.example'] }] },
      /schools\.0\.addresses/,
    ],
    ['a setting that is not known', { colour: 'red' }, /colour/],
  ];
  it.each(wrong)('%s is told with its path', async (_, change, message) => {
    writeFileSync(join(folder, 'mapping.json'), JSON.stringify({ ...mapping, ...change }));
    const failure = read({ mapping: join(folder, 'mapping.json') });
    await expect(failure).rejects.toMatchObject({ code: 'config.invalid', place: { file: 'mapping.json' } });
    await expect(failure).rejects.toThrow(message);
  });

  it('of a kind that is not known is told for each event of the rule', async () => {
    const rules = [{ kind: 'barn-dance', words: ["Heads' meeting"] }];
    const { rejected } = await ofText(event('DTSTART;VALUE=DATE:20250106'), {
      mapping: { ...mapping, rules },
    });
    expect(rejected).toMatchObject([
      { field: 'rules.0.kind', reason: expect.stringContaining('no such kind') },
    ]);
  });

  it('that names nothing to read is refused', () => {
    expect(() => activities({})).toThrowError(expect.objectContaining({ code: 'config.invalid' }));
    expect(() => activities({ calendars: [{ ...north, timeZone: 'Europe/Nowhere' }] })).toThrow(/timeZone/);
  });
});

const lineOf = (start: string) => text.slice(0, text.indexOf(start)).split('\r\n').length - 1;
