import { attackFamily, type Family, type ProtectedCell } from '@collegial/disclosure';
import {
  attainment8,
  betweenSchoolSpread,
  disadvantageGap,
  persistentAbsence,
  suspensions,
} from '@collegial/indicators';
import type { IndicatorResult, PublishedFigure, State, Subgroup } from '@collegial/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { protectGroupFigures } from './protect-group-figures.ts';

const squares = { numerator: 0, products: 0, denominator: 0 };
const result = (school: string, state: State, subgroup: Subgroup | null = null): IndicatorResult => ({
  indicator: 'x',
  version: 1,
  scope: { kind: 'school', id: school },
  subgroup,
  period: '2023/24',
  state,
  value: 123.456,
  interval: { lower: 123, upper: 124 },
  coverage: 1,
  spread: null,
  flags: [],
  snapshot: 's',
});
const share = (did: number, didNot: number): State => ({
  kind: 'ratio',
  units: did + didNot,
  keySum: 0,
  numerator: did,
  denominator: did + didNot,
  squares: { ...squares, numerator: did, products: did, denominator: did + didNot },
});
const options = { period: '2023/24', threshold: 10 };
const protect = (
  definition: Parameters<typeof protectGroupFigures>[0]['definition'],
  states: Record<string, State>,
) =>
  protectGroupFigures({
    ...options,
    definition,
    results: new Map(Object.entries(states).map(([school, state]) => [school, [result(school, state)]])),
  });
const shown = (figures: readonly PublishedFigure[] | undefined) => figures?.[0]?.value !== null;

const counts = fc.tuple(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 60 }));
const school = fc.record({ F: counts, M: counts });

