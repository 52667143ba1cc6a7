/** Version of the rules by which a group's profile is made; a change of a formula or default raises it. */
export const profileRulesVersion = 1;

/** Thresholds of a group's profile: our judgement, each can be set. */
export interface ProfileThresholds {
  /** Share of the schools that makes “most of them”. Default 0.5: at least half. */
  readonly mostSchools: number;
  /** Activities with one aim, or with heads, that make more than an accident. Default 3. */
  readonly occasions: number;
  /** Share of the year for which somebody must hold a role to have driven the work. Default 0.5. */
  readonly shareOfYear: number;
  /** Joint events of a pair in a year beyond which more of them raise nothing. Default 3, as for cooperation. */
  readonly events: number;
}

/** Default thresholds of a group's profile. */
export const defaultProfileThresholds: ProfileThresholds = {
  mostSchools: 0.5,
  occasions: 3,
  shareOfYear: 0.5,
  events: 3,
};
