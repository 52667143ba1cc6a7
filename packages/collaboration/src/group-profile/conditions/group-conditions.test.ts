import type { GroupCondition } from '@collegial/model';
import { describe, expect, it } from 'vitest';
import { participant, recorded } from '../../__fixtures__/recorded.ts';
import { activityTies } from '../../recorded/activity-ties.ts';
import type { Participant, RecordedActivity } from '../../recorded/recorded-activity.ts';
import { unknownReach } from '../../ties/reach.ts';
import { type GroupRecords, noGroupRecords, type OutsidePart, type RoleRecord } from '../group-records.ts';
import { defaultProfileThresholds } from '../profile-thresholds.ts';
import { groupConditions } from './group-conditions.ts';

const schools = ['a', 'b', 'c', 'd'];

function condition(
  id: GroupCondition['id'],
  activities: readonly RecordedActivity[],
  records: Partial<GroupRecords> = {},
): GroupCondition {
  const ties = activities.flatMap((one) => activityTies(one, () => true).ties);
  const material = {
    schools,
    records: { ...noGroupRecords, ...records },
    from: '2023-09-01',
    to: '2024-08-31',
    thresholds: defaultProfileThresholds,
  };
  const agreed = ties.filter((tie) => tie.basis !== 'unconfirmed');
  return groupConditions(material, agreed, ties).find((one) => one.id === id)!;
}

const activity = (
  id: string,
  kind: string,
  members: string,
  part: Partial<Participant> = {},
  change: Partial<RecordedActivity> = {},
) =>
  recorded(
    id,
    kind,
    [...members].map((school) => participant(school, part)),
    change,
  );
const giving = (id: string, from: string, to: string) =>
  recorded(id, 'joint-training', [
    participant(from, { role: 'provider', hours: 6 }),
    ...[...to].map((school) => participant(school, { role: 'recipient' })),
  ]);
const role = (change: Partial<RoleRecord>): RoleRecord => ({
  id: 'role',
  role: 'adviser',
  authority: false,
  person: null,
  from: '2023-09-01',
  to: null,
  ...change,
});
const meeting = activity('meeting', 'meeting', 'abcd');

describe('incentives: money, and most schools get something', () => {
  const grant = { id: 'grant', ofGroup: true, from: '2022-09-01', to: '2023-09-01' };

  it('met: a grant on one day of the year, and 2 of 4 schools received', () => {
    const found = condition('incentives', [giving('t', 'a', 'bc')], { fundings: [grant] });
    expect(found.status).toBe('met');
    expect(found.evidence).toEqual([
      { kind: 'funding', id: 'grant' },
      { kind: 'activity', id: 't' },
    ]);
  });
  it('partly: the grant ended the day before, or only one school received', () => {
    const over = { fundings: [{ ...grant, to: '2023-08-31' }] };
    expect(condition('incentives', [giving('t', 'a', 'bc')], over).status).toBe('partly');
    expect(condition('incentives', [giving('t', 'a', 'b')], { fundings: [grant] }).status).toBe('partly');
  });
  it('a pooled fund is money too, and returns to those who pay', () => {
    expect(condition('incentives', [activity('pool', 'pooled-fund', 'ab', { amount: 5 })]).status).toBe(
      'met',
    );
  });
  it('not: they only met', () => {
    expect(condition('incentives', [meeting]).status).toBe('not');
  });
});

describe('collective responsibility: they answer for each other, most of them', () => {
  it('met by admissions shared between 2 of 4, missed by what is no responsibility', () => {
    const found = condition('collective-responsibility', [activity('share', 'admissions-sharing', 'ab')]);
    expect(found).toMatchObject({ status: 'met', evidence: [{ kind: 'activity', id: 'share' }] });
    expect(condition('collective-responsibility', [giving('t', 'a', 'bcd'), meeting]).status).toBe('not');
  });
  it('partly: of six schools two are too few', () => {
    const ties = activityTies(activity('share', 'joint-target', 'ab'), () => true).ties;
    const found = groupConditions(
      {
        schools: [...schools, 'e', 'f'],
        records: noGroupRecords,
        from: '2023-09-01',
        to: '2024-08-31',
        thresholds: defaultProfileThresholds,
      },
      ties,
      ties,
    ).find((one) => one.id === 'collective-responsibility');
    expect(found?.status).toBe('partly');
    expect(found?.why[1]).toBe('It takes in 2 of 6 schools (needs 3).');
  });
  it('what nobody confirmed stands beside it', () => {
    const alone = activity('share', 'joint-target', 'ab', {}, { verdicts: new Map(), recordedBy: 'a' });
    expect(condition('collective-responsibility', [alone, meeting])).toMatchObject({
      status: 'not',
      records: 'not',
      recordsWithUnconfirmed: 'met',
    });
  });
});

