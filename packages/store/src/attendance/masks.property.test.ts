import { type AttendanceMark, type EntityInput, englandAttendanceCodes } from '@collegial/model';
import { sql } from '@collegial/query';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { batch, mark } from '../__fixtures__/records.ts';
import { openStore } from '../open-store.ts';
import type { Store } from '../store.ts';

type Mark = EntityInput<'AttendanceMark'>;
type Step = { readonly marks: readonly Mark[]; readonly gone: readonly (readonly string[])[] };

/** Both sides of the change of 19 August 2024, codes of before and after it, and codes that never were any. */
const dates = [
  '2024-08-18',
  '2024-08-19',
  '2024-08-31',
  '2024-09-01',
  '2024-09-02',
  '2025-01-31',
  '2019-02-28',
];
const codes = ['/', '\\', 'L', 'I', 'U', 'N', 'H', 'J', 'J1', 'C1', 'X', '#', 'B', 'D', '??', '-', 'Ÿ'];
const meanings = ['present', 'approved-activity', 'authorised', 'unauthorised', 'not-possible'] as const;

const session = fc.constantFrom('AM' as const, 'PM' as const);
const key = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(...dates), session);
const anyMark = fc
  .tuple(
    key,
    fc.constantFrom(...codes),
    fc.option(fc.constantFrom(...meanings), { freq: 5 }),
    fc.option(fc.integer({ min: 0, max: 90 })),
  )
  .map(([[enrolment, date, at], code, statistical, minutesLate]) =>
    mark(enrolment, date, at, code, { statistical, minutesLate, organisationId: `urn:${enrolment}` }),
  );
const step: fc.Arbitrary<Step> = fc.record({
  marks: fc.array(anyMark, { maxLength: 30 }),
  gone: fc.array(
    key.map((parts) => [...parts]),
    { maxLength: 5 },
  ),
});

const maskOf: Record<string, string> = {
  present: 'present',
  'approved-activity': 'approved',
  authorised: 'authorised',
  unauthorised: 'unauthorised',
  'not-possible': 'not_possible',
};

/** The masks counted anew, mark by mark, in the plainest way. */
function recount(marks: Iterable<Mark>): Record<string, string[]> {
  const months: Record<string, string[]> = {};
  for (const { enrolmentId, date, session: at, code, statistical } of marks) {
    const known = englandAttendanceCodes.lookup(code, date)?.meaning;
    const counted: AttendanceMark['statistical'] | undefined = statistical ?? known?.statistical;
    const names = [counted === undefined ? 'unknown' : (maskOf[counted] as string)];
    if (known?.late === 'before-close' && counted === 'present') names.push('late_before');
    if (known?.late === 'after-close' && counted === 'unauthorised') names.push('late_after');
    const bit = (Number(date.slice(8)) - 1) * 2 + (at === 'PM' ? 1 : 0);
    for (const name of names) {
      const month = `${enrolmentId} ${date.slice(0, 7).replace('-', '')} ${name}`;
      months[month] = [...(months[month] ?? []), String(bit)].sort();
    }
  }
  return months;
}

async function stored(store: Store): Promise<Record<string, string[]>> {
  const months: Record<string, string[]> = {};
  for (const name of [...Object.values(maskOf), 'late_before', 'late_after', 'unknown']) {
    const rows = await store.query<{ enrolment_id: string; month: number; bit: number }>({
      text: `select enrolment_id, month, bit from attendance_month, range(62) r(bit) where (${name} >> cast(bit as integer)) & 1 = 1`,
      parameters: [],
    });
    for (const { enrolment_id, month, bit } of rows) {
      const entry = `${enrolment_id} ${month} ${name}`;
      months[entry] = [...(months[entry] ?? []), String(bit)].sort();
    }
  }
  return months;
}

test('masks equal a recount of the marks, whatever is loaded, marked again and deleted', async () => {
  const store = await openStore({ path: ':memory:', threads: 1 });
  await fc.assert(
    fc
      .asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
        const truth = new Map<string, Mark>();
        for (const [index, { marks, gone }] of steps.entries()) {
          const keyOf = (item: Mark) => `${item.enrolmentId} ${item.date} ${item.session}`;
          const fresh = new Set(marks.map(keyOf));
          const deletedKeys = gone.filter((parts) => !fresh.has(parts.join(' ')));
          const distinct = new Set(deletedKeys.map((parts) => parts.join(' ')));
          const present = [...distinct].filter((item) => truth.has(item)).length;
          const result = await store.load(
            batch('AttendanceMark', marks, { deletedKeys, run: `run-${index}` }),
          );
          expect(result.loaded + result.unchanged + result.duplicate).toBe(marks.length);
          expect(result.deleted).toBe(present);
          expect(result.absent).toBe(deletedKeys.length - present);
          for (const item of marks) truth.set(keyOf(item), item);
          for (const item of distinct) truth.delete(item);
        }
        expect(await stored(store)).toEqual(recount(truth.values()));
        await store.refresh();
        const [year] = await store.query<{ n: number; unknown: number }>(
          sql`select cast(coalesce(sum(possible), 0) as integer) as n, cast(coalesce(sum(unknown), 0) as integer) as unknown from attendance_year`,
        );
        const counted = [...truth.values()].map(
          ({ code, date, statistical }) =>
            statistical ?? englandAttendanceCodes.lookup(code, date)?.meaning.statistical ?? 'unknown',
        );
        expect(year?.unknown).toBe(counted.filter((meaning) => meaning === 'unknown').length);
        expect(year?.n).toBe(
          counted.filter((meaning) => meaning !== 'unknown' && meaning !== 'not-possible').length,
        );
        const unknown = (await store.unknownCodes()).reduce((sum, { count }) => sum + count, 0);
        expect(unknown).toBe(year?.unknown);
        const [raw] = await store.query<{ n: number; keys: number }>(
          sql`select count(*) as n, count(distinct (enrolment_id, date, session)) as keys from attendance_mark`,
        );
        expect(raw).toEqual({ n: truth.size, keys: truth.size });
      })
      .afterEach(async () => {
        const left = await store.query<{ e: string; d: string; s: string }>(
          sql`select enrolment_id as e, date as d, session as s from attendance_mark`,
        );
        await store.load(batch('AttendanceMark', [], { deletedKeys: left.map(({ e, d, s }) => [e, d, s]) }));
      }),
    { numRuns: 25 },
  );
  await store.close();
}, 60_000);
