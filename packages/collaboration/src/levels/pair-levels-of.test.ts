import type { CollaborationLevel, LevelThresholds } from '@collegial/model';
import { describe, expect, test } from 'vitest';
import { participant, recorded } from '../__fixtures__/recorded.ts';
import { given, many, post, tiesOf } from '../__fixtures__/ties.ts';
import type { RecordedActivity } from '../recorded/recorded-activity.ts';
import type { Tie } from '../ties/tie.ts';
import { pairLevelsOf } from './pair-levels-of.ts';

const levelOf = (ties: readonly Tie[], thresholds: Partial<LevelThresholds> = {}) =>
  pairLevelsOf({ schools: ['a', 'b'], ties, academicYear: 2023, thresholds })[0]!;
const met = (ties: readonly Tie[]) =>
  levelOf(ties)
    .criteria.filter((criterion) => criterion.met)
    .map(({ id }) => id);

const pair = [participant('a'), participant('b')];

/** A hair over twenty hours of lesson study on three days for one aim, given by both. */
const study = (change: Partial<RecordedActivity> = {}, hours = 3.3334) =>
  tiesOf(
    many(3, 'lesson-study', [participant('a', { hours }), participant('b', { hours })], {
      aim: 'Reading in year 7',
      ...change,
    }),
  );
const hour = (kind: string, hours: number) => given(kind, { hours });
const meetings = (count: number, change: Partial<RecordedActivity> = {}) =>
  tiesOf(many(count, 'meeting', pair, { aim: 'Reading in year 7', ...change }));

describe('collaboration is reached, and missed by a hair', () => {
  const cases: [string, CollaborationLevel, readonly Tie[]][] = [
    ['three occasions with an aim and 20 hours', 'collaboration', study()],
    ['the same with 19.9 hours', 'cooperation', study({}, 19.9 / 6)],
    ['the same without an aim', 'cooperation', study({ aim: null })],
    ['two occasions and 20 hours', 'cooperation', study({}, 5).slice(0, 2)],
    [
      'three occasions with different aims',
      'cooperation',
      study().map((tie, index) => ({ ...tie, aim: `Aim ${index}` })),
    ],
    [
      'three occasions whose aim is spelt in three ways',
      'collaboration',
      study().map((tie, index) => ({
        ...tie,
        aim: ['Reading in year 7', ' reading in Year 7.', 'Réading –  in year 7'][index] ?? null,
      })),
    ],
    ['an aim of punctuation only', 'cooperation', study({ aim: ' … ' })],
    ['three occasions on one day', 'cooperation', study({ startsOn: '2023-10-02' })],
    [
      'two occasions this year, two last year',
      'cooperation',
      [...study({}, 5).slice(0, 2), ...study({ academicYear: 2022 }, 5).slice(0, 2)],
    ],
    [
      'joint work last year, the hours this year',
      'collaboration',
      [...meetings(3, { academicYear: 2022 }), ...hour('joint-training', 20)],
    ],
    [
      'joint work two years ago',
      'cooperation',
      [...meetings(3, { academicYear: 2021 }), ...hour('joint-training', 20)],
    ],
    [
      'a standing arrangement is no occasion',
      'cooperation',
      [...tiesOf(many(3, 'joint-target', pair, { aim: 'x' })), ...hour('joint-training', 20)],
    ],
    ['three meetings with an aim, and no flow', 'cooperation', meetings(3)],
    ['a hundred meetings with an aim, and no flow', 'cooperation', meetings(100)],
    [
      'three meetings and 20 staff-days',
      'collaboration',
      [...meetings(3), ...given('support-in-crisis', { days: 20 })],
    ],
    [
      'three meetings and 19.9 staff-days',
      'cooperation',
      [...meetings(3), ...given('support-in-crisis', { days: 19.9 })],
    ],
    [
      'three meetings and 10 places',
      'collaboration',
      [...meetings(3), ...given('course-places', { places: 10 })],
    ],
    [
      'three meetings and 9 places',
      'cooperation',
      [...meetings(3), ...given('course-places', { places: 9 })],
    ],
    [
      'three meetings and a pooled fund',
      'collaboration',
      [
        ...meetings(3),
        ...tiesOf(many(1, 'pooled-fund', [participant('a', { amount: 1 }), participant('b')])),
      ],
    ],
    ['a teacher shared for twelve weeks, 20 staff-days', 'collaboration', [post(20, { days: 84 })]],
    ['a teacher shared for a day less', 'cooperation', [post(20, { days: 83 })]],
    ['a teacher shared for 19.9 staff-days', 'cooperation', [post(19.9)]],
    ['two teachers, ten staff-days each way', 'collaboration', [post(10), post(10, { back: true })]],
    [
      'a post that is recorded, not seen, and no occasion',
      'cooperation',
      given('shared-post', { days: 100 }, { startsOn: '2023-09-01', endsOn: '2024-07-20' }),
    ],
  ];
  test.each(cases)('%s: %s', (_name, level, ties) => {
    expect(levelOf(ties).level).toBe(level);
  });
});