describe('senior leadership: somebody drives it, and heads come', () => {
  const heads = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      activity(`m${index}`, 'meeting', 'ab', { reach: { ...unknownReach, heads: 1 } }),
    );
  const chair = role({ role: 'chair', to: '2024-03-01' });

  it('met: a chair on 183 of 366 days and heads three times', () => {
    expect(condition('senior-leadership', heads(3), { roles: [chair] }).status).toBe('met');
  });
  it('partly: one day less, heads twice, or an adviser in place of a chair', () => {
    const shorter = { roles: [{ ...chair, to: '2024-02-29' }] };
    expect(condition('senior-leadership', heads(3), shorter).status).toBe('partly');
    expect(condition('senior-leadership', heads(2), { roles: [chair] }).status).toBe('partly');
    expect(condition('senior-leadership', heads(3), { roles: [role({})] }).status).toBe('partly');
  });
  it('unknown: nobody wrote down who came, and no role is on record', () => {
    expect(condition('senior-leadership', [meeting]).status).toBe('unknown');
    expect(condition('senior-leadership', [meeting], { roles: [role({})] }).status).toBe('not');
  });
});

describe('common priorities: one aim, most schools, not heads alone', () => {
  const aimed = (count: number, members = 'ab', change: Partial<Participant> = {}) =>
    Array.from({ length: count }, (_, index) =>
      activity(
        `o${index}`,
        'mutual-observation',
        members,
        { reach: { ...unknownReach, teachers: 1 }, ...change },
        { aim: index === 0 ? ' Better READING' : 'better reading' },
      ),
    );

  it('met: three times at one aim, however it is written', () => {
    expect(condition('common-priorities', aimed(3)).status).toBe('met');
  });
  it('partly: twice; or three times with heads alone', () => {
    expect(condition('common-priorities', aimed(2)).status).toBe('partly');
    const headsAlone = aimed(3, 'ab', { reach: { ...unknownReach, heads: 1 } });
    expect(condition('common-priorities', headsAlone).status).toBe('partly');
  });
  it('not: no aim is named', () => {
    expect(condition('common-priorities', [meeting]).status).toBe('not');
  });
});

describe('external help: an adviser, and a challenge', () => {
  const part: OutsidePart = {
    activity: 'review',
    role: 'outside-challenger',
    outsider: true,
    authority: false,
  };
  const review = activity('review', 'peer-review', 'ab');

  it('met', () => {
    const found = condition('external-help', [review], { roles: [role({})], outside: [part] });
    expect(found).toMatchObject({
      status: 'met',
      evidence: [
        { kind: 'role', id: 'role' },
        { kind: 'activity', id: 'review' },
      ],
    });
  });
  it('partly: no adviser any more; or a facilitator from one of the schools', () => {
    const gone = { roles: [role({ to: '2023-08-31' })], outside: [part] };
    expect(condition('external-help', [review], gone).status).toBe('partly');
    const own = { ...part, role: 'facilitator', outsider: false } as const;
    expect(condition('external-help', [review], { roles: [role({})], outside: [own] }).status).toBe('partly');
    const foreign = { ...own, outsider: true };
    expect(condition('external-help', [review], { roles: [role({})], outside: [foreign] }).status).toBe(
      'met',
    );
  });
  it('not: the challenge was in an activity that counts nowhere', () => {
    expect(condition('external-help', [meeting], { outside: [part] }).status).toBe('not');
  });
});

describe('authority support: a role, and a part in what is done', () => {
  const part: OutsidePart = { activity: 'meeting', role: 'participant', outsider: true, authority: true };

  it('met, partly with either, not with another’s adviser', () => {
    const roles = [role({ authority: true })];
    expect(condition('authority-support', [meeting], { roles, outside: [part] }).status).toBe('met');
    expect(condition('authority-support', [meeting], { roles }).status).toBe('partly');
    expect(condition('authority-support', [meeting], { outside: [part] }).status).toBe('partly');
    const other = { roles: [role({})], outside: [{ ...part, authority: false }] };
    expect(condition('authority-support', [meeting], other).status).toBe('not');
  });
});

describe('a review', () => {
  const answer = (id: string, value: number, on: string) => ({ id, factor: 'incentives', value, on });

  it('goes before the records, the latest answer counting, and both are shown', () => {
    const reviews = [answer('r1', 0, '2023-10-01'), answer('r2', 2, '2024-06-01')];
    const found = condition('incentives', [meeting], { reviews });
    expect(found).toMatchObject({ status: 'met', basis: 'review', records: 'not', review: 'met' });
    expect(found.why.at(-1)).toBe('The group’s review of 2024-06-01 says: met.');
    expect(found.evidence).toContainEqual({ kind: 'review', id: 'r2' });
  });
  it('is passed over where it is none of the three answers, and says so', () => {
    const found = condition('incentives', [meeting], { reviews: [answer('r', 1.5, '2024-01-01')] });
    expect(found).toMatchObject({ status: 'not', basis: 'records', review: null });
    expect(found.why.at(-1)).toContain('1.5');
  });
});
