import { expect, test } from 'vitest';
import { participant } from '../__fixtures__/recorded.ts';
import { many, tiesOf } from '../__fixtures__/ties.ts';
import { actionLearningOf } from '../action-learning/action-learning-of.ts';
import { groupProfileOf } from '../group-profile/group-profile-of.ts';
import { suggestGroups, suggestPartners } from '../grouping/index.ts';
import { ledgerOf } from '../ledger/ledger-of.ts';
import { levelChanges } from '../levels/level-changes.ts';
import { pairLevelsOf } from '../levels/pair-levels-of.ts';
import { collaborationMeasures } from '../measures/collaboration-measures.ts';
import { networkMeasures } from '../network/index.ts';
import { partnershipOf } from '../partnership/partnership-of.ts';
import { explain } from './explain.ts';

const schools = ['urn:10', 'urn:100'];
const training = many(2, 'joint-training', [
  participant('urn:10', { role: 'provider', hours: 8 }),
  participant('urn:100', { role: 'recipient' }),
]);
const ties = tiesOf(training);
const pairs = [2022, 2023].flatMap((academicYear) => pairLevelsOf({ schools, ties, academicYear }));
const ids = training.map(({ id }) => id);
const name = (school: string) => (school === 'urn:10' ? 'Alder' : 'Birch');

test('a level says its criteria with thresholds, and its evidence', () => {
  const words = explain(pairs[1]!, { name }).join('\n');
  expect(words).toContain('needs 6 staff-hours of knowledge');
  for (const id of ids) expect(words).toContain(id);
  expect(words).toContain('Alder and Birch, 2023/24');
});

test('a line of the ledger says what it adds up', () => {
  const line = ledgerOf(ties, 2023).find(({ unit }) => unit === 'staff-hours')!;
  expect(explain(line, { name })).toEqual([
    'Alder gave Birch 16 staff-hours in 2023/24.',
    'Process: Staff development. Basis: recorded, and confirmed by both schools.',
    expect.stringContaining('split'),
    `It adds up 2 records: ${ids.join(', ')}.`,
  ]);
});

test('a change of level says what was gained', () => {
  const [change] = levelChanges(pairs);
  const [first, ...rest] = explain(change!, { name });
  expect(first).toContain('Alder and Birch rose from no-link-seen in 2022/23 to cooperation in 2023/24');
  expect(rest).toContainEqual(expect.stringContaining('Met now, and not before: A flow of cooperation size'));
});

test('a profile and its conditions say each rule with what was found', () => {
  const profile = groupProfileOf({
    scope: { kind: 'trust', id: 'T' },
    schools,
    academicYear: 2023,
    ties,
    pairs: pairs.slice(1),
  });
  const words = explain(profile, { name });
  expect(words[0]).toBe('trust T, 2023/24: Alder, Birch.');
  expect(words.join('\n')).toContain('Giving: 1 directions, edge reciprocity 0');
  expect(words.join('\n')).toContain('Without Alder 0 links are left and 1 lost');
  expect(words.join('\n')).toContain(
    'Alder, Staff development: gave 16 and received 0 staff-hours (confirmed',
  );
  for (const condition of profile.conditions) {
    const said = explain(condition);
    expect(said[0]).toContain(condition.status);
    expect(words).toEqual(expect.arrayContaining(said));
    for (const why of condition.why) expect(said).toContain(why);
    for (const { id } of condition.evidence) expect(said.at(-1)).toContain(id);
  }
});

test('a network says its figures by name, how paths were searched, and each definition', () => {
  const measures = networkMeasures({
    nodes: ['a', 'b', 'c'].map((id) => ({ id })),
    edges: [
      { from: 'a', to: 'b', weight: 2 },
      { from: 'b', to: 'a', weight: 1 },
      { from: 'b', to: 'c', weight: 1 },
    ],
  });
  const words = explain(measures, { name: (id) => id.toUpperCase() });
  expect(words).toContain('Reciprocity by edges 0.667, by dyads 0.5, by weight 0.5.');
  expect(words).toContain('Held together by: B (parts of 1, 1 without it).');
  for (const { formula } of collaborationMeasures.filter(({ about }) => about === 'network'))
    expect(words.join('\n')).toContain(formula);
});

test('proposed groups and partners say what was weighed, given up and known', async () => {
  const table = ['a', 'b', 'c', 'd'].map((id, index) => ({
    id,
    name: id.toUpperCase(),
    attainment: 30 + 10 * index,
    areas: { music: index < 2 ? -1 : 1 },
  }));
  const groups = await suggestGroups(table, { size: { min: 2, max: 2 }, alternatives: 1 });
  const words = explain(groups, { name: (id) => id.toUpperCase() });
  for (const line of [...groups.proposals[0]!.words, ...groups.notes]) expect(words).toContain(line);
  for (const { objective } of groups.objectives)
    expect(words).toContainEqual(expect.stringMatching(new RegExp(`^${objective}: .* of the score`)));
  expect(words).toContainEqual(expect.stringMatching(/^music: [CD] can help [AB]\.$/));
  const partners = suggestPartners('a', table);
  const said = explain(partners);
  for (const partner of partners.partners) {
    expect(said).toEqual(expect.arrayContaining(explain(partner)));
    for (const line of [...partner.reasons, ...partner.cautions]) expect(said).toContain(line);
  }
});

test('partnerships and action learning sets say what is there, what is missing, and by which rule', () => {
  const member = (school: string) =>
    ({ school, role: 'equal', responsibility: null, from: null, to: null }) as const;
  const result = partnershipOf(
    {
      partnership: {
        id: 'p',
        name: 'Two schools',
        groupId: null,
        startsOn: '2023-09-01',
        disengagementPlan: null,
        disengageBy: null,
        disengagedOn: null,
      },
      members: schools.map(member),
      protocols: [],
      expertise: [],
      ledger: null,
    },
    '2024-07-31',
  );
  const words = explain(result, { name });
  expect(words[0]).toBe('Two schools, 2024-07-31: Alder, Birch.');
  expect(words[1]).toContain('Roles named for 0 of 2 members');
  expect(words.length).toBeGreaterThan(2 + result.explanation.length);
  const set = { id: 's', name: 'Set', outsideFacilitator: null, startsOn: '2023-09-01', endsOn: null };
  const members = schools.map((school) => ({ school, people: 2, from: null, to: null }));
  const learning = actionLearningOf({ set, members, cycles: [], accounts: [] }, '2024-07-31');
  const told = explain(learning, { name });
  expect(told[0]).toBe('Set, 2024-07-31: 4 people from 2 schools; 0 of 0 cycles completed.');
  expect(told.join('\n')).toContain('Neither wrote nor hosted: Alder, Birch.');
});
