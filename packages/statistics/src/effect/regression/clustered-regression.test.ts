import { describe, expect, it } from 'vitest';
import { ModelError } from '../../model-error.ts';
import { unevenClusters } from '../__fixtures__/uneven-clusters.ts';
import { clusteredFit } from './clustered-fit.ts';
import { contrastTest } from './contrast-test.ts';
import { jointTest } from './joint-test.ts';

const rows = unevenClusters();
const schools = [...new Set(rows.map(({ school }) => school))];
const years = [2, 3, 4, 5];
const columns = [...schools, ...years.map(String), 'treated', 'x'];
const unit = (name: string) => columns.map((column) => Number(column === name));

function fitted(weighted: boolean) {
  return clusteredFit({
    outcome: rows.map(({ y }) => y),
    design: rows.map((row) => [
      ...schools.map((school) => Number(school === row.school)),
      ...years.map((year) => Number(year === row.year)),
      row.treated,
      row.x,
    ]),
    clusters: rows.map(({ cluster }) => cluster),
    ...(weighted ? { weights: rows.map(({ weight }) => weight) } : {}),
    columns,
  });
}

/**
 * R 4.2.2, clubSandwich 0.5.8, on the rows of the fixture: `f <- lm(y ~ 0 + school + factor(year) + treated + x[, weights])`,
 * `vcovCR(f, cluster, type, target = rep(1, n), inverse_var = FALSE)`, `coef_test(…, test = "Satterthwaite")`, `Wald_test(…, test = "HTZ")` of treated and x, and of these and
 * year 5. The CR0 errors are also those of Python's statsmodels 0.15.0 (`cov_type='cluster'`, `use_correction=False`).
 */
const stored = {
  plain: {
    treated: {
      value: 0.9788983138964984,
      cr0: 0.2050713005622126,
      cr2: 0.2478318749404472,
      degrees: 2.2164810712260752,
      p: 0.0493469333468565,
    },
    x: {
      value: 0.239625199078544,
      cr0: 0.1223295545326997,
      cr2: 0.1341062189233062,
      degrees: 5.8581723968225754,
      p: 0.1253906349296004,
    },
    two: { statistic: 5.730002837182972, degrees: 2.742250803033142, p: 0.104875353238228 },
    three: { statistic: 10.91716282802637, degrees: 2.1387811429262804, p: 0.0759798487826778 },
  },
  weighted: {
    treated: {
      value: 1.0218086118219547,
      cr0: 0.17747960626307333,
      cr2: 0.2015489179752574,
      degrees: 2.2234814322917851,
      p: 0.0294157213798905,
    },
    x: {
      value: 0.2387877970192882,
      cr0: 0.11300692761341191,
      cr2: 0.1234358947324656,
      degrees: 5.0620557882515698,
      p: 0.110141219968959,
    },
    two: { statistic: 9.3143340837640398, degrees: 2.6325344518238918, p: 0.0639534911429317 },
    three: { statistic: 9.1767004890175823, degrees: 2.0911569734031836, p: 0.0932997393314486 },
  },
} as const;

