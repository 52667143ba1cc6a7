import { expect, test } from 'vitest';
import { many, tiesOf } from '../__fixtures__/ties.ts';
import { explainLevel } from './explain-level.ts';
import { pairLevelsOf } from './pair-levels-of.ts';

test('an explanation names result, criteria, firmness, coverage, evidence and rules, with schools by name', () => {
  const [pair] = pairLevelsOf({
    schools: ['urn:1', 'urn:2'],
    ties: tiesOf(many(3, 'meeting')).map((tie) => ({ ...tie, schools: ['urn:1', 'urn:2'] as const })),
    academicYear: 2023,
    held: new Map([
      ['staff', new Map()],
      ['activities', new Map([[2023, new Set(['urn:1', 'urn:2'])]])],
    ]),
  });
  const lines = explainLevel(pair!, { name: (id) => (id === 'urn:1' ? 'Ash' : 'Birch') });
  expect(lines[0]).toBe(
    'Ash and Birch, 2023/24: At least cooperation; collegiality too early to tell, as only one year could be observed.',
  );
  expect(lines).toContain('cooperation, met: Joint events in a year – 3 joint events (needs 3).');
  expect(lines).toContain(
    'With less evidence 0 of 4 variations keep the level; with more 1 of 1 variations keep the level.',
  );
  expect(lines.slice(-4)).toEqual([
    'Records of both schools: no staff.',
    'Records of both schools: activities in 2023/24.',
    'Evidence: meeting-2023-0, meeting-2023-1, meeting-2023-2.',
    'Rules of version 3.',
  ]);
  expect(lines.join(' ')).not.toContain('urn:');
});
