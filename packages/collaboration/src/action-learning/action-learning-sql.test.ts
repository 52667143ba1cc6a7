import type { EntityInput } from '@collegial/model';
import { expect, test } from 'vitest';
import { city } from '../__fixtures__/city.ts';
import { storeOf } from '../__fixtures__/store-of.ts';
import { dayText } from '../time/days.ts';
import { actionLearning } from './action-learning.ts';
import { type ActionLearningRow, actionLearningSql } from './action-learning-sql.ts';

const schools = ['a', 'b', 'c', 'd'];
const sets = ['s1', 's2', 's3', 's4'];
const start = 19_600;

/** The same numbers every time: what matters is that they are many and without order. */
function numbers(seed: number) {
  let state = seed * 7_919_113;
  return (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 1;
    return Math.floor((state / 2 ** 31) * below);
  };
}

function dataset(seed: number) {
  const next = numbers(seed);
  const some = <Value>(value: () => Value) => (next(3) === 0 ? null : value());
  const day = () => dayText(start + next(400));
  const accounts = Array.from({ length: 60 }, (_, index): EntityInput<'AccountOfPractice'> => {
    const writtenOn = day();
    const answer = some(() => (['accepted', 'amended', 'rejected'] as const)[next(3)] ?? 'accepted');
    return {
      id: `a${index}`,
      // The last set has none.
      setId: sets[next(3)] ?? 's1',
      authorId: schools[next(4)] ?? 'a',
      hostId: schools[next(4)] ?? 'a',
      writtenOn,
      answer,
      answeredOn: some(day),
    };
  });
  return city(schools, {
    ActionLearningSet: sets.map((id) => ({ id, name: id, startsOn: dayText(start), endsOn: some(day) })),
    ActionLearningMember: sets.slice(0, 3).flatMap((setId) =>
      schools.map((organisationId) => ({
        id: `${setId}-${organisationId}`,
        setId,
        organisationId,
        people: next(7),
        validFrom: some(day),
        validTo: some(day),
      })),
    ),
    ActionLearningCycle: Array.from({ length: 20 }, (_, index) => ({
      id: `c${index}`,
      setId: sets[next(3)] ?? 's1',
      startsOn: day(),
      discussedOn: day(),
      readOn: day(),
      analysedOn: day(),
      reconsideredOn: day(),
      reviewedOn: some(day),
    })),
    AccountOfPractice: accounts,
  });
}

test('SQL and the pure function agree on every set', async () => {
  const all: ActionLearningRow[] = [];
  for (const [seed, days] of [1, 2, 3, 4].flatMap(
    (one) =>
      [
        [one, 150],
        [one, 350],
      ] as const,
  )) {
    const store = await storeOf(dataset(seed));
    const asOf = dayText(start + days);
    const rows = await store.query<ActionLearningRow>(actionLearningSql(sets, asOf));
    const expected = await Promise.all(
      sets.map(async (set) => {
        const { size, cycles, cyclesCompleted, accounts } = await actionLearning(store, { set, asOf });
        return {
          set_id: set,
          people: size.people,
          too_large: size.tooLarge,
          cycles: cycles.length,
          cycles_completed: cyclesCompleted,
          written: accounts.written,
          answered: accounts.answered,
          median_days_to_answer: accounts.medianDaysToAnswer,
        };
      }),
    );
    expect(rows).toEqual(expected);
    all.push(...rows);
  }
  expect(all.some((row) => row.median_days_to_answer !== null)).toBe(true);
  expect(all.some((row) => row.too_large)).toBe(true);
});
