import type { EntityInput } from '@collegial/model';

/** A qualification of the city with how its results come about. */
export interface CityQualification {
  readonly id: string;
  readonly title: string;
  readonly subject: string;
  readonly gradeScheme: 'gcse-9-1' | 'gcse-combined-science' | 'btec-level-2';
  readonly size: number;
  readonly slot: EntityInput<'Qualification'>['slot'];
  readonly discountCode: string;
  /** How far its grades lie above those of the same students in their other subjects, in GCSE grades. */
  readonly leniency: number;
}

/** The qualifications on offer. `gcse-pe` and `btec-sport` share a discount code: of the two only the best counts. */
export const cityQualifications: readonly CityQualification[] = [
  gcse('english-language', 'English Language', 'english-language', 0.05),
  gcse('english-literature', 'English Literature', 'english-literature', 0.1),
  gcse('mathematics', 'Mathematics', 'mathematics', -0.1),
  {
    ...gcse('combined-science', 'Combined Science', 'ebacc', -0.2),
    gradeScheme: 'gcse-combined-science',
    size: 2,
  },
  gcse('biology', 'Biology', 'ebacc', 0),
  gcse('chemistry', 'Chemistry', 'ebacc', -0.1),
  gcse('physics', 'Physics', 'ebacc', -0.1),
  gcse('history', 'History', 'ebacc', -0.15),
  gcse('geography', 'Geography', 'ebacc', -0.05),
  gcse('french', 'French', 'ebacc', -0.35),
  gcse('computer-science', 'Computer Science', 'ebacc', -0.25),
  gcse('art', 'Art and Design', 'open', 0.35),
  gcse('music', 'Music', 'open', 0.15),
  gcse('religious-studies', 'Religious Studies', 'open', 0),
  { ...gcse('pe', 'Physical Education', 'open', 0.1), discountCode: 'SC-PE' },
  { ...btec('sport', 'Sport', 0.3), discountCode: 'SC-PE' },
  btec('health-and-social-care', 'Health and Social Care', 0.3),
  btec('digital-technology', 'Digital Information Technology', 0.15),
];

/** Those qualifications as records. */
export function qualifications(): EntityInput<'Qualification'>[] {
  return cityQualifications.map(({ id, title, gradeScheme, size, slot, discountCode, subject }) => ({
    id,
    title,
    gradeScheme,
    size,
    slot,
    discountCode,
    subject,
  }));
}

function gcse(
  name: string,
  title: string,
  slot: CityQualification['slot'],
  leniency: number,
): CityQualification {
  return {
    id: `gcse-${name}`,
    title: `GCSE ${title}`,
    subject: title,
    gradeScheme: 'gcse-9-1',
    size: 1,
    slot,
    discountCode: `SC-${name.toUpperCase()}`,
    leniency,
  };
}

function btec(name: string, title: string, leniency: number): CityQualification {
  return {
    ...gcse(name, title, 'open', leniency),
    id: `btec-${name}`,
    title: `BTEC Tech Award ${title}`,
    gradeScheme: 'btec-level-2',
    discountCode: `SC-B-${name.toUpperCase()}`,
  };
}
