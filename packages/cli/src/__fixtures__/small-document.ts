import type { EditionDocument, EditionManifest, IndicatorCard, PublishedFigure } from '@collegial/model';

/** Names that a careless page would break on. */
export const hostileName = '<script>alert("x")</script> & Sons’ School';
export const longName = 'The Most Reverend Archbishop Example Church of England Voluntary Aided Primary School';

const card: IndicatorCard = {
  id: 'presence.absence-rate',
  version: 1,
  title: 'Overall absence',
  meaning: 'Share of sessions missed.',
  caution: 'One rate hides who & when.',
  dimension: 'presence',
  kind: 'ratio',
  unit: 'proportion',
  better: 'lower',
  sources: ['B6'],
};

function figure(period: string, value: number | null, units: number | null = 120): PublishedFigure {
  return {
    indicator: card.id,
    version: 1,
    subgroup: null,
    period,
    value,
    interval: value === null ? null : { lower: value - 0.01, upper: value + 0.02 },
    spread: null,
    units: value === null ? null : units,
    symbol: value === null ? 'c' : null,
    flags: [],
  };
}

const schools = [
  { id: 'urn:1', name: 'Ash Grove School' },
  { id: 'urn:2', name: hostileName },
  { id: 'urn:3', name: longName },
];

/** A document for partner schools with every part: figures, one of them hidden, members, a ledger and levels. */
export const smallDocument: EditionDocument = {
  schemaVersion: 1,
  audience: 'group',
  scope: { kind: 'group', id: 'A' },
  title: 'Group <A>',
  periods: ['2021/22', '2022/23', '2023/24'],
  indicators: [card],
  figures: [figure('2021/22', 0.081), figure('2022/23', null), figure('2023/24', 0.0764, 1_234)],
  members: schools.map((school, index) => ({
    school,
    figures: [figure('2021/22', 0.07 + index / 100), figure('2023/24', index === 1 ? null : 0.06 + index / 100)],
  })),
  collaboration: {
    schools,
    ledger: [
      {
        provider: 'urn:1',
        recipient: 'urn:2',
        period: '2023/24',
        process: 'staff-development',
        unit: 'staff-hours',
        amount: 26,
        basis: 'confirmed',
        evidence: ['a1'],
      },
      {
        provider: 'urn:1',
        recipient: 'urn:2',
        period: '2023/24',
        process: 'joint-appointments',
        unit: 'staff-days',
        amount: 3,
        basis: 'derived',
        evidence: ['s1'],
      },
    ],
    pairs: [
      {
        schools: ['urn:1', 'urn:2'],
        period: '2023/24',
        level: 'cooperation',
        levelWithUnconfirmed: 'cooperation',
        highestLevelAssessed: 'cooperation',
        criteria: [{ id: 'c1', title: 'A flow', met: true, detail: '26 staff-hours from urn:1 to urn:2' }],
        evidence: ['a1'],
        rules: 1,
      },
      {
        schools: ['urn:1', 'urn:3'],
        period: '2023/24',
        level: 'no-link-seen',
        levelWithUnconfirmed: 'no-link-seen',
        highestLevelAssessed: 'cooperation',
        criteria: [],
        evidence: [],
        rules: 1,
      },
      {
        schools: ['urn:2', 'urn:3'],
        period: '2023/24',
        level: 'no-link-seen',
        levelWithUnconfirmed: 'no-link-seen',
        highestLevelAssessed: 'cooperation',
        criteria: [],
        evidence: [],
        rules: 1,
      },
    ],
  },
  protection: { rule: 'Counts below 10 are hidden.', figures: 9, suppressed: 2 },
  notes: ['As at <1 September>.'],
};

export const smallManifest: EditionManifest = {
  schemaVersion: 1,
  edition: '2024-09-01-0123456789ab',
  title: 'Schools & more',
  snapshot: '0123456789abcdef',
  publishedAt: '2024-09-01T10:00:00.000Z',
  policy: { version: 1, threshold: 10 },
  documents: [],
};
