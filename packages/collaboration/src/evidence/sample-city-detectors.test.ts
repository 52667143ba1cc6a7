import type { Dataset } from '@collegial/model';
import { type City, createCity } from '@collegial/sample-city';
import { beforeAll, describe, expect, test } from 'vitest';
import { compare, score } from '../__fixtures__/city-agreement.ts';
import { cityRecords, withoutLookalikes } from '../__fixtures__/city-records.ts';
import { withNoise } from '../__fixtures__/noise.ts';
import { storeOf } from '../__fixtures__/store-of.ts';
import { type DerivedEvidence, derivedEvidence } from '../derived/derived-evidence.ts';
import { derivedTies } from '../derived/derived-ties.ts';

const periods = ['2022/23', '2023/24', '2024/25'];
const noise = { seed: 20_261, share: 0.05 };
let city: City;
let records: Dataset;
let clean: DerivedEvidence[];
let noisy: DerivedEvidence[];

async function detect(dataset: Dataset): Promise<DerivedEvidence[]> {
  const store = await storeOf(dataset);
  const seen: DerivedEvidence[] = [];
  for (const id of ['A', 'B', 'C', 'D']) {
    seen.push(await derivedEvidence(store, { scope: { kind: 'group', id }, periods }));
  }
  return seen;
}

function print(title: string, seen: readonly DerivedEvidence[]) {
  const lines = Object.entries(compare(city, seen)).map(([detector, found]) => {
    const { hits, precision, recall } = score(found);
    return `${detector.padEnd(19)} planted ${String(found.planted.size).padStart(3)} found ${String(found.found.size).padStart(3)} right ${String(hits).padStart(3)} precision ${precision.toFixed(3)} recall ${recall.toFixed(3)}`;
  });
  console.log([title, ...lines].join('\n'));
}

beforeAll(async () => {
  city = createCity({ students: 1_000 });
  records = cityRecords(city);
  clean = await detect(records);
  noisy = await detect(withNoise(records, noise));
});

describe('against everything that was planted', () => {
  test('each detector finds all and nothing else', () => {
    print('sample city, no noise', clean);
    for (const [detector, { planted, found }] of Object.entries(compare(city, clean))) {
      expect(planted.size, detector).toBeGreaterThan(3);
      expect(
        [...found].filter((key) => !planted.has(key)),
        `${detector}: wrong`,
      ).toEqual([]);
      expect(
        [...planted].filter((key) => !found.has(key)),
        `${detector}: missed`,
      ).toEqual([]);
    }
  });

  test('with 5 % of days and ids wrong, what is found is still right, and most is found', () => {
    print(`sample city, 5 % of days and ids wrong, seed ${noise.seed}`, noisy);
    for (const [detector, found] of Object.entries(compare(city, noisy))) {
      expect(score(found).precision, `precision of ${detector}`).toBeGreaterThanOrEqual(0.9);
      expect(score(found).recall, `recall of ${detector}`).toBeGreaterThanOrEqual(0.7);
    }
  });
});

describe('what was planted to be mistaken for collaboration', () => {
  test('is in the city, and every detector says that it saw it', () => {
    const counts = (trace: keyof DerivedEvidence['excluded']) => {
      const sum: Record<string, number> = {};
      for (const { excluded } of clean) {
        for (const [reason, count] of Object.entries(excluded[trace]))
          sum[reason] = (sum[reason] ?? 0) + count;
      }
      return sum;
    };
    const of = (kind: string) => city.truth.negatives.filter((person) => person.kind === kind).length;
    expect(counts('shared-staff')).toEqual({
      // Cover for illness through an agency is entered as supply.
      supply: of('supply') + 1,
      agency: of('agency') - 1,
      peripatetic: of('peripatetic'),
      'central-team': of('central-team'),
      handover: of('leaver-overlap'),
    });
    expect(counts('staff-move')).toMatchObject({ 'seconded-from-elsewhere': 1 });
    expect(counts('staff-move').recruitment).toBeGreaterThan(5);
    expect(counts('shared-places')).toMatchObject({
      'never-attended': city.truth.lookalikes.neverAttended.length,
      'special-placement': city.truth.specialPlacements.length,
    });
    expect(counts('cross-school-class')).toMatchObject({ 'same-id-only': expect.any(Number) });
    expect(counts('cross-school-class')['former-student']).toBeGreaterThan(2);
    expect(counts('joint-structure')['same-id-only']).toBeGreaterThan(20);
    expect(counts('managed-move')).toMatchObject({ 'not-agreed': 2, 'special-placement': 1 });
    for (const reason of ['ordinary', 'unrecorded', 'alternative-provision']) {
      expect(counts('managed-move')[reason], reason).toBeGreaterThan(5);
    }
  });

  test('makes no tie and changes none: without it the ties, and so the levels, are the same', async () => {
    const without = await detect(withoutLookalikes(records, city));
    expect(without.map(derivedTies)).toEqual(clean.map(derivedTies));
    expect(without.map(({ excluded }) => excluded)).not.toEqual(clean.map(({ excluded }) => excluded));
  });

  test('nor does it with noise', async () => {
    const without = await detect(withoutLookalikes(withNoise(records, noise), city));
    expect(without.map(derivedTies)).toEqual(noisy.map(derivedTies));
  });
});

test('unrecorded moves are counted for the guardrail, each school and year apart', () => {
  const unrecorded = clean.flatMap(({ unrecordedMoves }) => unrecordedMoves);
  const gaming = unrecorded.filter(({ school }) => school === city.truth.gaming.organisationId);
  // The school that lets weak students go is the one that declined: it is not read.
  expect(gaming).toEqual([]);
  const transfers = [...city.dataset.Transfer].filter(
    ({ kind, fromOrganisationId }) =>
      kind === 'unrecorded' && fromOrganisationId !== city.truth.gaming.organisationId,
  );
  expect(unrecorded.reduce((sum, one) => sum + one.unrecorded, 0)).toBe(transfers.length);
});
