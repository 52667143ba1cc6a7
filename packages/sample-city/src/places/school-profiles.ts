import type { GroupLetter, SchoolKey, SchoolProfile } from './school-profile.ts';

const foundation = 'Foundation school';
const community = 'Community school';

/**
 * The schools with records: 19 secondary schools of the city (A 4, B 5, C 5, D 5), and two more members of groups that
 * are not among the 19: `B6`, a school of the linked authority, and `D6`, a special school (B4, ch. 10). All names
 * are invented.
 */
export const schoolProfiles: readonly SchoolProfile[] = [
  profile('A1', 'Thornwick Vale School', foundation, 1.5, [0.14, 0.28, 0.3, 0.03, -0.3, 0.15, 2]),
  profile('A2', 'Quarrymoor School', community, 0.9, [0.52, -0.22, -0.19, 0.1, 0.2, 0.6, 3]),
  profile('A3', 'Lanternfield School', community, 0.8, [0.4, -0.09, -0.08, 0.08, 0.05, 0.45, 3]),
  profile('A4', 'Saltmarrow School', community, 0.6, [0.58, -0.28, -0.34, 0.12, 0.3, 0.5, 3]),
  profile('B1', 'Kestrelhurst School', community, 1.3, [0.2, 0.19, 0.19, 0.04, -0.2, 0.2, 2]),
  profile('B2', 'Oxwater High School', community, 1.1, [0.3, 0.03, 0.08, 0.06, 0, 0.3, 2]),
  profile('B3', 'Millrace School', community, 0.8, [0.6, -0.25, -0.45, 0.13, 0.35, 0.35, 4]),
  profile(
    'B4',
    'Pendleford Cross School',
    'Voluntary aided school',
    1.0,
    [0.26, 0.1, 0.15, 0.05, -0.1, 0.25, 2],
  ),
  profile('B5', 'Ashgrove Tarn School', community, 0.9, [0.45, -0.12, -0.11, 0.09, 0.1, 0.4, 3]),
  profile('B6', 'Corriedown School', community, 1.0, [0.18, 0.15, 0.22, 0.04, -0.2, 0.1, 1]),
  profile('C1', 'Anvilgate Academy', 'Academy sponsor led', 1.1, [0.5, -0.15, -0.04, 0.1, 0.1, 0.55, 3]),
  profile('C2', 'Marlpit Road School', community, 1.0, [0.55, -0.19, 0.26, 0.08, -0.05, 0.5, 1]),
  profile('C3', 'Ropeyard School', community, 0.8, [0.56, -0.22, -0.22, 0.11, 0.2, 0.45, 3]),
  profile('C4', 'Dovecliff Moor School', community, 0.8, [0.48, -0.15, -0.22, 0.1, 0.15, 0.35, 3]),
  profile('C5', 'Gorsebank Hill School', community, 0.9, [0.62, -0.25, -0.26, 0.12, 0.25, 0.5, 3]),
  profile(
    'D1',
    "St Ebba's Minster School",
    'Voluntary aided school',
    1.7,
    [0.11, 0.36, 0.38, 0.02, -0.4, 0.2, 1],
  ),
  profile('D2', 'Hollowmere School', community, 0.8, [0.46, -0.15, -0.15, 0.09, 0.1, 0.3, 3]),
  profile('D3', 'Weirstone School', community, 0.7, [0.5, -0.19, -0.26, 0.1, 0.15, 0.35, 3]),
  profile('D4', 'Brackenrow School', community, 0.9, [0.38, -0.09, -0.15, 0.08, 0.05, 0.3, 3]),
  profile('D5', 'Tilecroft School', community, 0.8, [0.64, -0.25, -0.22, 0.12, 0.2, 0.4, 3]),
  profile(
    'D6',
    'Larkspur Mead School',
    'Community special school',
    0.15,
    [0.5, -2.2, -0.2, 0.05, 0.35, 0.3, 2],
  ),
];

/** The groups, in order. */
export const groupLetters: readonly GroupLetter[] = ['A', 'B', 'C', 'D'];

/** Schools that are members of a group without being among the city's 19 secondary schools. */
export const extraSchools: readonly SchoolKey[] = ['B6', 'D6'];

/** The school whose head declines to take part. */
export const declinedSchool: SchoolKey = 'C5';

/** The school that closes at the end of the second year. */
export const closingSchool: SchoolKey = 'A4';

/** The school in special measures. */
export const specialMeasuresSchool: SchoolKey = 'B3';

/** The special school. */
export const specialSchool: SchoolKey = 'D6';

/** The keys of a group's schools. */
export function schoolsOf(group: GroupLetter): SchoolKey[] {
  return schoolProfiles.filter(({ key }) => key.startsWith(group)).map(({ key }) => key);
}

/**
 * Organisation id of a school of the story. The numbers have the six digits of England's register and lie far above
 * those it has given out, so that no real school is meant.
 */
export function schoolId(key: SchoolKey): string {
  return `urn:${990_001 + schoolProfiles.findIndex((school) => school.key === key)}`;
}

type Numbers = [number, number, number, number, number, number, 1 | 2 | 3 | 4];

function profile(
  key: SchoolKey,
  name: string,
  type: string,
  weight: number,
  numbers: Numbers,
): SchoolProfile {
  const [disadvantage, intake, effect, mobility, absence, diversity, overallGrade] = numbers;
  return {
    key,
    name,
    type,
    weight,
    disadvantage,
    intake,
    effect,
    mobility,
    absence,
    diversity,
    overallGrade,
  };
}
