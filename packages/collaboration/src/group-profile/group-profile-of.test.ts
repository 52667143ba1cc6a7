import type { GroupProfile, LedgerEntry, PairLevel } from '@collegial/model';
import { expect, test } from 'vitest';
import { participant, recorded } from '../__fixtures__/recorded.ts';
import { ledgerOf } from '../ledger/ledger-of.ts';
import { activityTies } from '../recorded/activity-ties.ts';
import { unknownReach } from '../ties/reach.ts';
import { toParts } from '../ties/split-amount.ts';
import type { Tie } from '../ties/tie.ts';
import { groupProfileOf } from './group-profile-of.ts';
import { type GroupRecords, noGroupRecords } from './group-records.ts';

// Four schools. In 2023/24, tagged to the group and confirmed by everyone:
//   training  a gives b 12 hours and c 12 hours; 8 teachers take part
//   return    b shows a for 6 hours; nothing is said of who took part
//   heads     three meetings of a, b, c and d: one head each, nothing is given
// not tagged: a teacher of c has a post at d, 20 staff-days a year (derived)
// unconfirmed and tagged: d gives a 5 places.
// In 2022/23: one training of a for b, tagged and confirmed.
const named = { reach: { ...unknownReach, teachers: 8 } };
const activities = [
  recorded(
    'training',
    'joint-training',
    [
      participant('a', { role: 'provider', hours: 24, ...named }),
      participant('b', { role: 'recipient' }),
      participant('c', { role: 'recipient' }),
    ],
    { groupId: 'G', recordedBy: 'a', aim: 'Better reading' },
  ),
  recorded(
    'return',
    'visit',
    [participant('b', { role: 'host', hours: 6 }), participant('a', { role: 'recipient' })],
    { groupId: 'G', recordedBy: 'a' },
  ),
  ...[1, 2, 3].map((number) =>
    recorded(
      `heads-${number}`,
      'meeting',
      ['a', 'b', 'c', 'd'].map((school) => participant(school, { reach: { ...unknownReach, heads: 1 } })),
      { groupId: 'G', recordedBy: 'a' },
    ),
  ),
  recorded(
    'places',
    'course-places',
    [participant('d', { role: 'provider', places: 5 }), participant('a', { role: 'recipient' })],
    { groupId: 'G', recordedBy: 'd', verdicts: new Map() },
  ),
  recorded(
    'earlier',
    'joint-training',
    [participant('a', { role: 'provider', hours: 6 }), participant('b', { role: 'recipient' })],
    { groupId: 'G', academicYear: 2022, recordedBy: 'a' },
  ),
];
const shared: Tie = {
  ...activityTies(activities[0]!, () => true).ties[0]!,
  schools: ['c', 'd'],
  trace: 'shared-staff',
  kind: 'shared-post',
  process: 'joint-appointments',
  flow: 'resource',
  basis: 'derived',
  eventWeight: 0,
  flows: [{ provider: 'c', recipient: 'd', unit: 'staff-days', parts: toParts(20) }],
  aim: null,
  structure: true,
  groupId: null,
  reach: unknownReach,
  evidence: ['post-1', 'post-2'],
  recordedBy: null,
  person: 'teacher',
};
const ties = [...activities.flatMap((one) => activityTies(one, () => true).ties), shared];
const pair = (schools: string, level: PairLevel['level'], oneSided: PairLevel['oneSided'] = null) =>
  ({ schools: schools.split(''), level, levelWithUnconfirmed: level, oneSided }) as unknown as PairLevel;
const pairs = [
  pair('ab', 'cooperation', { recordedBy: 'a', activities: 6, confirmed: 6 }),
  pair('ac', 'cooperation'),
  pair('ad', 'association'),
  pair('bc', 'association'),
  pair('bd', 'association'),
  pair('cd', 'cooperation'),
];
const records: GroupRecords = {
  ...noGroupRecords,
  roll: new Map([
    ['a', 400],
    ['b', 1000],
  ]),
  attainment: {
    measure: 'attainment-8',
    source: 'published',
    academicYear: 2022,
    values: [
      { school: 'a', value: 40 },
      { school: 'b', value: 50 },
      { school: 'c', value: 60 },
    ],
  },
  // In post from 1 September to 1 March: 183 of the 366 days of 2023/24.
  roles: [
    {
      id: 'role',
      role: 'coordinator',
      authority: false,
      person: 'teacher',
      from: '2023-09-01',
      to: '2024-03-01',
    },
  ],
};
const scope = { kind: 'group', id: 'G' } as const;
const options = { scope, schools: ['a', 'b', 'c', 'd'], academicYear: 2023, ties, pairs, records };
const profile = groupProfileOf(options);
const measures = (of: GroupProfile, part: string, unconfirmed = false) =>
  of.measures.find((one) => one.part === part && one.unconfirmed === unconfirmed)!;

