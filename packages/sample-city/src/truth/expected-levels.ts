import type { SchoolKey } from '../places/school-profile.ts';

/** A level worked out by hand, with the keys of the story. */
export interface ExpectedLevel {
  readonly schools: readonly [SchoolKey, SchoolKey];
  /** Position of the academic year; evidence of this and the previous year counts. */
  readonly position: number;
  readonly level: 'no-link-seen' | 'association' | 'cooperation';
  /** With unconfirmed evidence; default the same. */
  readonly levelWithUnconfirmed?: 'no-link-seen' | 'association' | 'cooperation';
  readonly why: string;
}

/**
 * Levels of chosen pairs up to cooperation, each with its reason, under the rules of version 1: an event of k ≤ 8 schools
 * counts once for each pair, three events or a flow of 6 staff-hours, 5 staff-days, 5 places or any pooled money make
 * cooperation.
 */
export const expectedLevels: readonly ExpectedLevel[] = [
  level(['A1', 'A4'], 0, 'cooperation', 'Art teacher shared 0.6 and 0.4 all year; six meetings of heads'),
  level(['A1', 'A2'], 0, 'cooperation', 'Training of 24 hours from A1, half of it to A2; six meetings'),
  level(['A1', 'A2'], 2, 'cooperation', 'Mathematics teacher shared 0.8 and 0.2; places; meetings'),
  level(['A3', 'A4'], 1, 'cooperation', 'Art teacher shared 0.4 and 0.6; six places; support with days'),
  level(
    ['B1', 'B3'],
    0,
    'cooperation',
    'Science teacher shared from January; pooled budget; five days of support',
  ),
  level(['B2', 'B5'], 1, 'cooperation', 'Language teacher shared half and half; pooled budget'),
  level(['B3', 'B4'], 0, 'cooperation', 'Secondment of two terms; pooled budget'),
  level(['B4', 'B6'], 1, 'cooperation', 'Geography teacher shared 0.2 and 0.8; ten meetings in two years'),
  level(
    ['C1', 'C2'],
    0,
    'no-link-seen',
    'Nothing before the coordinator; the central-team and visiting staff of both do not count',
  ),
  level(
    ['C3', 'C4'],
    0,
    'no-link-seen',
    'Only a supply teacher at both; the recruitment from C3 to C4 comes later and does not count',
  ),
  level(['C1', 'C3'], 0, 'no-link-seen', 'Only agency technicians'),
  level(
    ['C1', 'C4'],
    0,
    'no-link-seen',
    'The only record is disputed; the overlap of a leaver does not count',
  ),
  level(
    ['C2', 'C3'],
    1,
    'cooperation',
    'Four meetings, revision guides of 24 hours each, money for the coordinator, a shared teacher',
  ),
  level(['C3', 'C4'], 1, 'cooperation', 'Four meetings, revision guides, money for the coordinator'),
  level(['D1', 'D2'], 0, 'association', 'One meeting of heads'),
  level(['D3', 'D4'], 0, 'association', 'One meeting of heads'),
  level(
    ['D2', 'D6'],
    0,
    'no-link-seen',
    'Only supply and authority staff, and dual registrations, which are provision',
  ),
  {
    ...level(['D5', 'D6'], 0, 'no-link-seen', 'Three visits that D6 has not confirmed'),
    levelWithUnconfirmed: 'cooperation',
  },
  level(['D1', 'D6'], 1, 'association', 'One evening in two years'),
  level(['D2', 'D3'], 1, 'cooperation', 'English post paid by quarters; meetings'),
  level(['D1', 'D3'], 2, 'cooperation', 'Music teacher shared 0.4 and 0.2; places; meetings'),
  level(['D2', 'D6'], 2, 'cooperation', 'Specialist shared 0.4 and 0.6; five meetings'),
];

function level(
  schools: readonly [SchoolKey, SchoolKey],
  position: number,
  expected: ExpectedLevel['level'],
  why: string,
): ExpectedLevel {
  return { schools, position, level: expected, why };
}