describe.each(['plain', 'weighted'] as const)('a panel of nine uneven clusters, %s', (kind) => {
  const fit = fitted(kind === 'weighted');
  const oracle = stored[kind];

  it.each(['treated', 'x'] as const)(
    'has the CR0 and CR2 errors and degrees of freedom of clubSandwich for %s',
    (name) => {
      const cr0 = contrastTest(fit, unit(name), { variance: 'CR0' });
      const cr2 = contrastTest(fit, unit(name));
      const { value, cr0: error, cr2: adjusted, degrees, p } = oracle[name];
      for (const [own, other] of [
        [cr2.value, value],
        [cr0.standardError, error],
        [cr2.standardError, adjusted],
        [cr2.degrees, degrees],
        [cr2.p, p],
      ] as const)
        expect(Math.abs(own / other - 1)).toBeLessThan(1e-9);
    },
  );

  it('has the HTZ tests of clubSandwich', () => {
    const two = jointTest(fit, [unit('treated'), unit('x')])!;
    const three = jointTest(fit, [unit('treated'), unit('x'), unit('5')])!;
    for (const [own, other] of [
      [two, oracle.two],
      [three, oracle.three],
    ] as const)
      for (const key of ['statistic', 'degrees', 'p'] as const)
        expect(Math.abs(own[key] / other[key] - 1), key).toBeLessThan(1e-8);
  });

  it('enlarges CR0 to CR1 by √(G ÷ (G − 1))', () => {
    const ratio =
      contrastTest(fit, unit('treated'), { variance: 'CR1' }).standardError /
      contrastTest(fit, unit('treated'), { variance: 'CR0' }).standardError;
    expect(ratio).toBeCloseTo(Math.sqrt(9 / 8), 12);
  });
});

describe('two means of single schools', () => {
  // 3 and 4 schools: Welch's test, whose degrees of freedom CR2 gives for equal variances
  const outcome = [1, 3, 5, 2, 4, 9, 9];
  const joined = [1, 1, 1, 0, 0, 0, 0];
  const fit = clusteredFit({
    outcome,
    design: joined.map((one) => [1, one]),
    clusters: outcome.map((_, index) => String(index)),
  });

  it('have the error of Welch, worked by hand', () => {
    // variances 4 of 3 and 38/3 of 4: 4/3 + 38/12
    const { value, standardError, degrees } = contrastTest(fit, [0, 1]);
    expect(value).toBeCloseTo(3 - 6, 12);
    expect(standardError).toBeCloseTo(Math.sqrt(4 / 3 + 38 / 12), 12);
    // (1/3 + 1/4)² ÷ ((1/3)²/2 + (1/4)²/3)
    expect(degrees).toBeCloseTo((1 / 3 + 1 / 4) ** 2 / (1 / 18 + 1 / 48), 10);
  });
});

it('gives a joint test of one contrast the p-value of the t test', () => {
  const fit = fitted(false);
  expect(jointTest(fit, [unit('treated')])!.p).toBeCloseTo(contrastTest(fit, unit('treated')).p, 10);
});

it('says null where the clusters cannot carry so many contrasts', () => {
  const fit = clusteredFit({
    outcome: [1, 2, 4, 3],
    design: [
      [1, 0, 0],
      [1, 1, 0],
      [1, 0, 1],
      [1, 1, 1],
    ],
    clusters: ['a', 'a', 'b', 'b'],
  });
  expect(
    jointTest(fit, [
      [0, 1, 0],
      [0, 0, 1],
    ]),
  ).toBeNull();
});

it('names a column that says nothing new', () => {
  const design = [
    [1, 1, 2],
    [1, 0, 1],
    [1, 1, 2],
  ];
  const call = () =>
    clusteredFit({ outcome: [1, 2, 3], design, clusters: ['a', 'b', 'c'], columns: ['one', 'two', 'sum'] });
  expect(call).toThrow(/sum/);
  try {
    call();
  } catch (error) {
    expect(ModelError.isInstance(error) && error.columns).toEqual(['sum']);
  }
});

it.each([
  [{ outcome: [], design: [], clusters: [] }],
  [{ outcome: [1], design: [[1], [1]], clusters: ['a'] }],
  [{ outcome: [Number.NaN], design: [[1]], clusters: ['a'] }],
  [{ outcome: [1], design: [[1]], clusters: ['a'], weights: [0] }],
])('refuses %j', (regression) => {
  expect(() => clusteredFit(regression)).toThrow(RangeError);
});

it('refuses a test with one cluster', () => {
  const fit = clusteredFit({ outcome: [1, 2], design: [[1], [1]], clusters: ['a', 'a'] });
  expect(() => contrastTest(fit, [1])).toThrow(RangeError);
});
