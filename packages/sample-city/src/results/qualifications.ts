import { CollegialError, type EntityInput, englandQualifications } from '@collegial/model';

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

/**
 * What the schools of the city offer, from the model's reference table, with its leniency. `gcse-pe` and `btec-sport` share a discount code:
 * of the two only the best counts.
 */
const offered: Readonly<Record<string, number>> = {
  'gcse-english-language': 0.05,
  'gcse-english-literature': 0.1,
  'gcse-mathematics': -0.1,
  'gcse-combined-science': -0.2,
  'gcse-biology': 0,
  'gcse-chemistry': -0.1,
  'gcse-physics': -0.1,
  'gcse-history': -0.15,
  'gcse-geography': -0.05,
  'gcse-french': -0.35,
  'gcse-computer-science': -0.25,
  'gcse-art': 0.35,
  'gcse-music': 0.15,
  'gcse-religious-studies': 0,
  'gcse-pe': 0.1,
  'btec-sport': 0.3,
  'btec-health-and-social-care': 0.3,
  'btec-digital-technology': 0.15,
};

/** The qualifications on offer. */
export const cityQualifications: readonly CityQualification[] = Object.entries(offered).map(
  ([id, leniency]) => ({
    ...(reference(id) as Omit<CityQualification, 'leniency'>),
    leniency,
  }),
);

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

function reference(id: string): EntityInput<'Qualification'> {
  const found = englandQualifications.find((qualification) => qualification.id === id);
  if (found !== undefined) return found;
  throw new CollegialError({
    code: 'argument.invalid',
    message: `The reference table has no qualification “${id}”.`,
  });
}
