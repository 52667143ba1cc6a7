import { gradeScheme } from '@collegial/model';
import type { CityQualification } from './qualifications.ts';

/** A grade as written on a result, with its points. */
export interface AwardedGrade {
  readonly grade: string;
  readonly points: number;
}

/** Lowest mark of each BTEC grade on the scale of the GCSE grades. */
const btecSteps: readonly (readonly [number, string])[] = [
  [8, 'L2D*'],
  [6.6, 'L2D'],
  [5, 'L2M'],
  [3.6, 'L2P'],
  [2.8, 'L1D'],
  [1.9, 'L1M'],
  [0.8, 'L1P'],
];

/** Awards a grade for a performance on the scale of the GCSE grades 9 to 1, where 4.0 earns a 4 and 3.99 a 3. */
export function award({ gradeScheme: id }: CityQualification, performance: number): AwardedGrade {
  const grade = gradeFor(id, performance);
  const points = gradeScheme(id)?.grades.find((entry) => entry.grade === grade)?.points ?? 0;
  return { grade, points };
}

function gradeFor(id: CityQualification['gradeScheme'], performance: number): string {
  if (id === 'btec-level-2') return btecSteps.find(([lowest]) => performance >= lowest)?.[1] ?? 'U';
  const bounded = Math.min(9, performance);
  if (id === 'gcse-9-1') return bounded < 1 ? 'U' : String(Math.floor(bounded));
  if (bounded < 1) return 'U-U';
  const halves = Math.min(18, Math.floor(bounded * 2));
  const lower = Math.floor(halves / 2);
  return `${lower + (halves % 2)}-${lower}`;
}
