import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../resampling/seeded-random.ts';
import type { ContextTable } from './context-table.ts';
import { similarSchools } from './similar-schools.ts';
import { standardise } from './standardise.ts';

const four: ContextTable = {
  ids: ['dale', 'ash', 'cedar', 'beech'],
  columns: [
    { name: 'free meals', values: [41, 10, 40, 12] },
    { name: 'pupils', values: [900, 1000, 1100, 1000] },
  ],
};

describe('hand-worked', () => {
  // Free meals: median 26, deviations 15, 16, 14, 14, median 14.5, scale 21.4977. Pupils: median 1000, deviations 100, 0, 100, 0: 50, scale 74.13.
  const free = 1.4826 * 14.5;
  const pupils = 1.4826 * 50;

  it('has distances in deviations, each measure half', () => {
    const [cedar] = similarSchools(four, { count: 3, schools: ['cedar'] }).schools;
    expect(cedar?.neighbours.map(({ id }) => id)).toEqual(['beech', 'ash', 'dale']);
    const to = (meals: number, roll: number) => Math.sqrt(((meals / free) ** 2 + (roll / pupils) ** 2) / 2);
    expect(cedar?.neighbours[0]?.distance).toBeCloseTo(to(28, 100), 12);
    expect(cedar?.neighbours[2]?.distance).toBeCloseTo(to(1, 200), 12);
    expect(cedar?.radius).toBe(cedar?.neighbours[2]?.distance);
  });

  it('counts by weight: with free meals alone the neighbour is another', () => {
    const columns = [four.columns[0]!, { ...four.columns[1]!, weight: 0 }];
    const [cedar] = similarSchools({ ...four, columns }, { count: 1, schools: ['cedar'] }).schools;
    expect(cedar?.neighbours).toEqual([{ id: 'dale', distance: expect.closeTo(1 / free, 12), missing: [] }]);
    const heavy = [four.columns[0]!, { ...four.columns[1]!, weight: 3 }];
    const [weighted] = similarSchools({ ...four, columns: heavy }, { count: 1, schools: ['cedar'] }).schools;
    expect(weighted?.neighbours[0]?.distance).toBeCloseTo(
      Math.sqrt(((28 / free) ** 2 + 3 * (100 / pupils) ** 2) / 4),
      12,
    );
  });

  it('says where the neighbours lie: cedar has more free meals than the three others together', () => {
    const [cedar] = similarSchools(four, { count: 3, schools: ['cedar'] }).schools;
    expect(cedar?.balance[0]).toEqual({
      column: 'free meals',
      own: expect.closeTo(40, 10),
      neighbours: expect.closeTo(21, 10),
      difference: expect.closeTo(-19 / free, 10),
    });
    expect(cedar?.offset).toBeCloseTo(Math.sqrt(((19 / free) ** 2 + (400 / 3 / pupils) ** 2) / 2), 10);
    expect(cedar?.warnings).toEqual(['one-sided']);
  });

  it('has the distance of DfE’s benchmarking with ranges and weights', () => {
    const columns = [
      { ...four.columns[0]!, weight: 0.4 },
      { ...four.columns[1]!, weight: 0.5 },
    ];
    const [ash] = similarSchools(
      { ...four, columns },
      { count: 1, schools: ['ash'], standardise: 'range' },
    ).schools;
    // √(0.4 × (2/31)² + 0.5 × 0) over the weights there are
    expect(ash?.neighbours[0]).toMatchObject({
      id: 'beech',
      distance: expect.closeTo(Math.sqrt((0.4 * (2 / 31) ** 2) / 0.9), 12),
    });
  });
});

describe('what is not known', () => {
  const table: ContextTable = {
    ids: ['a', 'b', 'c', 'd', 'e'],
    columns: [
      { name: 'x', values: [0, 1, Number.NaN, 3, null] },
      { name: 'y', values: [0, 1, 0, 3, 4], weight: 3 },
    ],
  };

  it('is left out of the distance and named, the rest standing for it', () => {
    const [a] = similarSchools(table, { count: 4, schools: ['a'] }).schools;
    const [c] = a!.neighbours;
    expect(c).toEqual({ id: 'c', distance: 0, missing: ['x'] });
    // y: median 1, deviations 1, 0, 1, 2, 3: median 1. With x unknown the whole distance is that in y.
    expect(a!.neighbours.find(({ id }) => id === 'e')?.distance).toBeCloseTo(4 / 1.4826, 12);
    const [own] = similarSchools(table, { count: 1, schools: ['c'] }).schools;
    expect(own?.warnings).toContain('own-measure-missing');
  });

  it('makes schools incomparable where too much is missing', () => {
    const [a] = similarSchools(table, { count: 4, schools: ['a'], leastShare: 0.76 }).schools;
    expect(a?.neighbours.map(({ id }) => id)).toEqual(['b', 'd']);
    expect(a?.warnings).toContain('few-comparable');
  });
});

