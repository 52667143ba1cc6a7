/** A measure of collaboration as a reader of the catalogue needs it. */
export interface CollaborationMeasure {
  /** Stable id: what it is about, dot, name: `pair.level`. */
  readonly id: string;
  readonly title: string;
  /** What it is a figure of. */
  readonly about: 'pair' | 'school' | 'group' | 'network' | 'partnership' | 'action-learning-set';
  /** What it says, in one sentence. */
  readonly meaning: string;
  /** How it is worked out. */
  readonly formula: string;
  readonly unit:
    | 'level'
    | 'proportion'
    | 'count'
    | 'natural units'
    | 'status'
    | 'scale 0–1'
    | 'years'
    | 'points'
    | 'ids';
  /** How people misread it, and what to ask instead. */
  readonly caution: string;
  /** System of the evidence base and chapter, or the definition it follows. */
  readonly sources: readonly string[];
  /** Functions that give it, and the field of their result. */
  readonly given: string;
}
