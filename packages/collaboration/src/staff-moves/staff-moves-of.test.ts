import { describe, expect, test } from 'vitest';
import { participant, recorded } from '../__fixtures__/recorded.ts';
import { days } from '../__fixtures__/rolls.ts';
import type { Post } from '../shared-staff/share-posts.ts';
import { type RecordedAgreement, recordedAgreements } from './recorded-agreement.ts';
import { staffMovesOf } from './staff-moves-of.ts';

const post = (
  appointment: string,
  school: string,
  from: string,
  to: string,
  change: Partial<Post> = {},
): Post => ({
  appointment,
  person: 'p',
  school,
  employer: null,
  role: 'teacher',
  secondment: false,
  permanent: true,
  fte: 1,
  ...days(from, to),
  ...change,
});
const away = { secondment: true, permanent: false };
const fixed = { permanent: false };
const find = (
  posts: readonly Post[],
  change: { agreements?: readonly RecordedAgreement[]; shared?: string[]; closed?: [string, string] } = {},
) => {
  const { moves, excluded } = staffMovesOf({
    posts,
    schools: new Set(['a', 'b', 'c']),
    shared: new Set(change.shared ?? []),
    agreements: change.agreements ?? [],
    closedOn: new Map(
      change.closed === undefined ? [] : [[change.closed[0], days(change.closed[1], change.closed[1]).to]],
    ),
    asked: days('2022-09-01', '2025-08-31'),
    minimumDays: 28,
  });
  return { found: moves.map(({ sign, home, host, evidence }) => [sign, home, host, ...evidence]), excluded };
};

describe('a secondment whose employer is not entered', () => {
  test('comes from the school that the person left in time for it', () => {
    const posts = [
      post('1', 'a', '2020-09-01', '2023-08-31'),
      post('2', 'b', '2023-09-01', '2024-08-31', away),
    ];
    expect(find(posts)).toEqual({ found: [['secondment', 'a', 'b', '1', '2']], excluded: {} });
  });

  test('or from the one to which the person goes back', () => {
    const posts = [
      post('1', 'b', '2023-09-01', '2024-07-31', away),
      post('2', 'a', '2024-09-01', '2025-08-31'),
    ];
    expect(find(posts).found).toEqual([['secondment', 'a', 'b', '1', '2']]);
  });

  test('going back is no recruitment', () => {
    const posts = [
      post('1', 'a', '2020-09-01', '2023-08-31'),
      post('2', 'b', '2023-09-01', '2024-08-31', away),
      post('3', 'a', '2024-09-01', '2025-08-31'),
    ];
    expect(find(posts)).toEqual({ found: [['secondment', 'a', 'b', '1', '2', '3']], excluded: {} });
  });

  test('62 days of summer between the posts, not 63', () => {
    const posts = (from: string) => [
      post('1', 'a', '2020-09-01', '2023-06-30'),
      post('2', 'b', from, '2024-08-31', away),
    ];
    expect(find(posts('2023-09-01')).found).toHaveLength(1);
    expect(find(posts('2023-09-02'))).toEqual({ found: [], excluded: { 'seconded-from-elsewhere': 1 } });
  });

  test('from an authority, which did not employ the person at the school before, is from elsewhere', () => {
    const posts = (employer: string | null) => [
      post('1', 'a', '2020-09-01', '2023-08-31', { employer }),
      post('2', 'b', '2023-09-01', '2024-08-31', { ...away, employer: 'authority' }),
    ];
    expect(find(posts(null))).toEqual({ found: [], excluded: { 'seconded-from-elsewhere': 1 } });
    expect(find(posts('authority')).found).toHaveLength(1);
  });

  test('that the detector of shared staff saw already is not seen again; one of 27 days is too short', () => {
    const posts = (to: string) => [
      post('1', 'a', '2020-09-01', '2023-08-31'),
      post('2', 'b', '2023-09-01', to, away),
    ];
    expect(find(posts('2024-08-31'), { shared: ['2'] })).toEqual({
      found: [],
      excluded: { 'seen-as-shared-staff': 1 },
    });
    expect(find(posts('2023-09-27'))).toEqual({ found: [], excluded: { 'too-short': 1 } });
    expect(find(posts('2023-09-28')).found).toHaveLength(1);
  });
});