test('levels are counted, the empty ones as well', () => {
  expect(profile.levels.map((one) => [one.level, one.pairs])).toEqual([
    ['no-link-seen', 0],
    ['association', 3],
    ['cooperation', 3],
    ['collaboration', 0],
    ['collegiality', 0],
  ]);
});

test('evidence is counted piece by piece, bases and tags apart', () => {
  // training, return and three meetings; the course places; the shared teacher.
  expect(profile.evidence).toEqual([
    { part: 'tagged', basis: 'derived', pieces: 0 },
    { part: 'tagged', basis: 'confirmed', pieces: 5 },
    { part: 'tagged', basis: 'unconfirmed', pieces: 1 },
    { part: 'untagged', basis: 'derived', pieces: 1 },
    { part: 'untagged', basis: 'confirmed', pieces: 0 },
    { part: 'untagged', basis: 'unconfirmed', pieces: 0 },
  ]);
});

test('breadth and position', () => {
  // Training and visit are staff development (place 3: pairs ab, ac, bc – all who took part);
  // meetings are mutual challenge (place 6: six pairs). (3 × 3 + 6 × 6) ÷ 9 = 5; (5 − 1) ÷ 7.
  const pairsOfTraining = new Set(
    ties.filter((tie) => tie.kind === 'joint-training').map((tie) => tie.schools.join('')),
  );
  expect([...pairsOfTraining].sort()).toEqual(['ab', 'ac', 'bc']);
  expect(measures(profile, 'tagged').breadth).toEqual({
    processes: [
      { process: 'staff-development', pairs: 3 },
      { process: 'mutual-challenge', pairs: 6 },
    ],
    breadth: 2,
    position: 4 / 7,
  });
  // One pair with joint appointments (place 2): (2 − 1) ÷ 7.
  expect(measures(profile, 'untagged').breadth).toMatchObject({ breadth: 1, position: 1 / 7 });
  // (2 + 3 × 3 + 6 × 6) ÷ 10 = 4.7.
  expect(measures(profile, 'all').breadth.position).toBeCloseTo(3.7 / 7, 12);
  // The unconfirmed places (place 4, one pair): (4 + 9 + 36) ÷ 10 = 4.9.
  expect(measures(profile, 'tagged', true).breadth.position).toBeCloseTo(3.9 / 7, 12);
});

test('giving: reciprocity, density, centralisation', () => {
  // Tagged: a→b, a→c, b→a. Pairs ab (mutual) and ac: dyads 1 of 2, edges 2 of 3, density 2 of 6.
  // Degrees a 2, b 1, c 1, d 0: (0 + 1 + 1 + 2) ÷ (3 × 2). Out-degrees 2, 1, 0, 0: (0 + 1 + 2 + 2) ÷ 9.
  // In-degrees 1, 1, 1, 0: 1 ÷ 9. Without a, b and c fall apart.
  const { giving } = measures(profile, 'tagged');
  expect(giving).toMatchObject({
    links: 2,
    directions: 3,
    density: 2 / 6,
    centralisation: 4 / 6,
    edgeReciprocity: 2 / 3,
    dyadReciprocity: 1 / 2,
    components: [['a', 'b', 'c'], ['d']],
    isolates: ['d'],
    articulationPoints: ['a'],
  });
  expect(giving.givingCentralisation).toBeCloseTo(5 / 9, 12);
  expect(giving.receivingCentralisation).toBeCloseTo(1 / 9, 12);
  // The heads met: everyone is in contact, though a meeting gives nothing.
  expect(measures(profile, 'tagged').contact).toMatchObject({ links: 6, density: 1, isolates: [] });
  // With the shared teacher c→d, and with the unconfirmed places d→a, nobody is left out.
  expect(measures(profile, 'all').giving).toMatchObject({ directions: 4, isolates: [] });
  expect(measures(profile, 'all').giving.articulationPoints).toEqual(['a', 'c']);
  expect(measures(profile, 'all', true).giving).toMatchObject({ directions: 5, articulationPoints: ['a'] });
});

test('depth, with its coverage', () => {
  // Five pieces: four say who came (the visit does not); one reached teachers, three heads alone.
  // The meetings have no hours, so all stated hours are those of the training.
  expect(measures(profile, 'tagged').depth).toEqual({
    pieces: 5,
    stated: 4,
    reachingTeachersOrStudents: 1,
    reachingStudents: 0,
    headsOnly: 3,
    share: 1 / 4,
    shareOfHours: 1,
    coverage: 4 / 5,
  });
  expect(measures(profile, 'untagged').depth).toMatchObject({
    pieces: 1,
    stated: 0,
    share: null,
    coverage: 0,
  });
});

test('continuity: one pair before, and it goes on', () => {
  expect(measures(profile, 'tagged').continuity).toEqual({ before: 1, goOn: 1, new: 5, share: 1 });
  expect(measures(profile, 'untagged').continuity).toEqual({ before: 0, goOn: 0, new: 1, share: null });
});