const twoYears = [...study(), ...study({ academicYear: 2022 })];
const target = tiesOf(many(1, 'joint-target'));
const values = tiesOf(many(1, 'values-statement'));
const guide = tiesOf(many(1, 'resource-production', pair, { startsOn: '2024-02-01' }));
const collegial = [...twoYears, ...target, ...values];

describe('collegiality is reached, and missed by a hair', () => {
  const cases: [string, CollaborationLevel, readonly Tie[]][] = [
    ['two years, both ways, a target and values', 'collegiality', collegial],
    ['a target and a new thing', 'collegiality', [...twoYears, ...target, ...guide]],
    ['a new thing and values', 'collegiality', [...twoYears, ...guide, ...values]],
    ['one year of joint work', 'collaboration', [...study(), ...target, ...values]],
    [
      'years with one between',
      'collaboration',
      [...study(), ...study({ academicYear: 2021 }), ...target, ...values],
    ],
    ['a target alone', 'collaboration', [...twoYears, ...target]],
    [
      'two targets',
      'collaboration',
      [...twoYears, ...target, ...tiesOf([recorded('x', 'joint-target', pair)])],
    ],
    ['values alone', 'collaboration', [...twoYears, ...values]],
    ['new things alone', 'collaboration', [...twoYears, ...guide]],
    [
      'all of it from one school',
      'collaboration',
      [
        ...meetings(3),
        ...meetings(3, { academicYear: 2022 }),
        ...hour('joint-training', 40),
        ...target,
        ...values,
      ],
    ],
    [
      'one way 5.9 hours',
      'collaboration',
      [
        ...meetings(3),
        ...meetings(3, { academicYear: 2022 }),
        ...tiesOf([
          recorded('s', 'lesson-study', [participant('a', { hours: 20 }), participant('b', { hours: 5.9 })]),
        ]),
        ...target,
        ...values,
      ],
    ],
    [
      'hours one way, staff-days the other',
      'collegiality',
      [
        ...meetings(3),
        ...meetings(3, { academicYear: 2022 }),
        ...hour('joint-training', 20),
        post(5, { back: true, days: 30 }),
        ...target,
        ...values,
      ],
    ],
    [
      'a pooled fund is shared responsibility, and flows only one way when only one pays',
      'collaboration',
      [
        ...meetings(3),
        ...meetings(3, { academicYear: 2022 }),
        ...tiesOf(many(1, 'pooled-fund', [participant('a', { amount: 10 }), participant('b')])),
        ...values,
      ],
    ],
    [
      'a pooled fund into which both pay',
      'collegiality',
      [
        ...meetings(3),
        ...meetings(3, { academicYear: 2022 }),
        ...tiesOf(
          many(1, 'pooled-fund', [participant('a', { amount: 10 }), participant('b', { amount: 1 })]),
        ),
        ...values,
      ],
    ],
  ];
  test.each(cases)('%s: %s', (_name, level, ties) => {
    expect(levelOf(ties).level).toBe(level);
  });
});

