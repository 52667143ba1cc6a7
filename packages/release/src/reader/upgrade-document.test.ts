import { editionSchemaVersion } from '@collegial/model';
import { expect, test } from 'vitest';
import { documentSchema } from '../edition/edition-schema.ts';
import { upgradeDocument } from './upgrade-document.ts';

/** A document as the schema before this one wrote it. */
const first = {
  schemaVersion: 1,
  audience: 'group',
  scope: { kind: 'group', id: 'A' },
  title: 'Group A',
  periods: ['2023/24'],
  indicators: [],
  figures: [],
  members: [],
  collaboration: {
    schools: [
      { id: 'a', name: 'A' },
      { id: 'b', name: 'B' },
    ],
    ledger: [],
    pairs: [
      {
        schools: ['a', 'b'],
        period: '2023/24',
        level: 'cooperation',
        levelWithUnconfirmed: 'cooperation',
        highestLevelAssessed: 'cooperation',
        criteria: [
          { id: 'association.link', title: 'Any link', met: true, detail: '3 pieces of evidence (needs 1)' },
          { id: 'cooperation.events', title: 'Joint events', met: true, detail: '3 joint events (needs 3)' },
        ],
        evidence: ['x'],
        rules: 1,
      },
    ],
  },
  protection: { rule: 'None.', figures: 0, suppressed: 0 },
  notes: [],
};

test('a document of the schema before is read as one of this schema, and what it did not say as not known', () => {
  const document = upgradeDocument(first);
  expect(() => documentSchema.parse(document)).not.toThrow();
  expect(document.schemaVersion).toBe(editionSchemaVersion);
  expect(document.collaboration?.pairs[0]).toMatchObject({
    level: 'cooperation',
    highestLevelAssessed: 'cooperation',
    rules: 1,
    thresholds: null,
    coverage: null,
    stability: null,
    oneSided: null,
  });
  expect(document.collaboration?.pairs[0]?.criteria.map(({ level }) => level)).toEqual([
    'association',
    'cooperation',
  ]);
  expect(upgradeDocument({ ...first, collaboration: null }).collaboration).toBeNull();
});

test('a document of this schema is left as it is', () => {
  const document = upgradeDocument(first) as unknown as Record<string, unknown>;
  expect(upgradeDocument(document)).toBe(document);
});
