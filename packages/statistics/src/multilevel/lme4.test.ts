import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Expected, type ExpectedFit, type Fixture, readFixture } from './__fixtures__/read-fixture.ts';
import { addGroupMeans } from './add-group-means.ts';
import { fitMultilevel } from './fit-multilevel.ts';
import type { MultilevelFit } from './multilevel-fit.ts';

const sets = [
  'math-achieve',
  'math-achieve-weighted',
  'exam',
  'chem97',
  'oxide',
  'egsingle',
  'dyestuff2',
] as const;

/** Which fits lie at the boundary: worked out by hand from lme4's θ, since lme4 calls singular what is within 1e-4 of it. */
const atTheBoundary = new Set([
  'MathAch ~ ses + meanses + minority + female + (ses + minority | School)',
  'score ~ gcsescore + (gcsescore | lea/school)',
  'Yield ~ 1 + (1 | Batch)',
]);

describe.each(sets)('%s', (set) => {
  const fixture = readFixture(new URL(`./__fixtures__/${set}.json`, import.meta.url));

  it.each(fixture.fits)(`$formula by $method agrees with ${fixture.provenance.program}`, (fit) => {
    compare(fixture, fit);
  });
});

it.each([
  ['exam', 1, [60.73228842, 4050.07388726]],
  ['exam', 2, [60.65322667, 56.34358367]],
  ['oxide', 0, [5.999996029, 5.999996021]],
] as const)('degrees of freedom in %s are those of lmerTest 3.1.3 (R 4.2.2)', (set, slopes, expected) => {
  const { statistics, fits } = readFixture(new URL(`./__fixtures__/${set}.json`, import.meta.url));
  const { random, fixed } = fits.find(
    ({ method, random: parts }) =>
      method === 'REML' && (slopes === 0 || Object.values(parts)[0]!.columns.length === slopes),
  )!;
  const found = fitMultilevel(statistics, { random, fixed }).fixed.map(({ degrees }) => degrees);
  expect(worst(found, expected)).toBeLessThan(1e-5);
});

it.skipIf(!process.env.COLLEGIAL_R)(
  'agrees with the lme4 of this machine (set COLLEGIAL_R=1 to ask for it; needs R with lme4, nlme and mlmRev)',
  { timeout: 600_000 },
  () => {
    const directory = mkdtempSync(join(tmpdir(), 'collegial-lme4-'));
    try {
      execFileSync('Rscript', [fileURLToPath(new URL('./__fixtures__/lme4.R', import.meta.url)), directory]);
      for (const set of sets) {
        const fixture = readFixture(join(directory, `${set}.json`));
        for (const fit of fixture.fits) compare(fixture, fit);
      }
    } finally {
      rmSync(directory, { recursive: true });
    }
  },
);

function compare({ statistics }: Fixture, { formula, method, random, fixed, expected }: ExpectedFit): void {
  const [level = ''] = statistics.levels;
  const used = fixed.includes('mean')
    ? addGroupMeans(statistics, { columns: ['standLRT'], level, name: () => 'mean' })
    : statistics;
  const fit = fitMultilevel(used, { method, random, fixed });
  expect(fit.status).toBe(atTheBoundary.has(formula) ? 'singular' : 'converged');
  expect(
    worst(
      fit.fixed.map(({ estimate }) => estimate),
      expected.fixed,
    ),
  ).toBeLessThan(1e-6);
  expect(
    worst(
      fit.fixed.map(({ standardError }) => standardError),
      expected.standardErrors,
    ),
  ).toBeLessThan(1e-5);
  expect(worst([fit.residualVariance], [expected.residualVariance])).toBeLessThan(1e-5);
  expect(worst([fit.logLikelihood], [expected.logLikelihood])).toBeLessThan(1e-8);
  expect(worst([fit.aic, fit.bic], [expected.aic, expected.bic])).toBeLessThan(1e-8);
  expect(fit.parameters).toBe(expected.parameters);
  compareVariances(fit, expected);
  for (const [name, effects] of Object.entries(expected.effects)) compareEffects(fit, name, effects);
}

/** lme4 prints the innermost level first, and a block for each independent effect. */
function compareVariances({ random }: MultilevelFit, { covariances }: Expected): void {
  const theirs = Object.values(covariances);
  const blocks = random.toReversed().flatMap(({ columns, covariance }) => {
    if (theirs.length === random.length) return [covariance];
    return columns.map((_, index) => [[covariance[index]![index]!]]);
  });
  expect(blocks).toHaveLength(theirs.length);
  blocks.forEach((ours, at) => {
    const block = theirs[at]!;
    ours.forEach((row, i) => {
      row.forEach((value, j) => {
        const scale = Math.sqrt(block[i]![i]! * block[j]![j]!);
        expect(Math.abs(value - block[i]![j]!)).toBeLessThanOrEqual(1e-5 * scale);
      });
    });
  });
}

/** Differences in units of what the largest effect and the largest deviation are. */
function compareEffects(
  fit: MultilevelFit,
  name: string,
  { names, estimates, sds }: Expected['effects'][string],
): void {
  const groups = fit.effects.find(({ level }) => level === name)!.groups;
  expect(groups).toHaveLength(names.length);
  // lme4 calls a group `school:authority`
  const found = new Map(groups.map((group) => [group.path.toReversed().join(':'), group]));
  estimates[0]!.forEach((_, column) => {
    const largest = Math.max(...estimates.map((row) => Math.abs(row[column]!)));
    const widest = Math.max(...sds.map((row) => row[column]!));
    names.forEach((group, index) => {
      const ours = found.get(group)!;
      expect(Math.abs(ours.estimates[column]! - estimates[index]![column]!)).toBeLessThanOrEqual(
        1e-5 * largest,
      );
      expect(Math.abs(ours.comparativeSds[column]! - sds[index]![column]!)).toBeLessThanOrEqual(
        1e-5 * widest,
      );
    });
  });
}

function worst(ours: readonly number[], theirs: readonly number[]): number {
  expect(ours).toHaveLength(theirs.length);
  return Math.max(...ours.map((value, index) => Math.abs(value / theirs[index]! - 1)));
}
