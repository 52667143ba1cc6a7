import type { PlannedPerson, PlannedPost } from './planned-post.ts';

/** Why someone who left a school of the city for another moved by agreement of the two. */
export type AgreedMoveSign = 'secondment' | 'there-and-back' | 'recorded-agreement';

/** A person of the story who went to a partner school by agreement. */
export interface PlannedMove extends PlannedPerson {
  readonly sign: AgreedMoveSign;
  readonly home: string;
  readonly host: string;
  /** Positions of the years in which the person is at the host. */
  readonly years: readonly number[];
}

/** Why someone who left one school for another is no evidence that they agreed on it. */
export type MoveNegativeKind = 'cover-elsewhere' | 'seconded-from-elsewhere' | 'employed-alike';

/** A person of the story whose move must not be taken for an agreement. */
export interface PlannedMoveNegative extends PlannedPerson {
  readonly kind: MoveNegativeKind;
}

type From = PlannedPost['from'];

/** People whom a school lets go to a partner for a time. None of them teaches a class of the city. */
export const agreedMoves: readonly PlannedMove[] = [
  move(['A1', 'A3'], 'secondment', [0], 'A leader is released for two terms; the employer is not entered', [
    { school: 'A1', fte: 1, from: [0, '09-01'], to: [0, '12-31'], role: 'middle-leader' },
    { school: 'A3', fte: 1, from: [0, '01-04'], to: [0, '07-31'], kind: 'secondment', role: 'middle-leader' },
    { school: 'A1', fte: 1, from: [1, '09-01'], role: 'middle-leader' },
  ]),
  move(['D1', 'D4'], 'secondment', [1, 2], 'A leader goes for two years and has not come back', [
    { school: 'D1', fte: 1, from: [0, '09-01'], to: [0, '08-31'], role: 'senior-leader' },
    { school: 'D4', fte: 0.8, from: [1, '09-01'], kind: 'secondment', role: 'senior-leader' },
  ]),
  move(
    ['B5', 'B4'],
    'there-and-back',
    [1],
    'The authority employs a teacher at two schools in turn, and again at the first',
    [
      { school: 'B5', fte: 1, from: [0, '09-01'], to: [0, '08-31'], employer: 'authority' },
      {
        school: 'B4',
        fte: 1,
        from: [1, '09-01'],
        to: [1, '08-31'],
        kind: 'fixed-term',
        employer: 'authority',
      },
      { school: 'B5', fte: 1, from: [2, '09-01'], employer: 'authority' },
    ],
  ),
  move(
    ['C2', 'C3'],
    'recorded-agreement',
    [2],
    'A fixed-term post that both schools recorded as a secondment',
    [
      { school: 'C2', fte: 1, from: [0, '09-01'], to: [2, '12-31'], role: 'middle-leader' },
      {
        school: 'C3',
        fte: 1,
        from: [2, '01-06'],
        to: [2, '08-31'],
        kind: 'fixed-term',
        role: 'middle-leader',
      },
    ],
  ),
];

/** People who look like them: some of group C in the first year, where nothing else links the schools. */
export const moveNegatives: readonly PlannedMoveNegative[] = [
  negative(
    'cover-elsewhere',
    'C',
    'Covers a maternity leave at a neighbour, and is appointed at home again',
    [
      stint('C3', [0, '09-01'], [0, '12-31']),
      { ...stint('C1', [0, '01-03'], [0, '07-21']), kind: 'fixed-term' },
      stint('C3', [1, '09-01']),
    ],
  ),
  negative('cover-elsewhere', 'D', 'A fixed-term year at a neighbour between two posts at home', [
    stint('D2', [0, '09-01'], [0, '08-31']),
    { ...stint('D6', [1, '09-01'], [1, '08-31']), kind: 'fixed-term' },
    stint('D2', [2, '09-01']),
  ]),
  negative('seconded-from-elsewhere', 'C', 'Left C1; a year later the authority seconds an adviser to C4', [
    stint('C1', [0, '09-01'], [0, '12-31']),
    { ...stint('C4', [1, '01-08'], [1, '08-31']), kind: 'secondment', employer: 'authority' },
  ]),
  negative('employed-alike', 'B', 'The authority employs at both schools; the second post is permanent', [
    { ...stint('B3', [0, '09-01'], [0, '08-31']), employer: 'authority' },
    { ...stint('B1', [1, '09-01']), employer: 'authority' },
  ]),
];

function stint(school: string, from: From, to?: From): PlannedPost {
  return { school, fte: 1, from, ...(to === undefined ? {} : { to }) };
}

function move(
  [home, host]: readonly [string, string],
  sign: AgreedMoveSign,
  years: readonly number[],
  note: string,
  posts: readonly PlannedPost[],
): PlannedMove {
  return { sign, home, host, years, note, person: `moved:${home}:${host}`, posts };
}

function negative(
  kind: MoveNegativeKind,
  group: string,
  note: string,
  posts: readonly PlannedPost[],
): PlannedMoveNegative {
  return { kind, note, person: `not-moved:${kind}:${group}`, posts };
}
