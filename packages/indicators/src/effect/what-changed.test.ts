import { CollegialError } from '@collegial/model';
import { type County, createCity, createCounty } from '@collegial/sample-city';
import type { Store } from '@collegial/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storeOf } from '../__fixtures__/store-of.ts';
import { explainWhatChanged } from './explain-what-changed.ts';
import { whatChanged } from './what-changed.ts';
import type { OutcomeChange, WhatChanged } from './what-changed-result.ts';
import { causalWords } from './words/causal-words.ts';

const indicators = ['published.attainment-8', 'published.absence'];

describe('a county with planted groups', () => {
  let county: County;
  let store: Store;
  const changed = new Map<string, WhatChanged>();
  const groupsOf = (story: string) =>
    county.truth.groups.filter((group) => group.story === story).map(({ groupId }) => groupId);
  const attainment = (story: string) => changed.get(story)!.outcomes[0] as OutcomeChange;

  beforeAll(async () => {
    county = createCounty({ seed: 1 });
    store = await storeOf(county.dataset);
    for (const story of ['effect', 'none', 'rising-before', 'formed-when-low'])
      changed.set(
        story,
        await whatChanged(store, { groups: groupsOf(story), indicators, method: { draws: 199 } }),
      );
  });
  afterAll(() => store.close());

  it('recovers what was planted, and claims it', () => {
    const { verdict, found } = attainment('effect');
    const { lower, upper } = found!.difference!.interval!;
    expect(verdict).toBe('differed');
    expect(lower).toBeLessThan(county.options.difference);
    expect(upper).toBeGreaterThan(county.options.difference);
    expect(found!.difference!.by).toBe('clusters');
    expect(found!.groups).toHaveLength(4);
  });

  it('claims nothing where nothing was planted, where schools rose before, and where they came back from a low year', () => {
    expect(attainment('none').verdict).toBe('not-shown');
    expect(['apart-before', 'drift-possible']).toContain(attainment('rising-before').verdict);
    expect(attainment('formed-when-low').verdict).not.toBe('differed');
    for (const result of changed.values()) expect(result.outcomes[1]!.verdict).not.toBe('differed');
  });

  it('lists every school once, with what it served as or why it was left out', () => {
    const { schools } = attainment('effect');
    const planted = county.truth.groups
      .filter(({ story }) => story === 'effect')
      .flatMap((group) => group.schools);
    expect(schools).toHaveLength(
      [...county.dataset.Organisation].filter(({ kind }) => kind === 'school').length,
    );
    expect(new Set(schools.map(({ school }) => school)).size).toBe(schools.length);
    expect(
      schools
        .filter(({ role }) => role === 'joined')
        .map(({ school }) => school)
        .sort(),
    ).toEqual([...planted].sort());
    const others = new Set(county.truth.others);
    for (const { school, role } of schools) if (role === 'comparison') expect(others.has(school)).toBe(true);
    for (const { role, why } of schools) expect(why === null).toBe(role !== 'left-out');
    const otherGroups = county.truth.groups
      .filter(({ story }) => story !== 'effect')
      .flatMap((group) => group.schools);
    for (const id of otherGroups)
      expect(schools.find(({ school }) => school === id)).toMatchObject({
        role: 'left-out',
        why: 'in-a-group-itself',
      });
    const weight = schools
      .filter(({ role }) => role === 'comparison')
      .reduce((sum, one) => sum + one.weight, 0);
    expect(weight).toBeCloseTo(planted.length, 9);
  });

  it('gives the years beside each other, means and spreads', () => {
    const { years, found } = attainment('effect');
    expect(years.map(({ period }) => period)).toEqual(
      // Points of 2014/15 and 2015/16 are of another scale or before the definition: Attainment 8 is valid from September 2015.
      [2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022].map((year) => `${year}/${(year + 1) % 100}`),
    );
    const mean = (chosen: typeof years) =>
      chosen.reduce((sum, { joined, comparison }) => sum + joined! - comparison!, 0) / chosen.length;
    // three years before, four after; every school has all years, so that the difference is that of the means
    expect(mean(years.slice(4)) - mean(years.slice(1, 4))).toBeCloseTo(found!.difference!.value, 9);
    expect(attainment('effect').figuresLeftOut.definitionNotValid).toBeGreaterThan(0);
    expect(
      years.every(({ joinedSpread, comparisonSpread }) => joinedSpread! > 0 && comparisonSpread! > 0),
    ).toBe(true);
  });

  it('allows for looking at two indicators', () => {
    for (const { outcomes } of changed.values()) {
      const [low, high] = outcomes.map(({ found }) => found!.difference!.p!).sort((a, b) => a - b) as [
        number,
        number,
      ];
      expect(outcomes.map(({ adjustedP }) => adjustedP!).sort((a, b) => a - b)).toEqual([
        Math.min(1, 2 * low),
        Math.max(Math.min(1, 2 * low), high),
      ]);
    }
  });

  it('says plainly what one group cannot tell', async () => {
    const one = await whatChanged(store, {
      group: 'effect-1',
      indicators: indicators[0]!,
      method: { draws: 199 },
    });
    const { found, words } = one.outcomes[0]!;
    expect(found!.clustered).toBeNull();
    expect(found!.difference!.by).toBe('permutation');
    expect(words.join(' ')).toMatch(/One group only/);
    expect(words.join(' ')).toMatch(/cannot be told from joining/);
  });

  it('takes comparison schools from the scopes named, and says whom they move with', async () => {
    const named = county.truth.others.slice(0, 40).map((id) => `school:${id}`);
    const { outcomes } = await whatChanged(store, {
      groups: groupsOf('effect'),
      indicators: indicators[0]!,
      candidates: named,
      context: 'published.absence',
      movesWith: 'authority',
      method: { draws: 99 },
    });
    const [{ schools, found }] = outcomes as [OutcomeChange];
    expect(schools.filter(({ group }) => group === null)).toHaveLength(40);
    expect(found!.balance.map(({ feature }) => feature)).toContain('Overall absence, as published');
    // One authority is one cluster, beside which nothing can be told from chance.
    expect([found!.clustered, outcomes[0]!.verdict]).toEqual([null, 'cannot-tell']);
  });

  it('claims no cause in anything it says', () => {
    for (const result of changed.values())
      for (const sentence of explainWhatChanged(result))
        for (const word of causalWords) expect(sentence).not.toMatch(word);
  });

  it('explains: schools used and left out, balance, the years before, every estimate', () => {
    const text = explainWhatChanged(changed.get('effect')!).join('\n');
    for (const part of [
      /Schools that joined \(\d+\)/,
      /Compared with \(\d+\)/,
      /was in a group of its own by then/,
      /figure of the year before: apart by/,
      /By clusters \(CR2\)/,
      /Wild cluster bootstrap/,
      /Years before: slope/,
      /allowing for several indicators \(holm\)/,
      /is not known for Marrowdale Partnership 1 \(2019\/20, 2020\/21/,
    ])
      expect(text).toMatch(part);
  });

  it.each([
    [{ indicators }, 'argument.invalid'],
    [{ group: 'efect-1', indicators }, 'scope.unknown'],
    [{ group: 'effect-1', indicators: 'published.nothing' }, 'indicator.unknown'],
    [{ group: 'effect-1', indicators: 'presence.suspensions' }, 'agreement.missing'],
  ])('refuses %j', async (options, code) => {
    const error = await whatChanged(store, options).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(CollegialError);
    expect((error as CollegialError).code).toBe(code);
  });
});

describe('the sample city, whose groups were formed in its first year', () => {
  it('has levels to show, and no year before to compare with', async () => {
    const city = createCity({ seed: 1, students: 300 });
    const { AttendanceMark: _, ...records } = city.dataset;
    const store = await storeOf(records);
    const result = await whatChanged(store, { group: 'A', indicators: 'presence.suspensions' });
    const [outcome] = result.outcomes as [OutcomeChange];
    expect(outcome.verdict).toBe('cannot-tell');
    expect(outcome.found?.difference ?? null).toBeNull();
    expect(outcome.agreements).toEqual(['agreement:A']);
    expect(outcome.words[0]).toMatch(/nothing can be said/);
    expect(outcome.schools.find(({ why }) => why === 'not-in-the-agreement')).toBeDefined();
    expect(result.levels.map(({ period }) => period)).toEqual(['2022/23', '2023/24', '2024/25']);
    const pairs = (index: number) =>
      Object.values(result.levels[index]!.pairs).reduce((sum, count) => sum + count, 0);
    expect([pairs(0), pairs(2)]).toEqual([6, 3]);
    expect(result.levels.every(({ ties }) => ties.derived + ties.confirmed > 0)).toBe(true);
    await store.close();
  });
});
