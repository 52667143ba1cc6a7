import { CollegialError, type LevelThresholds } from '@collegial/model';

export type { LevelThresholds };

/** Version of the rules by which levels are found; a change of a rule or default raises it. */
export const levelRulesVersion = 3;

/** Default thresholds: our judgement of what chapter 12 means by its levels (B1). */
export const defaultLevelThresholds: LevelThresholds = {
  events: 3,
  knowledgeHours: 6,
  staffDays: 5,
  places: 5,
  occasions: 3,
  termDays: 84,
  collaborationKnowledgeHours: 20,
  collaborationStaffDays: 20,
  collaborationPlaces: 10,
  years: 2,
  marks: 2,
};

/** How many academic years the rules look at under some thresholds, this one included. */
export function yearsBack(thresholds: Partial<LevelThresholds> = {}): number {
  return Math.max(2, Math.ceil(thresholds.years ?? defaultLevelThresholds.years));
}

/**
 * The defaults with other thresholds in their place.
 *
 * @throws CollegialError `argument.invalid` for a threshold that there is not, or that is not a number above 0
 */
export function thresholdsWith(thresholds: Partial<LevelThresholds> = {}): LevelThresholds {
  for (const [name, value] of Object.entries(thresholds)) {
    if (!(name in defaultLevelThresholds) || !(Number.isFinite(value) && value > 0)) {
      throw new CollegialError({
        code: 'argument.invalid',
        message: `The threshold “${name.slice(0, 40)}” of a level cannot be ${String(value).slice(0, 20)}.`,
        fix: `Give a number above 0 for one of ${Object.keys(defaultLevelThresholds).join(', ')}.`,
      });
    }
  }
  return { ...defaultLevelThresholds, ...thresholds };
}