describe('what counts as shared responsibility and as made together', () => {
  const marks = (ties: readonly Tie[]) => levelOf(ties).criteria.at(-1)?.detail;
  test.each([
    [
      'a joint appointment that both pay',
      tiesOf(many(1, 'joint-appointment')),
      '1 of shared responsibility, 0 of new',
    ],
    [
      'a joint appointment that one pays',
      tiesOf(many(1, 'joint-appointment', [participant('a'), participant('b', { role: 'recipient' })])),
      '0 of shared responsibility, 0 of new',
    ],
    [
      'a pooled fund with nothing in it',
      tiesOf(many(1, 'pooled-fund')),
      '0 of shared responsibility, 0 of new',
    ],
    [
      'a training with a product',
      tiesOf(many(1, 'meeting', pair, { product: 'A scheme of work' })),
      '0 of shared responsibility, 1 of new',
    ],
    [
      'a product to which one brought nothing',
      tiesOf(
        many(1, 'meeting', [participant('a'), participant('b', { role: 'recipient' })], { product: 'x' }),
      ),
      '0 of shared responsibility, 0 of new',
    ],
    ['an account of practice', given('account-of-practice', {}), '0 of shared responsibility, 1 of new'],
    [
      'a product that only records show',
      [{ ...post(1), product: 'x', contributed: [true, true] as const }],
      '0 of shared responsibility, 0 of new',
    ],
  ])('%s', (_name, ties, detail) => {
    expect(marks(ties)).toContain(detail);
  });

  test('a vendor says of its kind what it shows', () => {
    const kind = {
      id: 'shared-governor',
      title: 'Shared governor',
      process: 'shared-responsibility',
      flow: 'none',
      direction: 'mutual',
      shared: 'responsibility',
    } as const;
    expect(marks(tiesOf([recorded('g', 'meeting', pair, { kind })]))).toContain('1 of shared responsibility');
  });
});

test('the criteria say in words what was found and what is missing', () => {
  const { criteria, highestLevelAssessed, rules } = levelOf([
    ...tiesOf(many(2, 'meeting')),
    post(4.96, { days: 50 }),
  ]);
  expect(criteria.map(({ id, met, detail }) => [id, met, detail])).toEqual([
    ['association.link', true, '3 pieces of evidence (needs 1)'],
    ['cooperation.events', false, '2 joint events (needs 3)'],
    ['cooperation.both-contributed', true, 'both contributed'],
    [
      'cooperation.flow',
      false,
      '4 staff-days from a to b; nothing from b to a (needs 6 staff-hours of knowledge, 5 staff-days, 5 places or pooled money one way)',
    ],
    [
      'collaboration.joint-work',
      false,
      '2023/24: 0 occasions with one aim, an arrangement seen in records for 7 weeks; 2022/23: 0 occasions with one aim, no arrangement seen in records (needs 3 occasions, or 12 weeks)',
    ],
    ['collaboration.knowledge', false, '0 staff-hours of knowledge a year, given by neither (needs 20)'],
    [
      'collaboration.resources',
      false,
      '4 staff-days, 0 places, no pooled money a year (needs 20 staff-days, 10 places or pooled money)',
    ],
    ['collegiality.years', false, '0 consecutive years with joint work (needs 2)'],
    [
      'collegiality.both-ways',
      false,
      'in neither direction (needs 6 staff-hours of knowledge, 5 staff-days, 5 places or pooled money each way)',
    ],
    [
      'collegiality.marks',
      false,
      '0 of shared responsibility, 0 of new things made together, 0 of agreed values (needs 2 of the three kinds)',
    ],
  ]);
  expect(criteria.every(({ id, level }) => id.startsWith(`${level}.`))).toBe(true);
  expect(highestLevelAssessed).toBe('collegiality');
  expect(rules).toBe(3);
});

