import type { IndicatorResult, State } from '@collegial/model';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type RandomCity, randomCity } from '../__fixtures__/random-city.ts';
import { recount } from '../__fixtures__/recount.ts';
import { loadInto, storeOf } from '../__fixtures__/store-of.ts';
import { indicators } from '../indicators.ts';
import { merge } from '../state/merge.ts';
import { evaluate } from './evaluate.ts';

const scope = ['school:a', 'school:b', 'school:c', 'group:G'];
const counted = indicators.filter(({ id }) => /attendance-rate|persistent|five|attainment-8$/.test(id));
const all = (store: Parameters<typeof evaluate>[0], given = indicators) =>
  evaluate(store, { indicators: given, scope, period: '2023/24' });
/** Without what differs between stores: the id of the data, and the record keys, which each store draws for itself. */
const plain = (results: readonly IndicatorResult[]) =>
  results.map(({ snapshot: _, state, ...result }) => ({ ...result, state: { ...state, keySum: 0 } }));

async function evaluated(city: RandomCity, threads = 2, given = indicators): Promise<IndicatorResult[]> {
  const store = await storeOf(city, { threads });
  const results = await all(store, given);
  await store.close();
  return results;
}

it('equals an independent count of random small cities, for each school and the group', async () => {
  await fc.assert(
    fc.asyncProperty(randomCity, async (city) => {
      const results = await evaluated(city, 2, counted);
      for (const [id, schools] of [
        ['a', ['a']],
        ['b', ['b']],
        ['c', ['c']],
        ['G', ['a', 'b', 'c']],
      ] as const) {
        // A school without a single result is left out of the counts of results: it has not been loaded, so far as anyone can tell.
        const loaded = schools.filter((school) => recount(city, [school]).withResults > 0);
        const marked = recount(city, schools);
        const sat = recount(city, loaded);
        const found = (indicator: string) =>
          results.find((result) => result.indicator === indicator && result.scope.id === id)!.state;
        expect(found('presence.attendance-rate')).toMatchObject({
          units: marked.enrolments,
          numerator: marked.attended,
          denominator: marked.possible,
        });
        expect(found('presence.persistent-absence')).toMatchObject({
          numerator: marked.persistent,
          denominator: marked.enrolments,
        });
        expect(found('achievement.five-good-passes')).toMatchObject({
          numerator: sat.goodFive,
          denominator: sat.cohort,
        });
        expect(found('achievement.five-passes')).toMatchObject({
          numerator: sat.anyFive,
          denominator: sat.cohort,
        });
        expect(found('achievement.attainment-8')).toMatchObject({
          units: sat.cohort,
          sum: sat.scores.reduce((sum, score) => sum + score * 10_000, 0),
          sumOfSquares: sat.scores.reduce((sum, score) => sum + score ** 2 * 10_000, 0),
        });
      }
    }),
    { numRuns: 6, endOnFailure: true },
  );
});

it('gives a group the merge of its schools, whatever the order of the records, the threads, or the number of loads', async () => {
  await fc.assert(
    fc.asyncProperty(randomCity, fc.nat(), async (city, seed) => {
      const results = await evaluated(city);
      for (const { id } of indicators) {
        const states = results.filter(({ indicator }) => indicator === id).map(({ state }) => state);
        expect(merge<State>(states.slice(0, 3)), id).toEqual(states[3]);
      }
      const turned = Object.fromEntries(
        Object.entries(city).map(([entity, records]) => [entity, turn(records, seed)]),
      ) as unknown as RandomCity;
      expect(plain(await evaluated(turned, 1))).toEqual(plain(results));

      const store = await storeOf({
        ...city,
        AttendanceMark: city.AttendanceMark.slice(0, 20),
        Assessment: city.Assessment.slice(0, 5),
      });
      await all(store, counted);
      await loadInto(
        store,
        { AttendanceMark: city.AttendanceMark.slice(20), Assessment: city.Assessment.slice(5) },
        'second',
      );
      expect(plain(await all(store))).toEqual(plain(results));
      await store.close();
    }),
    { numRuns: 2, endOnFailure: true },
  );
});

/** The records backwards, beginning somewhere in the middle. */
function turn<Item>(items: readonly Item[], seed: number): Item[] {
  const cut = items.length === 0 ? 0 : seed % items.length;
  return [...items.slice(cut), ...items.slice(0, cut)].reverse();
}
