import { openStore } from '../open-store.ts';
import { batch, mark } from './records.ts';

/**
 * Loads numbered batches into a store for ever, each with 40 enrolments and 40 marks of one day, and says which of
 * them were committed. Goes on where the checkpoint stands.
 */
const [path = ''] = process.argv.slice(2);
const store = await openStore({ path, threads: 1 });
const checkpoint = await store.checkpoint('mis', 'attendance_mark');
for (let number = Number(checkpoint?.cursor ?? 0) + 1; ; number++) {
  const people = Array.from({ length: 40 }, (_, index) => `${number}-${index}`);
  const date = new Date(Date.UTC(2023, 8, 1 + (number % 600))).toISOString().slice(0, 10);
  const at = { cursor: number, cursorVersion: 1, run: 'run-1', complete: false, counts: {} };
  await store.load(
    batch(
      'Enrolment',
      people.map((id) => ({
        id,
        studentId: id,
        organisationId: 'urn:1',
        status: 'current',
        enteredOn: '2023-09-01',
      })),
      { checkpoint: at },
    ),
  );
  await store.load(
    batch(
      'AttendanceMark',
      people.map((id) => mark(id, date, 'AM', number % 2 === 0 ? '/' : 'N')),
      { checkpoint: at },
    ),
  );
  if (number % 7 === 0) await store.refresh();
  process.stdout.write(`${number}\n`);
}