test('no word of an aim or product, and no person, stands in a result', () => {
  const one = levelOf([
    ...tiesOf(many(3, 'lesson-study', pair, { aim: 'Help Jane Doe', product: 'Jane Doe’s plan' })),
    { ...post(30), person: 'pseudonym-7' },
  ]);
  expect(JSON.stringify(one)).not.toMatch(/jane|doe|plan|pseudonym/i);
});

test('what nobody confirmed stands beside the level, what is disputed in neither', () => {
  const said = (verdicts: RecordedActivity['verdicts']) =>
    tiesOf(many(3, 'meeting', pair, { recordedBy: 'a', verdicts }));
  expect(levelOf(said(new Map([['b', 'confirmed']])))).toMatchObject({
    level: 'cooperation',
    levelWithUnconfirmed: 'cooperation',
  });
  const silent = levelOf(said(new Map()));
  expect(silent).toMatchObject({
    level: 'no-link-seen',
    levelWithUnconfirmed: 'cooperation',
    stability: null,
  });
  expect(silent.criteria[1]?.detail).toBe(
    '0 joint events (needs 3); with unconfirmed evidence: 3 joint events (needs 3)',
  );
  expect(silent.reading).toBe(
    'No link seen. Cooperation with what nobody has confirmed yet. Only a records what the two do: 3 activities, 0 of them confirmed by the other.',
  );
  expect(levelOf(said(new Map([['b', 'disputed']])))).toMatchObject({
    level: 'no-link-seen',
    levelWithUnconfirmed: 'no-link-seen',
    oneSided: null,
  });
});

test('thresholds are parameters, shown with the result', () => {
  const ties = tiesOf(many(2, 'meeting'));
  expect(levelOf(ties, { events: 2 })).toMatchObject({
    level: 'cooperation',
    thresholds: { events: 2, places: 5 },
  });
  expect(() => levelOf(ties, { events: 0 })).toThrow(expect.objectContaining({ code: 'argument.invalid' }));
  expect(() => levelOf(ties, { hours: 3 } as Partial<LevelThresholds>)).toThrow(
    expect.objectContaining({ code: 'argument.invalid' }),
  );
  const three = [...collegial, ...study({ academicYear: 2021 })];
  expect(levelOf(collegial, { years: 3 }).level).toBe('collaboration');
  expect(levelOf(three, { years: 3 }).level).toBe('collegiality');
});

test('every pair is listed, also those between which nothing was seen, unless only linked ones are wanted', () => {
  const options = { schools: ['c', 'a', 'b'], ties: tiesOf(many(1, 'meeting')), academicYear: 2023 };
  const names = (linkedOnly: boolean) =>
    pairLevelsOf({ ...options, linkedOnly }).map((one) => one.schools.join(''));
  expect(names(false)).toEqual(['ab', 'ac', 'bc']);
  expect(names(true)).toEqual(['ab']);
});

test('nested: what is met higher up does not lift what is missing below', () => {
  const ties = [...target, ...values, ...guide];
  expect(levelOf(ties).level).toBe('association');
  expect(met(ties)).toEqual(['association.link', 'cooperation.both-contributed', 'collegiality.marks']);
});

test('years with one between are not consecutive', () => {
  const apart = [...study(), ...study({ academicYear: 2021 })];
  const years = (ties: readonly Tie[]) =>
    levelOf(ties, { years: 3 }).criteria.find(({ id }) => id === 'collegiality.years')?.detail;
  expect(years(apart)).toBe('1 consecutive years with joint work (needs 3)');
  expect(years([...apart, ...study({ academicYear: 2022 })])).toBe(
    '3 consecutive years with joint work (needs 3)',
  );
});
