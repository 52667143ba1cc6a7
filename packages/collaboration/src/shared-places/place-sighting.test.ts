import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { days } from '../__fixtures__/rolls.ts';
import { observedYears } from '../time/observed-years.ts';
import { placeLines } from './place-lines.ts';
import { mergeSightings, type PlaceSighting, placeTraces } from './place-sighting.ts';

const sighting = (
  trace: PlaceSighting['trace'],
  evidence: string,
  from: string,
  to: string,
  change: Partial<PlaceSighting> = {},
): PlaceSighting => ({
  trace,
  kind: trace === 'managed-move' ? 'off-site-direction' : 'course-places',
  person: 'p',
  home: 'a',
  host: 'b',
  evidence: [evidence],
  ...days(from, to),
  ...change,
});
const always = [{ from: -1e6, to: 1e7 }];

describe('one place', () => {
  test('seen as guest, in two classes and as a direction is one place with all their evidence', () => {
    const { places, seenBefore } = mergeSightings([
      sighting('cross-school-class', 'class-1', '2023-09-13', '2023-12-20'),
      sighting('cross-school-class', 'class-2', '2024-01-08', '2024-07-10'),
      sighting('shared-places', 'guest', '2023-09-12', '2024-07-12'),
      sighting('managed-move', 'transfer', '2023-10-01', '2023-11-30'),
    ]);
    expect(places).toEqual([
      {
        ...sighting('managed-move', 'transfer', '2023-09-12', '2024-07-12'),
        evidence: ['class-1', 'class-2', 'guest', 'transfer'],
      },
    ]);
    expect(seenBefore).toEqual({ 'managed-move': 0, 'shared-places': 1, 'cross-school-class': 2 });
  });

  test('31 days between two sightings make one, 32 make two', () => {
    const first = sighting('shared-places', 'x', '2023-09-01', '2023-09-30');
    const second = (from: string) => sighting('shared-places', 'y', from, '2023-12-31');
    expect(mergeSightings([first, second('2023-11-01')]).places).toHaveLength(1);
    expect(mergeSightings([first, second('2023-11-02')]).places).toHaveLength(2);
  });

  test('another student, home, host or direction is another place', () => {
    const one = sighting('shared-places', 'x', '2023-09-01', '2024-07-12');
    const others = [{ person: 'q' }, { home: 'c' }, { host: 'c' }, { home: 'b', host: 'a' }];
    expect(mergeSightings([one, ...others.map((change) => ({ ...one, ...change }))]).places).toHaveLength(5);
  });

  test('the order of the sightings does not matter, and nothing is lost', () => {
    const arbitrary = fc.array(
      fc.record({
        trace: fc.constantFrom(...placeTraces),
        kind: fc.constant('course-places' as const),
        person: fc.constantFrom('p', 'q'),
        home: fc.constant('a'),
        host: fc.constantFrom('b', 'c'),
        evidence: fc.tuple(fc.constantFrom('e1', 'e2', 'e3', 'e4')),
        from: fc.integer({ min: 0, max: 300 }),
        to: fc.integer({ min: 301, max: 600 }),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(arbitrary, (list) => {
        const merged = mergeSightings(list);
        expect(mergeSightings([...list].reverse())).toEqual(merged);
        const before = Object.values(merged.seenBefore).reduce((sum, count) => sum + count, 0);
        expect(merged.places.length + before).toBe(list.length);
        expect(mergeSightings(merged.places).places).toHaveLength(merged.places.length);
      }),
    );
  });
});

describe('lines', () => {
  const years = observedYears([2022, 2023]);
  const lines = (places: readonly PlaceSighting[], inForce = always) =>
    placeLines(places, years, inForce).map(({ academicYear, places: count, from, to }) => [
      academicYear,
      count,
      from,
      to,
    ]);

  test('students of one school at one host are one line', () => {
    const one = sighting('shared-places', 'x', '2023-09-13', '2024-07-10');
    expect(lines([one, { ...one, person: 'q', ...days('2023-10-01', '2024-07-17') }])).toEqual([
      [2023, 2, '2023-09-13', '2024-07-17'],
    ]);
  });

  test('a direction over the turn of the year counts in both, a managed move in the year in which it begins', () => {
    const direction = sighting('managed-move', 'x', '2023-06-01', '2023-10-20');
    expect(lines([direction])).toEqual([
      [2022, 1, '2023-06-01', '2023-08-31'],
      [2023, 1, '2023-09-01', '2023-10-20'],
    ]);
    expect(lines([{ ...direction, kind: 'managed-move' }])).toEqual([[2022, 1, '2023-06-01', '2023-08-31']]);
  });

  test('days on which no agreement is in force are not read', () => {
    const place = sighting('shared-places', 'x', '2022-09-13', '2024-07-10');
    expect(lines([place], [days('2024-01-01', '2024-12-31')])).toEqual([
      [2023, 1, '2024-01-01', '2024-07-10'],
    ]);
    expect(lines([place], [days('2021-01-01', '2021-12-31')])).toEqual([]);
  });
});
