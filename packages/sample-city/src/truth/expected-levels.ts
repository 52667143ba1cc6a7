import type { CollaborationLevel } from '@collegial/model';
import type { SchoolKey } from '../places/school-profile.ts';

/** A level worked out by hand, with the keys of the story. */
export interface ExpectedLevel {
  readonly schools: readonly [SchoolKey, SchoolKey];
  /** Position of the academic year; evidence of this and the previous year counts. */
  readonly position: number;
  readonly level: CollaborationLevel;
  /** With unconfirmed evidence; default the same. */
  readonly levelWithUnconfirmed?: CollaborationLevel;
  readonly why: string;
}

/**
 * Levels of chosen pairs, each with its reason, under the rules of version 2. Cooperation: three events to which both
 * contributed, or 6 staff-hours, 5 staff-days, 5 places or pooled money one way. Collaboration, besides: three occasions
 * with one aim, or a shared post or course of twelve weeks, in a year; and 20 staff-hours, 20 staff-days, 10 places or
 * pooled money both ways together. Collegiality, besides: joint work in two years running, a flow of cooperation size
 * each way, and two of shared responsibility, new things made, agreed values.
 *
 * B2 and B4 are the pair that was planted to reach collegiality, by lesson study in every year. Pairs that reach it by
 * the story of the chapter: C2 and C3, and those of D that pay for one post together. A1 and A4, and A1 and A2, would
 * reach it if the others confirmed the statement of values.
 */
export const expectedLevels: readonly ExpectedLevel[] = [
  level(
    ['A1', 'A4'],
    0,
    'collaboration',
    'Art teacher shared 0.6 and 0.4 all year: 76 staff-days; six meetings',
  ),
  level(
    ['A1', 'A2'],
    0,
    'cooperation',
    'Training of 24 hours from A1, half of it to A2; six meetings; no joint work',
  ),
  level(
    ['A1', 'A3'],
    0,
    'collaboration',
    'A leader released from January to July: a post by agreement of 30 weeks and 120 staff-days',
  ),
  {
    ...level(
      ['A1', 'A4'],
      1,
      'collaboration',
      'Art teacher in the second year, a group contract back; shared responsibility only',
    ),
    levelWithUnconfirmed: 'collegiality',
  },
  {
    ...level(
      ['A1', 'A2'],
      2,
      'collaboration',
      'Mathematics teacher shared 0.8 and 0.2 for two years: 38 staff-days; peer review back; one mark only',
    ),
    levelWithUnconfirmed: 'collegiality',
  },
  level(['A2', 'A4'], 1, 'cooperation', 'Six places on the art course one way; six meetings; no joint work'),
  level(['A3', 'A4'], 1, 'collaboration', 'Art teacher shared 0.4 and 0.6, a group contract the other way'),
  level(
    ['B1', 'B3'],
    0,
    'collaboration',
    'Science teacher shared from January, 34 weeks; pooled budget; five days of support',
  ),
  level(['B1', 'B2'], 1, 'cooperation', 'Pooled budget both ways; training once a year is no joint work'),
  level(
    ['B1', 'B4'],
    1,
    'collaboration',
    'Computing taught at both under one course; pooled budget; one year of joint work',
  ),
  level(['B2', 'B5'], 1, 'collaboration', 'Language teacher shared half and half; pooled budget'),
  level(['B3', 'B4'], 0, 'collaboration', 'Secondment of two terms: 120 staff-days; pooled budget'),
  level(
    ['B4', 'B6'],
    1,
    'collaboration',
    'Geography teacher shared 0.2 and 0.8: 38 staff-days one way; ten meetings in two years',
  ),
  level(
    ['B2', 'B4'],
    0,
    'collaboration',
    'Four lesson studies with one aim, 12 hours each; no year before it',
  ),
  level(
    ['B2', 'B4'],
    1,
    'collegiality',
    'Lesson study in two years; hours and pooled money both ways; target, account of practice, values',
  ),
  level(['B2', 'B4'], 2, 'collegiality', 'The same in the third year'),
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
    'Only a supply teacher at both, and the same course numbers; the recruitment from C3 to C4 comes later',
  ),
  level(
    ['C1', 'C3'],
    0,
    'no-link-seen',
    'Only agency technicians, cover between two posts at home, a class number that both use, a move never agreed',
  ),
  level(
    ['C1', 'C4'],
    0,
    'no-link-seen',
    'The only record is disputed; the overlap of a leaver does not count',
  ),
  level(['C2', 'C4'], 0, 'no-link-seen', 'Only a direction that C4 never agreed to'),
  level(
    ['C2', 'C3'],
    1,
    'collaboration',
    'A teacher shared from April, 19 weeks: 23 staff-days; four meetings, revision guides; one year of joint work',
  ),
  level(
    ['C2', 'C3'],
    2,
    'collegiality',
    'The shared teacher in two years; guides written together, 11 hours each way; coordinator paid by both',
  ),
  level(['C3', 'C4'], 1, 'cooperation', 'Four meetings, revision guides on two occasions, 16 hours in all'),
  level(['D1', 'D2'], 0, 'association', 'One meeting of heads'),
  level(['D3', 'D4'], 0, 'association', 'One meeting of heads'),
  level(
    ['D2', 'D6'],
    0,
    'no-link-seen',
    'Only supply and authority staff, dual registrations, which are provision, and a class number that both use',
  ),
  {
    ...level(['D5', 'D6'], 0, 'no-link-seen', 'Three visits that D6 has not confirmed'),
    levelWithUnconfirmed: 'cooperation',
  },
  level(['D1', 'D4'], 1, 'collaboration', 'A leader seconded all year, 0.8: 152 staff-days one way'),
  level(['D1', 'D6'], 1, 'association', 'One evening in two years'),
  level(['D2', 'D3'], 1, 'collaboration', 'English post paid by quarters: 31 staff-days; no year before it'),
  level(
    ['D2', 'D3'],
    2,
    'collegiality',
    'English post in two years, 15 staff-days each way; paid by both; the statement of values',
  ),
  level(['D1', 'D2'], 2, 'cooperation', 'Five meetings; English planned on two days, 8 hours; no joint work'),
  level(
    ['D1', 'D3'],
    2,
    'collaboration',
    'Music teacher shared 0.4 and 0.2: 39 staff-days one way; five places; meetings',
  ),
  level(
    ['D2', 'D6'],
    2,
    'collaboration',
    'Specialist shared 0.4 and 0.6: 76 staff-days one way; five meetings',
  ),
];

function level(
  schools: readonly [SchoolKey, SchoolKey],
  position: number,
  expected: ExpectedLevel['level'],
  why: string,
): ExpectedLevel {
  return { schools, position, level: expected, why };
}