test('what remains when a school or a person leaves', () => {
  // Of six contacts, three go with each school; d alone takes joint appointments with it, and so does c.
  expect(
    profile.withoutSchool.map((one) => [one.school, one.linksLeft, one.share, one.processesLost]),
  ).toEqual([
    ['a', 3, 0.5, []],
    ['b', 3, 0.5, []],
    ['c', 3, 0.5, ['joint-appointments']],
    ['d', 3, 0.5, ['joint-appointments']],
  ]);
  expect(profile.withoutPerson).toEqual([
    {
      person: 1,
      coordinator: true,
      schools: ['c', 'd'],
      linksLost: 0,
      linksLeft: 6,
      share: 1,
      components: 1,
      isolates: [],
      processesLost: ['joint-appointments'],
    },
  ]);
  expect(JSON.stringify(profile)).not.toContain('teacher"');
});

test('a person on whom a link rests takes it along', () => {
  const derived = groupProfileOf({ ...options, ties: [shared, { ...shared, schools: ['b', 'c'] }] });
  expect(derived.withoutPerson?.[0]).toMatchObject({ linksLost: 2, linksLeft: 0, share: 0, components: 4 });
  expect(derived.withoutSchool.map((one) => [one.school, one.linksLeft])).toEqual([
    ['a', 2],
    ['b', 1],
    ['c', 0],
    ['d', 1],
  ]);
});

test('contributions, in units and for the size of the school', () => {
  const line = (school: string, unit: string, basis = 'confirmed') =>
    profile.contributions.filter((one) => one.school === school && one.unit === unit && one.basis === basis);
  // a gave 24 hours and received 6: 6 and 1.5 for each 100 of its 400 students.
  expect(line('a', 'staff-hours')).toEqual([
    {
      school: 'a',
      process: 'staff-development',
      unit: 'staff-hours',
      basis: 'confirmed',
      gave: 24,
      received: 6,
      gaveTagged: 24,
      receivedTagged: 6,
      gavePer100: 6,
      receivedPer100: 1.5,
    },
  ]);
  expect(line('c', 'staff-days', 'derived')).toMatchObject([
    { gave: 20, gaveTagged: 0, gavePer100: null, received: 0 },
  ]);
  expect(line('a', 'places', 'unconfirmed')).toMatchObject([{ received: 5, receivedPer100: 1.25 }]);
});

test('attainment: 40, 50 and 60 of three of the four schools', () => {
  expect(profile.attainment).toEqual({
    measure: 'attainment-8',
    source: 'published',
    period: '2022/23',
    schools: 3,
    of: 4,
    mean: 50,
    standardDeviation: Math.sqrt(200 / 3),
    lowest: 40,
    highest: 60,
  });
  expect(groupProfileOf({ ...options, records: noGroupRecords }).attainment).toBeNull();
});

test('coordinator: half of the leap year', () => {
  expect(profile.coordinator).toEqual({ present: true, shareOfYear: 183 / 366 });
  expect(groupProfileOf({ ...options, records: noGroupRecords }).coordinator).toEqual({
    present: false,
    shareOfYear: null,
  });
});

test('saturation and one-sided records are named', () => {
  // a and b: training, visit and three meetings are five events, two beyond the threshold; a and c four, one beyond;
  // b and c took part in the same training and meetings: four; the other three pairs met three times.
  expect(profile.guards.saturation).toEqual({
    threshold: 3,
    pairs: [
      { schools: ['a', 'b'], events: 5 },
      { schools: ['a', 'c'], events: 4 },
      { schools: ['b', 'c'], events: 4 },
    ],
    share: 4 / 22,
  });
  expect(profile.guards.oneSided).toEqual([{ schools: ['a', 'b'], recordedBy: 'a', activities: 6 }]);
});

test('the profile is JSON, and empty evidence gives no figure that would need some', () => {
  expect(JSON.parse(JSON.stringify(profile))).toEqual(profile);
  const empty = groupProfileOf({ ...options, ties: [], pairs: [], records: noGroupRecords });
  expect(measures(empty, 'all')).toMatchObject({
    breadth: { breadth: 0, position: null },
    giving: { edgeReciprocity: null, dyadReciprocity: null, density: 0, isolates: ['a', 'b', 'c', 'd'] },
    depth: { share: null, coverage: null },
    continuity: { share: null },
  });
  expect(empty.conditions.map((one) => one.status)).toEqual(Array(6).fill('unknown'));
});

test('a ledger that was made elsewhere is taken as it is', () => {
  const ledger: LedgerEntry[] = ledgerOf(ties, 2023).filter((entry) => entry.unit === 'staff-days');
  const rounded = groupProfileOf({ ...options, ledger, taggedLedger: [] });
  expect(rounded.contributions.map((one) => [one.school, one.gave, one.received, one.gaveTagged])).toEqual([
    ['c', 20, 0, 0],
    ['d', 0, 20, 0],
  ]);
});
