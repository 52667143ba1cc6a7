import { expect, test } from 'vitest';
import { participant } from '../__fixtures__/recorded.ts';
import { many, tiesOf } from '../__fixtures__/ties.ts';
import { groupProfileOf } from '../group-profile/group-profile-of.ts';
import { ledgerOf } from '../ledger/ledger-of.ts';
import { levelChanges } from '../levels/level-changes.ts';
import { pairLevelsOf } from '../levels/pair-levels-of.ts';
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
  for (const condition of profile.conditions) {
    const said = explain(condition);
    expect(said[0]).toContain(condition.status);
    expect(words).toEqual(expect.arrayContaining(said));
    for (const why of condition.why) expect(said).toContain(why);
    for (const { id } of condition.evidence) expect(said.at(-1)).toContain(id);
  }
});
