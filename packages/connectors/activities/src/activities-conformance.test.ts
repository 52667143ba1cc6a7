import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { testConnector } from '@collegial/connector-testing';
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
