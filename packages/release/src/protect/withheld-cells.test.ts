import { attackFamily, type Family, type ProtectedCell } from '@collegial/disclosure';
import {
  absenceRate,
  attainment8,
  attendanceRate,
  authorisedAbsenceRate,
  fivePassesAtAnyGrade,
  type IndicatorDefinition,
  permanentExclusions,
  suspensions,
  unauthorisedAbsenceRate,
} from '@collegial/indicators';
import type { IndicatorResult, PublishedFigure, State, Subgroup } from '@collegial/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupCells } from './group-cells.ts';
import { protectGroupFigures } from './protect-group-figures.ts';
import { withheldCells } from './withheld-cells.ts';

/** Exact results of one indicator, by school. */
interface OfOneGroup {
  readonly definition: IndicatorDefinition;
  readonly results: ReadonlyMap<string, readonly IndicatorResult[]>;
}

const threshold = 10;
const period = '2023/24';
const resultOf = (school: string, state: State, subgroup: Subgroup | null): IndicatorResult => ({
  indicator: 'x',
  version: 1,
  scope: { kind: 'school', id: school },
  subgroup,
  period,
  state,
  value: null,
  interval: null,
  coverage: 1,
  spread: null,
  flags: [],
  snapshot: 's',
});
const ratioState = (units: number, numerator: number, denominator: number, heads = denominator): State => ({
  kind: 'ratio',
  units,
  keySum: 0,
  numerator,
  denominator,
  squares: { numerator: numerator ** 2, products: numerator * denominator, denominator: heads },
});
const meanState = (units: number): State => ({
  kind: 'mean',
  units,
  keySum: 0,
  sum: units * 450_000,
  sumOfSquares: units * 20_250_000,
});

/** Figures by `indicator school|subgroup`, protected together, or each indicator on its own. */
function publish(
  indicators: readonly OfOneGroup[],
  together: boolean,
  group = 'G',
  others: Readonly<Record<string, readonly OfOneGroup[]>> = {},
): Map<string, PublishedFigure> {
  const all = { ...others, [group]: indicators };
  const withheld = withheldCells(
    indicators.map(({ definition }, index) => ({
      definition,
      groups: new Map(Object.entries(all).map(([id, list]) => [id, list[index]!.results])),
    })),
    threshold,
  );
  const figures = new Map<string, PublishedFigure>();
  for (const { definition, results } of indicators) {
    const shown = protectGroupFigures({
      definition,
      period,
      threshold,
      results,
      ...(together ? { withheld: withheld(definition.id, group) } : {}),
    });
    for (const [school, list] of [['', shown.group] as const, ...shown.members])
      for (const figure of list)
        figures.set(`${definition.id} ${school}|${figure.subgroup?.value ?? ''}`, figure);
  }
  return figures;
}

const sexes = ['F', 'M'] as const;
const side = fc.record({
  passed: fc.integer({ min: 0, max: 30 }),
  failed: fc.integer({ min: 0, max: 14 }),
});
const schools = fc.array(fc.record({ F: side, M: side }), { minLength: 3, maxLength: 5 });
type Schools = readonly Record<(typeof sexes)[number], { passed: number; failed: number }>[];

/** The same students, as a mean and as a share. */
function twoIndicators(made: Schools): OfOneGroup[] {
  const of = (definition: IndicatorDefinition, state: (passed: number, failed: number) => State) => ({
    definition,
    results: new Map(
      made.map(({ F, M }, index) => [
        `${index}`,
        [
          resultOf(`${index}`, state(F.passed + M.passed, F.failed + M.failed), null),
          resultOf(`${index}`, state(F.passed, F.failed), { by: 'sex', value: 'F' }),
          resultOf(`${index}`, state(M.passed, M.failed), { by: 'sex', value: 'M' }),
        ],
      ]),
    ),
  });
  return [
    of(attainment8, (passed, failed) => meanState(passed + failed)),
    of(fivePassesAtAnyGrade, (passed, failed) => ratioState(passed + failed, passed, passed + failed)),
  ];
}

/** What a reader can tell of the number of students, who takes it from whichever figure prints it. */
function leaksOf(indicators: readonly OfOneGroup[], figures: ReadonlyMap<string, PublishedFigure>) {
  const { states, lines, holders } = groupCells(indicators[0]!.results);
  const cells = [...states].map(([id, state]) => ({ id, counts: [state.units] }));
  const family: Family = { cells, lines, holders, threshold };
  const published = new Map(
    cells.map((cell): [string, ProtectedCell] => {
      const key = cell.id.replace('sex=', '');
      const printed = indicators.some(
        ({ definition }) => figures.get(`${definition.id} ${key}`)?.units === cell.counts[0],
      );
      return [
        cell.id,
        printed ? { ...cell, state: 'shown' } : { id: cell.id, state: 'hidden', reason: 'small' },
      ];
    }),
  );
  return attackFamily(family, published);
}

