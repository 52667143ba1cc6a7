/** Thresholds of the levels; shown with every result that rests on them. */
export interface LevelThresholds {
  /** E: joint events a year. */
  readonly events: number;
  /** K: staff-hours of knowledge-bearing activity a year, in one direction. */
  readonly knowledgeHours: number;
  /** R: staff-days a year, in one direction. */
  readonly staffDays: number;
  /** R: student places a year, in one direction. */
  readonly places: number;
}

/** Version of the rules by which levels are found; a change of a rule or default raises it. */
export const levelRulesVersion = 1;

/** Default thresholds: our judgement of what chapter 12 calls cooperation (B1). */
export const defaultLevelThresholds: LevelThresholds = {
  events: 3,
  knowledgeHours: 6,
  staffDays: 5,
  places: 5,
};
