import { requireThat } from '../../require-that.ts';

/** How far from chance a series must be for each rule. */
export interface ControlRules {
  /** Values in a row on one side of the line. */
  readonly shift: number;
  /** Values in a row that each go on in the same direction. */
  readonly trend: number;
  /** Two of three values beyond two deviations on one side. */
  readonly twoOfThree: boolean;
  /** Four of five values beyond one deviation on one side. */
  readonly fourOfFive: boolean;
}

/** Rules as their authors set them; a value beyond three deviations counts in all of them. */
export const controlRuleSets = {
  /** Western Electric, *Statistical Quality Control Handbook* (1956). */
  'western-electric': { shift: 8, trend: Number.POSITIVE_INFINITY, twoOfThree: true, fourOfFive: true },
  /** L. S. Nelson, “The Shewhart control chart: tests for special causes”, Journal of Quality Technology 16 (1984), tests 1, 2, 3, 5 and 6. */
  nelson: { shift: 9, trend: 6, twoOfThree: true, fourOfFive: true },
  /** NHS England, *Making Data Count*. */
  'making-data-count': { shift: 7, trend: 6, twoOfThree: true, fourOfFive: false },
} as const satisfies Record<string, ControlRules>;

/** A place where a rule is broken. */
export interface ControlSignal {
  readonly rule: 'beyond-limits' | 'shift' | 'trend' | 'two-of-three' | 'four-of-five';
  readonly side: 'above' | 'below';
  /** Positions of the first and last value of the stretch, from 0. */
  readonly from: number;
  readonly to: number;
}

/** What {@link controlSignals} takes beside the values. */
export interface ControlOptions {
  /** The line. Default: the mean. */
  readonly centre?: number;
  /** Deviation from value to value. Default: mean distance of neighbouring values ÷ 1.128. */
  readonly deviation?: number;
  /** Default `making-data-count`. */
  readonly rules?: keyof typeof controlRuleSets | ControlRules;
}

/**
 * Run rules of a control chart of single values: where does a series do what a steady one hardly ever does? Meant for many values, such as
 * months; for less than about twelve see `runChart` and `mannKendall`. With all rules on, a steady series of a hundred values breaks one more often than not.
 *
 * Reference: D. J. Wheeler, *Understanding Variation* (1993); the rule sets as named there.
 *
 * @throws RangeError with fewer than two values, or when they do not vary
 *
 * @example
 * ```ts
 * import { controlSignals } from '@collegial/statistics';
 *
 * controlSignals([0, 1, 0, -1, 0, 9], { centre: 0, deviation: 1 }); // [{ rule: 'beyond-limits', side: 'above', from: 5, to: 5 }]
 * ```
 */
export function controlSignals(values: readonly number[], options: ControlOptions = {}): ControlSignal[] {
  requireThat(
    values.length >= 2 && values.every(Number.isFinite),
    'A control chart needs two finite values or more.',
  );
  const { centre = values.reduce((sum, value) => sum + value, 0) / values.length } = options;
  const { deviation = movingRange(values) / 1.128 } = options;
  requireThat(deviation > 0, 'A control chart needs a deviation above 0.');
  const given = options.rules ?? 'making-data-count';
  const rules: ControlRules = typeof given === 'string' ? controlRuleSets[given] : given;
  const z = values.map((value) => (value - centre) / deviation);
  const signals: ControlSignal[] = [];
  for (const [side, sign] of [
    ['above', 1],
    ['below', -1],
  ] as const) {
    const beyond = (limit: number) => z.map((value) => sign * value > limit);
    const add = (rule: ControlSignal['rule'], stretches: readonly [number, number][]) => {
      for (const [from, to] of stretches) signals.push({ rule, side, from, to });
    };
    add('beyond-limits', stretchesOf(beyond(3), 1));
    add('shift', stretchesOf(beyond(0), rules.shift));
    const steps = z.map((value, index) => index > 0 && sign * (value - (z[index - 1] as number)) > 0);
    add(
      'trend',
      stretchesOf(steps, rules.trend - 1).map(([from, to]) => [from - 1, to]),
    );
    if (rules.twoOfThree) add('two-of-three', windowsOf(beyond(2), 2, 3));
    if (rules.fourOfFive) add('four-of-five', windowsOf(beyond(1), 4, 5));
  }
  return signals.sort((a, b) => a.from - b.from || a.to - b.to || (a.rule < b.rule ? -1 : 1));
}

function movingRange(values: readonly number[]): number {
  const steps = values.slice(1).map((value, index) => Math.abs(value - (values[index] as number)));
  return steps.reduce((sum, step) => sum + step, 0) / steps.length;
}

/** Stretches of true of at least this length. */
function stretchesOf(flags: readonly boolean[], length: number): [number, number][] {
  const found: [number, number][] = [];
  let from = -1;
  for (let index = 0; index <= flags.length; index += 1) {
    if (flags[index] === true) {
      if (from < 0) from = index;
      continue;
    }
    if (from >= 0 && index - from >= length) found.push([from, index - 1]);
    from = -1;
  }
  return found;
}

/** Windows with so many true, those that overlap put together. */
function windowsOf(flags: readonly boolean[], wanted: number, length: number): [number, number][] {
  const found: [number, number][] = [];
  for (let to = length - 1; to < flags.length; to += 1) {
    const window = flags.slice(to - length + 1, to + 1);
    if (window.filter(Boolean).length < wanted) continue;
    const from = to - length + 1;
    const last = found.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = to;
    else found.push([from, to]);
  }
  return found;
}
