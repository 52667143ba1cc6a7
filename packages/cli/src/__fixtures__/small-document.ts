import { defaultLevelThresholds as thresholds } from '@collegial/collaboration';
import {
  type EditionDocument,
  type EditionManifest,
  editionSchemaVersion,
  type IndicatorCard,
  type PublishedFigure,
} from '@collegial/model';
import { smallProfile } from './small-profile.ts';

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

const withoutProfile: EditionDocument = {
  schemaVersion: editionSchemaVersion,
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
        highestLevelAssessed: 'collegiality',
        reading: 'Cooperation.',
        observed: ['2022/23', '2023/24'],
        tooEarlyToTell: false,
        criteria: [
          {
            id: 'cooperation.flow',
            level: 'cooperation',
            title: 'A flow',
            met: true,
            detail: '26 staff-hours from urn:1 to urn:2',
          },
        ],
        thresholds,
        coverage: [{ kind: 'staff', periods: ['2022/23', '2023/24'] }],
        stability: { downward: { variations: 5, kept: 4 }, upward: { variations: 2, kept: 2 } },
        oneSided: { recordedBy: 'urn:1', activities: 3, confirmed: 1 },
        evidence: ['a1'],
        rules: 2,
      },
      {
        schools: ['urn:1', 'urn:3'],
        period: '2023/24',
        level: 'no-link-seen',
        levelWithUnconfirmed: 'no-link-seen',
        highestLevelAssessed: 'collaboration',
        reading: 'No link seen in staff records.',
        observed: ['2023/24'],
        tooEarlyToTell: true,
        criteria: [],
        thresholds,
        coverage: [
          { kind: 'staff', periods: ['2023/24'] },
          { kind: 'activities', periods: [] },
        ],
        stability: null,
        oneSided: null,
        evidence: [],
        rules: 2,
      },
      {
        schools: ['urn:2', 'urn:3'],
        period: '2023/24',
        level: 'no-link-seen',
        levelWithUnconfirmed: 'no-link-seen',
        highestLevelAssessed: 'collaboration',
        reading: 'No link seen in staff records.',
        observed: ['2023/24'],
        tooEarlyToTell: true,
        criteria: [],
        thresholds,
        coverage: [
          { kind: 'staff', periods: ['2023/24'] },
          { kind: 'activities', periods: [] },
        ],
        stability: null,
        oneSided: null,
        evidence: [],
        rules: 2,
      },
    ],
  },
  protection: { rule: 'Counts below 10 are hidden.', figures: 9, suppressed: 2 },
  notes: ['As at <1 September>.'],
};

const collaboration = withoutProfile.collaboration as NonNullable<EditionDocument['collaboration']>;

/** A document for partner schools with every part: figures, one of them hidden, members, a ledger, levels and a profile. */
export const smallDocument: EditionDocument = {
  ...withoutProfile,
  collaboration: { ...collaboration, profiles: [smallProfile(collaboration.ledger, collaboration.pairs)] },
};

export const smallManifest: EditionManifest = {
  schemaVersion: editionSchemaVersion,
  edition: '2024-09-01-0123456789ab',
  title: 'Schools & more',
  snapshot: '0123456789abcdef',
  publishedAt: '2024-09-01T10:00:00.000Z',
  policy: { version: 1, threshold: 10 },
  documents: [],
};