describe('standardise', () => {
  it('falls back where half of the schools have the same value, and says on what', () => {
    const scaleOf = (values: number[]) => {
      const ids = values.map((_, index) => String(index));
      return standardise({ ids, columns: [{ name: 'x', values }] }, 'robust').columns[0]!;
    };
    expect(scaleOf([1, 2, 3, 4, 5])).toMatchObject({ centre: 3, scale: 1.4826, scaleOf: 'median-deviation' });
    expect(scaleOf([0, 0, 0, 0, 0, 4, 8, 8])).toMatchObject({ scale: 5 / 1.349, scaleOf: 'quartile-range' });
    expect(scaleOf([0, 0, 0, 0, 8])).toMatchObject({ scale: 3.2, scaleOf: 'standard-deviation' });
    expect(scaleOf([7, 7, 7])).toMatchObject({ scale: 0, scaleOf: 'constant' });
  });

  it('gives a column that is the same everywhere no weight', () => {
    const { columns } = standardise(
      { ...four, columns: [...four.columns, { name: 'z', values: [1, 1, 1, 1] }] },
      'robust',
    );
    expect(columns.map(({ weight }) => weight)).toEqual([0.5, 0.5, 0]);
  });

  it('is not moved by one extreme school', () => {
    const near = standardise(
      { ids: ['a', 'b', 'c', 'd', 'e'], columns: [{ name: 'x', values: [1, 2, 3, 4, 5] }] },
      'robust',
    );
    const far = standardise(
      { ids: ['a', 'b', 'c', 'd', 'e'], columns: [{ name: 'x', values: [1, 2, 3, 4, 5000] }] },
      'robust',
    );
    expect(far.scores.slice(0, 4)).toEqual(near.scores.slice(0, 4));
  });
});

const tableArbitrary = fc.integer({ min: 2, max: 30 }).chain((size) =>
  fc.record({
    ids: fc.constant(Array.from({ length: size }, (_, index) => `s${index}`)),
    columns: fc
      .array(
        fc.record({
          values: fc.array(fc.option(fc.integer({ min: 0, max: 6 }), { nil: null, freq: 6 }), {
            minLength: size,
            maxLength: size,
          }),
          weight: fc.integer({ min: 1, max: 3 }),
        }),
        { minLength: 1, maxLength: 4 },
      )
      .map((columns) => columns.map((column, index) => ({ ...column, name: `c${index}` }))),
  }),
);

describe('properties', () => {
  it('finds what sorting all schools by distance and id finds', () => {
    fc.assert(
      fc.property(tableArbitrary, fc.integer({ min: 1, max: 8 }), (table, count) => {
        const { schools } = similarSchools(table, { count });
        const all = similarSchools(table, { count: table.ids.length }).schools;
        schools.forEach(({ id, neighbours }, index) => {
          const sorted = [...all[index]!.neighbours].sort(
            (a, b) => a.distance - b.distance || (a.id < b.id ? -1 : 1),
          );
          expect(neighbours).toEqual(sorted.slice(0, count));
          expect(neighbours.map((neighbour) => neighbour.id)).not.toContain(id);
        });
      }),
    );
  });

  it('gives the same bits in any order of schools and columns', () => {
    fc.assert(
      fc.property(tableArbitrary, fc.nat(), (table, seed) => {
        const random = seededRandom(seed);
        const order = table.ids.map((_, index) => ({ index, at: random() })).sort((a, b) => a.at - b.at);
        const shuffled = {
          ids: order.map(({ index }) => table.ids[index]!),
          columns: [...table.columns]
            .reverse()
            .map((column) => ({ ...column, values: order.map(({ index }) => column.values[index]!) })),
        };
        expect(similarSchools(shuffled, { count: 3 })).toEqual(similarSchools(table, { count: 3 }));
      }),
    );
  });

  it('is symmetric, and the same in any unit', () => {
    fc.assert(
      fc.property(tableArbitrary, (table) => {
        const count = table.ids.length;
        const { schools } = similarSchools(table, { count });
        const of = (one: string, other: string) =>
          schools.find(({ id }) => id === one)?.neighbours.find(({ id }) => id === other)?.distance;
        const [a, b] = table.ids as [string, string];
        expect(of(a, b)).toBe(of(b, a));
        const inPounds = table.columns.map((column) => ({
          ...column,
          values: column.values.map((v) => (v === null ? null : 100 + 8 * v)),
        }));
        similarSchools({ ...table, columns: inPounds }, { count }).schools.forEach((school, index) => {
          school.neighbours.forEach(({ distance }, place) => {
            expect(distance).toBeCloseTo(schools[index]!.neighbours[place]!.distance, 9);
          });
        });
      }),
      { numRuns: 40 },
    );
  });
});