describe('there and back', () => {
  const posts = (employers: readonly (string | null)[], change: Partial<Post> = fixed, home = 'a') => [
    post('1', 'a', '2020-09-01', '2023-08-31', { employer: employers[0] ?? null }),
    post('2', 'b', '2023-09-01', '2024-08-31', { employer: employers[1] ?? null, ...change }),
    post('3', home, '2024-09-01', '2025-08-31', { employer: employers[2] ?? null }),
  ];

  test('with one body as employer throughout and a post that ends', () => {
    expect(find(posts(['t', 't', 't']))).toEqual({
      found: [['there-and-back', 'a', 'b', '1', '2', '3']],
      excluded: {},
    });
  });

  test.each([
    ['no employer is known: cover elsewhere between two posts at home', posts([null, null, null])],
    ['another employer in between', posts(['t', 'u', 't'])],
    ['a permanent post in between', posts(['t', 't', 't'], {})],
    ['on to a third school', posts(['t', 't', 't'], fixed, 'c')],
  ])('%s: recruited twice', (_name, list) => {
    expect(find(list)).toEqual({ found: [], excluded: { recruitment: 2 } });
  });
});

describe('an agreement on record', () => {
  const moved = (person: string, from: string) => [
    post(`${person}1`, 'a', '2020-09-01', '2023-12-31', { person }),
    post(`${person}2`, 'b', from, '2024-08-31', { person, ...fixed }),
  ];
  const [agreement] = recordedAgreements([
    recorded(
      'record',
      'secondment',
      [participant('a', { role: 'provider' }), participant('b', { role: 'recipient' })],
      { startsOn: '2024-01-08', endsOn: '2024-07-18' },
    ),
  ]);
  const agreements = agreement === undefined ? [] : [agreement];

  test('explains the move to which it belongs', () => {
    expect(find(moved('p', '2024-01-04'), { agreements })).toEqual({
      found: [['recorded-agreement', 'a', 'b', 'p1', 'p2', 'record']],
      excluded: {},
    });
  });

  test('one record explains one move', () => {
    const two = [...moved('p', '2024-01-04'), ...moved('q', '2024-01-04')];
    expect(find(two, { agreements })).toMatchObject({ found: [{}], excluded: { recruitment: 1 } });
  });

  test('explains none in the other direction, of another time or to another school', () => {
    expect(find(moved('p', '2024-02-09'), { agreements }).excluded).toEqual({ recruitment: 1 });
    const turned = agreements.map((one) => ({ ...one, home: 'b', host: 'a' }));
    expect(find(moved('p', '2024-01-04'), { agreements: turned }).excluded).toEqual({ recruitment: 1 });
  });

  test('is none when it is not confirmed, names no side, or is of another kind', () => {
    const sides = [participant('a', { role: 'provider' }), participant('b', { role: 'recipient' })];
    const nobody = [participant('a'), participant('b')];
    expect(
      recordedAgreements([
        recorded('1', 'secondment', sides, { verdicts: new Map() }),
        recorded('2', 'secondment', sides, { verdicts: new Map([['b', 'disputed']]) }),
        recorded('3', 'secondment', nobody),
        recorded('4', 'joint-appointment', sides),
        recorded('5', 'secondment', [...sides, participant('c', { role: 'recipient' })]),
      ]),
    ).toEqual([]);
  });
});

describe('what is none', () => {
  test('ordinary recruitment, within a trust too', () => {
    const list = (employer: string | null) => [
      post('1', 'a', '2020-09-01', '2023-08-31', { employer }),
      post('2', 'b', '2023-09-01', '2025-08-31', { employer }),
    ];
    expect(find(list(null))).toEqual({ found: [], excluded: { recruitment: 1 } });
    expect(find(list('trust'))).toEqual({ found: [], excluded: { recruitment: 1 } });
  });

  test('staff of a closing school who find a post', () => {
    const list = [post('1', 'a', '2020-09-01', '2023-08-31'), post('2', 'b', '2023-09-01', '2025-08-31')];
    expect(find(list, { closed: ['a', '2023-08-31'] })).toEqual({ found: [], excluded: { closure: 1 } });
  });

  test('someone on a contract of the group who goes to the employer when it ends', () => {
    const list = [
      post('1', 'a', '2023-09-01', '2024-08-31', { employer: 'b', ...fixed }),
      post('2', 'b', '2024-09-01', '2025-08-31'),
    ];
    expect(find(list)).toEqual({ found: [], excluded: {} });
  });

  test('moves before the years asked for', () => {
    const list = [
      post('1', 'a', '2018-09-01', '2020-08-31'),
      post('2', 'b', '2020-09-01', '2021-08-31', away),
    ];
    expect(find(list)).toEqual({ found: [], excluded: {} });
  });
});
