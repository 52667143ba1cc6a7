import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { threeGroups, twoGroups } from './__fixtures__/made-counts.ts';
import stored from './__fixtures__/pysal.json' with { type: 'json' };
import { interaction } from './exposure.ts';
import { multigroupSegregation } from './multigroup.ts';
import { segregation } from './segregation.ts';

it.each(stored.twoGroups)('gives what PySAL gives for two groups at $schools schools', (expected) => {
  const schools = twoGroups(expected.schools, expected.seed);
  const found = { ...segregation(schools), interaction: interaction(schools) };
  for (const name of [
    'dissimilarity',
    'gini',
    'theil',
    'isolation',
    'interaction',
    'etaSquared',
    'atkinson',
  ] as const)
    expect(found[name], name).toBeCloseTo(expected[name], 12);
});

it.each(stored.threeGroups)('gives what PySAL gives for three groups at $schools schools', (expected) => {
  const found = multigroupSegregation(threeGroups(expected.schools, expected.seed));
  expect(found?.theil).toBeCloseTo(expected.theil, 12);
  expect(found?.dissimilarity).toBeCloseTo(expected.dissimilarity, 12);
});

const python = process.env.COLLEGIAL_PYSAL;
it.skipIf(python === undefined)(
  `the stored figures are those of PySAL today${python === undefined ? ' – skipped: COLLEGIAL_PYSAL names no Python that has it' : ''}`,
  () => {
    const script = new URL('./__fixtures__/pysal.py', import.meta.url).pathname;
    expect(JSON.parse(execFileSync(python!, [script], { encoding: 'utf8' }))).toEqual(stored);
  },
  120_000,
);
