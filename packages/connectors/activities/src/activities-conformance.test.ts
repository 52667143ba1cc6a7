import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { testConnector } from '@collegial/connector-testing';
import { recordsOfInbox } from './__fixtures__/fill-inbox.ts';
import { activities } from './activities-connector.ts';

const schools = ['900001', '900002', '900003'];
const numbers = Array.from({ length: 12 }, (_, index) => index + 1);

/** Rows of an activity: the first school provides, the others receive. */
const rowsOf = (number: number, title = `Activity ${number}`) =>
  schools.map((school, index) =>
    index === 0
      ? `a${number},joint-training,${title},2024-10-0${1 + (number % 9)},${school},provider,2,18`
      : `a${number},,,,${school},recipient,4,36`,
  );
const confirmationOf = (number: number, verdict = 'confirmed') => `a${number},900002,${verdict},2024-11-02`;

testConnector({
  name: 'activities',
  plans: 600,
  readme: new URL('../README.md', import.meta.url),
  world({ directory, empty }) {
    const files = {
      activities: join(directory, 'activities.csv'),
      confirmations: join(directory, 'confirmations.csv'),
    };
    const write = (rows: readonly string[], confirmations: readonly string[]) => {
      const heading = 'activity_id,kind,title,starts_on,school,role,teachers,hours';
      writeFileSync(files.activities, `${[heading, ...(empty ? [] : rows)].join('\n')}\n`);
      const said = 'activity_id,school,verdict,decided_on';
      writeFileSync(files.confirmations, `${[said, ...(empty ? [] : confirmations)].join('\n')}\n`);
    };
    const confirmations = numbers.map((number) => confirmationOf(number));
    write(
      numbers.flatMap((number) => rowsOf(number)),
      confirmations,
    );
    return {
      source: activities(files),
      holds: empty
        ? { activities: 0, participations: 0, confirmations: 0 }
        : { activities: 12, participations: 36, confirmations: 12 },
      change: () =>
        write(
          [...numbers, 13].flatMap((number) => rowsOf(number, number === 3 ? 'Another title' : undefined)),
          [...confirmations.slice(1), confirmationOf(1, 'disputed'), confirmationOf(13)],
        ),
      remove() {
        write(
          numbers.slice(1).flatMap((number) => rowsOf(number)),
          confirmations.slice(1),
        );
        return { activities: 1, participations: 3, confirmations: 1 };
      },
    };
  },
});

/** An event of two schools; the organiser's comes first. */
const eventOf = (number: number, title = 'Peer review') =>
  [
    'BEGIN:VEVENT',
    `UID:event-${number}@north.example`,
    `DTSTART:2024030${1 + (number % 9)}T090000Z`,
    'DURATION:PT2H',
    `SUMMARY:${title}`,
    'ORGANIZER;CN=Ada Northcote:mailto:ada.northcote@north.example',
    'ATTENDEE;CN=Ben Southgate:mailto:ben.southgate@south.example',
    'END:VEVENT',
  ].join('\r\n');

testConnector({
  name: 'activities (iCalendar)',
  reports: 'reports/calendar',
  plans: 20,
  readme: new URL('../README.md', import.meta.url),
  world({ directory, empty }) {
    const path = join(directory, 'north.ics');
    const write = (events: readonly string[]) => {
      const body = empty ? [] : events;
      writeFileSync(path, ['BEGIN:VCALENDAR', 'VERSION:2.0', ...body, 'END:VCALENDAR', ''].join('\r\n'));
    };
    write(numbers.map((number) => eventOf(number)));
    const mapping = {
      schools: [
        { school: 'urn:900001', addresses: ['@north.example'] },
        { school: 'urn:900002', addresses: ['@south.example'] },
      ],
      rules: [
        { kind: 'peer-review', words: ['Peer review'] },
        { kind: 'visit', words: ['Visit'] },
      ],
    };
    return {
      source: activities({ calendars: [{ path, mapping, school: 'urn:900001' }] }),
      holds: empty
        ? { activities: 0, participations: 0, confirmations: 0 }
        : { activities: 12, participations: 24, confirmations: 0 },
      change: () =>
        write([...numbers, 13].map((number) => eventOf(number, number === 3 ? 'Visit' : undefined))),
      remove() {
        write(numbers.slice(1).map((number) => eventOf(number)));
        return { activities: 1, participations: 2 };
      },
      canaries: ['Northcote', 'Southgate', 'north.example', 'south.example'],
    };
  },
});

testConnector({
  name: 'activities (inbox)',
  reports: 'reports/inbox',
  plans: 20,
  readme: new URL('../README.md', import.meta.url),
  async world({ directory, empty }) {
    const { write, change, correct } = recordsOfInbox(join(directory, 'inbox'));
    await write(empty ? [] : numbers);
    return {
      source: activities({ inbox: { directory: join(directory, 'inbox'), tenant: 'city' } }),
      holds: empty
        ? { activities: 0, participations: 0, confirmations: 0 }
        : { activities: 12, participations: 24, confirmations: 12 },
      change,
      async remove() {
        await correct();
        return { confirmations: 1 };
      },
    };
  },
});