test('a number of students that one indicator hides is not shown by the next', () => {
  let leaky = 0;
  fc.assert(
    fc.property(schools, (made) => {
      const indicators = twoIndicators(made);
      if (leaksOf(indicators, publish(indicators, false)).length > 0) leaky += 1;
      expect(leaksOf(indicators, publish(indicators, true))).toEqual([]);
    }),
    { numRuns: 100 },
  );
  // Negative control: protected one by one, indicators give each other away.
  expect(leaky).toBeGreaterThan(5);
});

test('of absence, authorised and unauthorised, no two give the third back', () => {
  const schoolsMade: Record<string, { authorised: number; unauthorised: number }> = {
    a: { authorised: 40, unauthorised: 4 },
    b: { authorised: 50, unauthorised: 20 },
    c: { authorised: 30, unauthorised: 30 },
    d: { authorised: 90, unauthorised: 60 },
    e: { authorised: 80, unauthorised: 70 },
  };
  const possible = 1000;
  const of = (
    definition: IndicatorDefinition,
    count: (made: { authorised: number; unauthorised: number }) => number,
  ): OfOneGroup => ({
    definition,
    results: new Map(
      Object.entries(schoolsMade).map(([school, made]) => [
        school,
        [resultOf(school, ratioState(100, count(made), possible, 10_000), null)],
      ]),
    ),
  });
  const indicators = [
    of(attendanceRate, ({ authorised, unauthorised }) => possible - authorised - unauthorised),
    of(absenceRate, ({ authorised, unauthorised }) => authorised + unauthorised),
    of(authorisedAbsenceRate, ({ authorised }) => authorised),
    of(unauthorisedAbsenceRate, ({ unauthorised }) => unauthorised),
  ];
  const derivable = (figures: ReadonlyMap<string, PublishedFigure>) =>
    Object.keys(schoolsMade).filter((school) => {
      const value = (definition: IndicatorDefinition) => figures.get(`${definition.id} ${school}|`)?.value;
      const absence = value(absenceRate) ?? value(attendanceRate);
      return (
        value(unauthorisedAbsenceRate) === null && absence != null && value(authorisedAbsenceRate) != null
      );
    });
  expect(derivable(publish(indicators, false))).toContain('a');
  expect(derivable(publish(indicators, true))).toEqual([]);
  const shown = publish(indicators, true);
  expect(shown.get(`${absenceRate.id} a|`)?.value).toBe(0.044);
  expect(shown.get(`${unauthorisedAbsenceRate.id} e|`)?.value).toBe(0.07);
});

test('students who were suspended and are not in the headcount are no difference between two figures', () => {
  const of = (definition: IndicatorDefinition, outside: number, events: number): OfOneGroup => ({
    definition,
    results: new Map(
      ['a', 'b', 'c', 'd'].map((school) => [
        school,
        [resultOf(school, ratioState(100 + outside, events, 100), null)],
      ]),
    ),
  });
  const figures = publish([of(suspensions, 3, 40), of(permanentExclusions, 0, 0)], true);
  expect(figures.get(`${suspensions.id} a|`)).toMatchObject({ value: 40, units: 100 });
  expect(figures.get(`${permanentExclusions.id} a|`)).toMatchObject({ value: 0, units: 100 });
});

test('what a school hides in one of its groups it does not show in another', () => {
  const passed: Record<string, number> = { a: 3, b: 12, c: 15, d: 22, e: 25, f: 27 };
  const of = (...schools: string[]): OfOneGroup[] => [
    {
      definition: fivePassesAtAnyGrade,
      results: new Map(
        schools.map((id) => [id, [resultOf(id, ratioState(60, passed[id] ?? 0, 60), null)]] as const),
      ),
    },
  ];
  const groups = { G: of('a', 'b', 'c', 'd'), H: of('b', 'c', 'd', 'e', 'f') };
  const schoolsOf = (group: 'G' | 'H') => [...(groups[group][0]?.results.keys() ?? [])];
  const count = (schools: readonly string[]) => {
    const did = schools.reduce((sum, school) => sum + (passed[school] ?? 0), 0);
    return [did, 60 * schools.length - did];
  };
  const leaks = (together: boolean) => {
    const cells = new Map<string, readonly number[]>(Object.keys(passed).map((id) => [id, count([id])]));
    const published = new Map<string, ProtectedCell>();
    for (const group of ['G', 'H'] as const) {
      cells.set(group, count(schoolsOf(group)));
      for (const [key, figure] of publish(groups[group], together, group, groups)) {
        const id = key.split(' ')[1]?.replace('|', '') || group;
        if (figure.value !== null) published.set(id, { id, state: 'shown', counts: cells.get(id) ?? [] });
      }
    }
    const family: Family = {
      cells: [...cells].map(([id, counts]) => ({ id, counts })),
      lines: (['G', 'H'] as const).map((group) => ({ total: group, parts: schoolsOf(group) })),
      holders: Object.keys(passed).map((id) => ({ id, knows: [id] })),
      threshold,
    };
    return attackFamily(family, published).map(({ cell, reader }) => [cell, reader]);
  };
  // b, c and d are shown in H, and all but a of G is known.
  expect(leaks(false)).toContainEqual(['a', undefined]);
  expect(leaks(true)).toEqual([]);
});