it('flags the school that has no near neighbours', () => {
  const random = seededRandom(2);
  const near = Array.from({ length: 200 }, () => [random(), random()] as const);
  const points = [...near, [9, 9] as const];
  const table = {
    ids: points.map((_, index) => (index === 200 ? 'alone' : `s${index}`)),
    columns: [0, 1].map((axis) => ({ name: `c${axis}`, values: points.map((point) => point[axis]!) })),
  };
  const { schools, radii } = similarSchools(table, { count: 5 });
  const alone = schools.find(({ id }) => id === 'alone')!;
  expect(alone.warnings).toEqual(['far-neighbours', 'one-sided']);
  expect(alone.radius).toBeGreaterThan(5 * radii.far);
  expect(alone.radiusPercentile).toBeGreaterThan(0.99);
  expect(schools.filter(({ warnings }) => warnings.includes('far-neighbours')).length).toBeLessThan(12);
});

it('refuses what makes no sense', () => {
  expect(() => similarSchools({ ...four, ids: ['a', 'a', 'b', 'c'] })).toThrow('once');
  expect(() => similarSchools(four, { schools: ['elm'] })).toThrow('elm');
  expect(() => similarSchools({ ...four, columns: [{ name: 'x', values: [1] }] })).toThrow('each school');
  expect(() => similarSchools({ ...four, columns: [] })).toThrow('weight above 0');
  expect(() => similarSchools(four, { count: 0 })).toThrow('neighbours');
});

/** Real schools of England, where the data is at hand. */
const census = findCensus();
it.skipIf(census === null)(
  'of the secondary schools of England have neighbours far nearer than chance (skipped when the public census is not at hand)',
  () => {
    const [header, ...lines] = readFileSync(census as string, 'utf8')
      .replace(/^\uFEFF/, '')
      .trim()
      .split(/\r?\n/);
    const names = header!.split(',');
    const rows = lines
      .map((line) => line.split(','))
      .filter((row) => row[names.indexOf('SCHOOLTYPE')] === 'State-funded secondary');
    const column = (name: string) => ({
      name,
      values: rows.map((row) => Number.parseFloat(row[names.indexOf(name)] ?? '')),
    });
    const table = {
      ids: rows.map((row) => row[names.indexOf('URN')]!),
      columns: ['PNUMFSMEVER', 'PNUMEAL', 'PSENELK', 'PSENELSE', 'NOR'].map(column),
    };
    const wanted = table.ids.filter((_, index) => index % 50 === 0);
    const { schools } = similarSchools(table, { schools: wanted, reference: 200 });
    expect(rows.length).toBeGreaterThan(3000);
    const ratios = schools.flatMap(({ radiusToTypical }) => radiusToTypical ?? []).sort((a, b) => a - b);
    expect(ratios.length).toBeGreaterThan(wanted.length * 0.9);
    expect(ratios[Math.floor(ratios.length / 2)]).toBeLessThan(0.5);
  },
);

function findCensus(): string | null {
  const found = (folder: string) => join(folder, 'england', 'census_2019.csv');
  if (process.env.COLLEGIAL_DATA)
    return existsSync(found(process.env.COLLEGIAL_DATA)) ? found(process.env.COLLEGIAL_DATA) : null;
  for (
    let folder = dirname(fileURLToPath(import.meta.url));
    folder !== dirname(folder);
    folder = dirname(folder)
  )
    if (existsSync(found(join(folder, 'shared', 'data')))) return found(join(folder, 'shared', 'data'));
  return null;
}
