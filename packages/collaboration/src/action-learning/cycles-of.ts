/** The five steps of a cycle of action learning, in order (B9). */
export const cycleSteps = [
  { id: 'discuss', title: 'Themes discussed, an account of practice chosen' },
  { id: 'read', title: 'Read, with notes' },
  { id: 'analyse', title: 'Analysed together' },
  { id: 'reconsider', title: 'Reconsidered after focused texts' },
  { id: 'review', title: 'Own practice reviewed, partnerships formed' },
] as const;

/** Id of a step. */
export type CycleStep = (typeof cycleSteps)[number]['id'];

/** A cycle as recorded: the day of each of its five steps, in order; `null` where it was not done. */
export interface CycleRecord {
  readonly id: string;
  readonly theme: string | null;
  readonly startsOn: string;
  readonly steps: readonly [string | null, string | null, string | null, string | null, string | null];
}

/** How far a cycle has come. */
export interface CycleProgress {
  readonly id: string;
  readonly theme: string | null;
  readonly startsOn: string;
  /** Last step up to which every one was done; `null` before the first. */
  readonly reached: CycleStep | null;
  /** Steps that were done, of five. */
  readonly done: number;
  /** Steps that were passed over: a later one was done. */
  readonly passedOver: readonly CycleStep[];
  /** All five were done. */
  readonly completed: boolean;
  /** Day of the last step of a completed cycle. */
  readonly completedOn: string | null;
  /** True when a step bears an earlier day than the one before it. */
  readonly outOfOrder: boolean;
}

/** How far cycles have come on a day, in the order in which they began. Steps of later days are not done yet. */
export function cyclesOf(cycles: readonly CycleRecord[], asOf: string): CycleProgress[] {
  return cycles
    .filter(({ startsOn }) => startsOn <= asOf)
    .sort((a, b) => compare(a.startsOn, b.startsOn) || compare(a.id, b.id))
    .map(({ id, theme, startsOn, steps }) => {
      const days = steps.map((day) => (day !== null && day <= asOf ? day : null));
      const gap = days.indexOf(null);
      const last = days.findLastIndex((day) => day !== null);
      const known = days.filter((day) => day !== null);
      return {
        id,
        theme,
        startsOn,
        reached: cycleSteps[(gap < 0 ? days.length : gap) - 1]?.id ?? null,
        done: known.length,
        passedOver: cycleSteps.filter((_, step) => step < last && days[step] === null).map((step) => step.id),
        completed: gap < 0,
        completedOn: gap < 0 ? ([...known].sort().at(-1) ?? null) : null,
        outOfOrder: known.some((day, index) => index > 0 && day < (known[index - 1] as string)),
      };
    });
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