test('whatever the figures: no reader can work out a small count, and what is hidden holds nothing', () => {
  fc.assert(
    fc.property(fc.array(school, { minLength: 2, maxLength: 6 }), (schools) => {
      const sexes = ['F', 'M'] as const;
      const results = new Map(
        schools.map((one, index) => {
          const [did, didNot] = [one.F[0] + one.M[0], one.F[1] + one.M[1]];
          const parts = sexes.map((value) => result(`${index}`, share(...one[value]), { by: 'sex', value }));
          return [`${index}`, [result(`${index}`, share(did, didNot)), ...parts]] as const;
        }),
      );
      const { group, members } = protectGroupFigures({ ...options, definition: persistentAbsence, results });
      const published = new Map<string, ProtectedCell>();
      const cells = new Map<string, number[]>();
      const id = (place: string, figure: { subgroup: Subgroup | null }) =>
        `${place} ${figure.subgroup?.value ?? 'all'}`;
      for (const [place, list] of results) {
        for (const one of list) {
          const state = one.state as Extract<State, { kind: 'ratio' }>;
          const own = [state.numerator, state.denominator - state.numerator];
          cells.set(id(place, one), own);
          const sum = cells.get(id('group', one)) ?? [0, 0];
          cells.set(
            id('group', one),
            sum.map((count, at) => count + (own[at] ?? 0)),
          );
        }
      }
      for (const [place, figures] of [['group', group], ...members] as const) {
        for (const figure of figures) {
          if (figure.symbol === 'c') {
            expect([figure.value, figure.interval, figure.units]).toEqual([null, null, null]);
            expect(figure.flags).toEqual(['suppressed']);
            published.set(id(place, figure), { id: id(place, figure), state: 'hidden', reason: 'small' });
          } else {
            published.set(id(place, figure), {
              id: id(place, figure),
              state: 'shown',
              counts: cells.get(id(place, figure))!,
            });
          }
        }
      }
      const places = [...results.keys()];
      const names = ['all', ...sexes];
      const family: Family = {
        cells: [...cells].map(([cell, own]) => ({ id: cell, counts: own })),
        lines: [
          ...names.map((name) => ({
            total: `group ${name}`,
            parts: places.map((place) => `${place} ${name}`),
          })),
          ...['group', ...places].map((place) => ({
            total: `${place} all`,
            parts: sexes.map((sex) => `${place} ${sex}`),
          })),
        ],
        holders: places.map((place) => ({ id: place, knows: names.map((name) => `${place} ${name}`) })),
      };
      expect(attackFamily(family, published)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('an exact value is never taken over: values come from the states that may be shown', () => {
  const { group, members } = protect(persistentAbsence, {
    a: share(10, 30),
    b: share(20, 20),
    c: share(30, 10),
  });
  expect(members.get('a')?.[0]).toMatchObject({ value: 0.25, units: 40, symbol: null });
  expect(group[0]).toMatchObject({ value: 0.5, units: 120 });
  expect(JSON.stringify([group, ...members])).not.toContain('123');
});

test('zero is shown, a complement of three is not', () => {
  const { members } = protect(persistentAbsence, {
    a: share(0, 400),
    b: share(37, 3),
    c: share(30, 20),
    d: share(20, 30),
  });
  expect(members.get('a')?.[0]).toMatchObject({ value: 0, symbol: null });
  expect(members.get('b')?.[0]?.symbol).toBe('c');
});

test('a handful of suspensions is a handful of students; each neighbour that could subtract is covered', () => {
  const events = (numerator: number): State => ({
    kind: 'ratio',
    units: 200,
    keySum: 0,
    numerator,
    denominator: 200,
    squares: { numerator, products: numerator, denominator: 200 },
  });
  const { members } = protect(suspensions, { a: events(4), b: events(12), c: events(50), d: events(260) });
  expect([...members].map(([, figures]) => shown(figures))).toEqual([false, false, false, true]);
});

test('a mean rests on its people, a gap on both sides', () => {
  const mean = (units: number): State => ({
    kind: 'mean',
    units,
    keySum: 0,
    sum: units * 450_000,
    sumOfSquares: units * 20_250_000,
  });
  const means = protect(attainment8, { a: mean(9), b: mean(30), c: mean(40), d: mean(50) });
  expect([...means.members].map(([, figures]) => shown(figures))).toEqual([false, false, false, true]);
  expect(means.members.get('d')?.[0]).toMatchObject({ value: 45, units: 50 });
  const side = (units: number, value: number) => ({
    units,
    sum: units * value * 10_000,
    sumOfSquares: units * value * value * 10_000,
  });
  const gap = (compared: number): State => ({
    kind: 'gap',
    units: compared + 50,
    keySum: 0,
    compared: side(compared, 35),
    others: side(50, 45),
  });
  const gaps = protect(disadvantageGap, { a: gap(4), b: gap(20), c: gap(30), d: gap(40) });
  expect([...gaps.members].map(([, figures]) => shown(figures))).toEqual([false, false, false, true]);
});

test('a spread leaves out schools whose own value is hidden, and needs three others', () => {
  const area = (id: string, value: number, weight: number): State => ({
    kind: 'area',
    units: weight,
    keySum: 0,
    schools: [{ id, value, weight }],
  });
  const [b, c, d] = [area('b', 40, 30), area('c', 44, 30), area('d', 48, 30)];
  const spread = (states: Record<string, State>) => protect(betweenSchoolSpread, states);
  // √((16 + 0 + 16) ÷ 3)
  expect(spread({ b, c, d }).group[0]).toMatchObject({ value: 3.27, interval: null, units: null, flags: [] });
  expect(spread({ b, c, d }).members.size).toBe(0);
  const small = area('a', 90, 9);
  // b and c are hidden in Attainment 8 as well, so that neither can work out a: out of the spread b would know c, and then a.
  expect(spread({ a: small, b, c, d }).group[0]).toMatchObject({ value: null, symbol: 'c' });
  const larger = { e: area('e', 40, 40), f: area('f', 44, 40), g: area('g', 48, 40) };
  // d, e, f and g remain: √((9 + 25 + 1 + 9) ÷ 4)
  expect(spread({ a: small, b, c, d, ...larger }).group[0]).toMatchObject({
    value: 3.32,
    flags: ['partial-coverage'],
  });
});
