import type { PlannedPerson, PlannedPost } from './planned-post.ts';

/** Why someone who is seen at two schools is no evidence that they work together. */
export type NegativeKind =
  | 'supply'
  | 'agency'
  | 'peripatetic'
  | 'central-team'
  | 'recruitment'
  | 'leaver-overlap';

/** A person of the story who must not be taken for collaboration. */
export interface PlannedNegative extends PlannedPerson {
  readonly kind: NegativeKind;
}

type Stint = readonly [school: string, fte: number, from: PlannedPost['from'], to?: PlannedPost['to']];

/**
 * People seen at two or more schools of one group, often at the same time, for reasons that are no collaboration. Those
 * of group C in the first year stand where nothing else links the schools.
 */
export const negatives: readonly PlannedNegative[] = [
  negative(
    'supply',
    'C',
    1,
    'A supply teacher with days at two schools',
    { kind: 'supply', employer: 'supplyAgency' },
    [
      ['C3', 0.4, [0, '10-03'], [0, '03-24']],
      ['C4', 0.4, [0, '10-03'], [0, '03-24']],
    ],
  ),
  negative(
    'supply',
    'D',
    1,
    'A supply teacher with days at three schools',
    { kind: 'supply', employer: 'supplyAgency' },
    [
      ['D2', 0.2, [0, '11-07'], [0, '07-14']],
      ['D4', 0.4, [0, '11-07'], [0, '07-14']],
      ['D6', 0.2, [0, '01-09'], [0, '07-14']],
    ],
  ),
  negative(
    'agency',
    'B',
    1,
    'Long cover for illness through an agency, one school after another',
    { kind: 'supply', employer: 'supplyAgency' },
    [
      ['B2', 1, [1, '09-04'], [1, '02-09']],
      ['B4', 1, [1, '02-19'], [1, '07-19']],
    ],
  ),
  negative(
    'agency',
    'C',
    2,
    'Agency technicians entered as a fixed-term post',
    { kind: 'fixed-term', role: 'support', employer: 'supplyAgency' },
    [
      ['C1', 0.5, [0, '09-05'], [1, '07-19']],
      ['C3', 0.5, [0, '09-05'], [1, '07-19']],
    ],
  ),
  negative(
    'peripatetic',
    'A',
    1,
    'A visiting violin teacher of the music service',
    { kind: 'peripatetic', employer: 'musicService' },
    [
      ['A1', 0.2, [0, '09-05']],
      ['A2', 0.1, [0, '09-05']],
      ['A3', 0.1, [0, '09-05']],
    ],
  ),
  negative(
    'peripatetic',
    'C',
    1,
    'A visiting drum teacher of the music service',
    { kind: 'peripatetic', employer: 'musicService' },
    [
      ['C1', 0.1, [0, '09-05']],
      ['C2', 0.2, [0, '09-05']],
      ['C4', 0.1, [0, '09-05']],
      ['C5', 0.1, [0, '09-05']],
    ],
  ),
  negative(
    'central-team',
    'C',
    1,
    "The trust's finance officer, who also sells days to a neighbour",
    { kind: 'central-team', role: 'support', employer: 'trust' },
    [
      ['C1', 0.5, [0, '09-01']],
      ['C2', 0.2, [0, '09-01']],
    ],
  ),
  negative(
    'central-team',
    'D',
    1,
    "The authority's behaviour support team",
    { kind: 'central-team', role: 'support', employer: 'authority' },
    [
      ['D2', 0.3, [0, '09-01']],
      ['D5', 0.3, [0, '09-01']],
      ['D6', 0.2, [0, '09-01']],
    ],
  ),
  negative('recruitment', 'C', 1, 'Leaves one school in August, begins at another in September', {}, [
    ['C3', 1, [0, '09-01'], [0, '08-31']],
    ['C4', 1, [1, '09-01']],
  ]),
  negative('recruitment', 'B', 1, 'Promoted from one school to another at Christmas', {}, [
    ['B5', 1, [0, '09-01'], [1, '12-31']],
    ['B2', 1, [1, '01-01']],
  ]),
  negative('leaver-overlap', 'C', 1, 'Begins four days before the old contract ends', {}, [
    ['C1', 1, [0, '09-01'], [0, '04-20']],
    ['C4', 1, [0, '04-17']],
  ]),
  negative('leaver-overlap', 'D', 1, 'Holiday pay runs nine days into the new post', {}, [
    ['D3', 1, [0, '09-01'], [1, '09-09']],
    ['D6', 1, [1, '09-01']],
  ]),
  negative('leaver-overlap', 'D', 2, 'A part-time post is wound up two weeks after the next began', {}, [
    ['D1', 0.6, [0, '09-01'], [1, '01-19']],
    ['D4', 0.8, [1, '01-05']],
  ]),
];

function negative(
  kind: NegativeKind,
  group: string,
  serial: number,
  note: string,
  common: Partial<PlannedPost>,
  stints: readonly Stint[],
): PlannedNegative {
  return {
    kind,
    note,
    person: `negative:${kind}:${group}:${serial}`,
    posts: stints.map(([school, fte, from, to]) => ({
      ...common,
      school,
      fte,
      from,
      ...(to === undefined ? {} : { to }),
    })),
  };
}
