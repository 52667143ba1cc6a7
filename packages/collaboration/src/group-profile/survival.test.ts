import { expect, test } from 'vitest';
import { participant, recorded } from '../__fixtures__/recorded.ts';
import { activityTies } from '../recorded/activity-ties.ts';
import type { YearOfTies } from './group-records.ts';
import { fundingEnds, headsLeave } from './occasions.ts';
import { survivalAfter } from './survival.ts';

/** `2020: ab ac` as a year in which these pairs met. */
const year = (academicYear: number, pairs: string, change: Partial<YearOfTies> = {}): YearOfTies => ({
  academicYear,
  schools: ['a', 'b', 'c', 'd'],
  complete: true,
  ties: pairs
    .split(' ')
    .filter(Boolean)
    .flatMap(
      (pair) =>
        activityTies(
          recorded(
            `${academicYear}-${pair}`,
            'meeting',
            [...pair].map((school) => participant(school)),
            {
              academicYear,
              groupId: 'G',
              fundingId: pair === 'ab' ? 'own' : null,
            },
          ),
          () => true,
        ).ties,
    ),
  ...change,
});
const pairs = (text: string) => text.split(' ').map((pair) => [pair[0]!, pair[1]!] as const);

test('a curve worked out by hand', () => {
  // Four pairs linked in 2019. 2020: ad ends (4 at risk, 1 ended: 3/4). 2021: ac ends (3 at risk: 2/3 of it, 1/2).
  // 2022: ab and bc go on; nothing is observed after it, so both are censored at 3 years.
  const years = [year(2019, 'ab ac ad bc'), year(2020, 'ab ac bc'), year(2021, 'ab bc'), year(2022, 'ab bc')];
  expect(survivalAfter([{ academicYear: 2019, pairs: pairs('ab ac ad bc') }], years)).toEqual({
    occasions: 1,
    pairs: 4,
    tooEarly: 0,
    curve: [
      { years: 1, atRisk: 4, ended: 1, censored: 0, survival: 3 / 4 },
      { years: 2, atRisk: 3, ended: 1, censored: 0, survival: (3 / 4) * (2 / 3) },
      { years: 3, atRisk: 2, ended: 0, censored: 2, survival: (3 / 4) * (2 / 3) },
    ],
  });
});

test('a pause is an end: what began again later is another link', () => {
  const years = [year(2019, 'ab'), year(2020, ''), year(2021, 'ab')];
  expect(survivalAfter([{ academicYear: 2019, pairs: pairs('ab') }], years).curve).toEqual([
    { years: 1, atRisk: 1, ended: 1, censored: 0, survival: 0 },
  ]);
});

test('a year that still runs, a school that has left and a year that was not seen censor', () => {
  const occasion = { academicYear: 2019, pairs: pairs('ab') };
  const tooEarly = { pairs: 1, tooEarly: 1, curve: [] };
  const running = year(2020, '', { complete: false });
  expect(survivalAfter([occasion], [year(2019, 'ab'), running])).toMatchObject(tooEarly);
  expect(survivalAfter([occasion], [year(2019, 'ab'), year(2020, '', { schools: ['a'] })])).toMatchObject(
    tooEarly,
  );
  expect(survivalAfter([occasion], [year(2019, 'ab'), year(2021, '')])).toMatchObject(tooEarly);
  const runningWithEvidence = year(2020, 'ab', { complete: false });
  expect(survivalAfter([occasion], [year(2019, 'ab'), runningWithEvidence]).curve).toEqual([
    { years: 1, atRisk: 1, ended: 0, censored: 1, survival: 1 },
  ]);
});

test('the end of money concerns the pairs that it paid for; of money that no evidence names, the whole group', () => {
  const years = [year(2022, 'ab cd'), year(2023, '')];
  const tagged = () => true;
  const money = { id: 'own', ofGroup: true, from: null, to: '2023-08-31' };
  expect(fundingEnds([money], years, tagged)).toEqual([{ academicYear: 2022, pairs: [['a', 'b']] }]);
  expect(fundingEnds([{ ...money, id: 'grant' }], years, tagged)[0]?.pairs).toHaveLength(2);
  expect(fundingEnds([{ ...money, id: 'grant', ofGroup: false }], years, tagged)[0]?.pairs).toEqual([]);
  expect(fundingEnds([{ ...money, to: null }], years, tagged)).toEqual([]);
  expect(fundingEnds([{ ...money, to: '2019-08-31' }], years, tagged)).toEqual([]);
});

test('the departure of a head concerns the pairs of the school, in the academic year of the last day', () => {
  const years = [year(2022, 'ab ac bc'), year(2023, 'ac')];
  const occasions = headsLeave([{ school: 'a', on: '2023-08-31' }], years);
  expect(occasions).toEqual([{ academicYear: 2022, pairs: pairs('ab ac') }]);
  expect(survivalAfter(occasions, years).curve[0]?.survival).toBe(1 / 2);
});
