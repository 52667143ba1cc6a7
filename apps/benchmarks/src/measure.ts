/** Something timed: returns how much work it did, in the unit of the comparison. */
export type Run = () => Promise<number>;

/** A comparison of our work with the limit that it cannot beat, on the same bytes in the same run. */
export interface Comparison {
  readonly name: string;
  /** Unit of the work, for example `marks`. */
  readonly unit: string;
  readonly limit: { readonly title: string; readonly run: Run };
  readonly ours: { readonly title: string; readonly run: Run };
  /** Smallest ratio of our rate to the limit's that we promise, when we promise one. */
  readonly promise?: number;
}

/** What a comparison found: medians of paired runs. */
export interface Finding {
  readonly name: string;
  readonly unit: string;
  readonly limit: string;
  readonly limitRate: number;
  readonly ours: string;
  readonly ourRate: number;
  /** Median of the ratios of each pair of runs. */
  readonly ratio: number;
  readonly lowest: number;
  readonly highest: number;
  readonly promise: number | null;
  /** Most memory of the process that did our work, in megabytes, and how much is promised at most. */
  readonly memory?: { readonly peak: number; readonly promise: number };
}

/** Rates of both in one pair of runs. */
export interface Pair {
  readonly limit: number;
  readonly ours: number;
}

/** Runs both in turn, so that a machine whose speed drifts harms neither, and takes medians. The first pair warms up. */
export async function compare({ name, unit, limit, ours, promise }: Comparison, pairs = 5): Promise<Finding> {
  const rates: Pair[] = [];
  for (let pair = 0; pair <= pairs; pair++) {
    const measured = { limit: await rate(limit.run), ours: await rate(ours.run) };
    if (pair > 0) rates.push(measured);
  }
  return findingOf({ name, unit, limit: limit.title, ours: ours.title, promise: promise ?? null }, rates);
}

/** What pairs of runs say. */
export function findingOf(
  about: Pick<Finding, 'name' | 'unit' | 'limit' | 'ours' | 'promise'>,
  rates: readonly Pair[],
): Finding {
  const ratios = rates.map((pair) => pair.ours / pair.limit);
  return {
    ...about,
    limitRate: median(rates.map((pair) => pair.limit)),
    ourRate: median(rates.map((pair) => pair.ours)),
    ratio: median(ratios),
    lowest: Math.min(...ratios),
    highest: Math.max(...ratios),
  };
}

async function rate(run: Run): Promise<number> {
  const started = performance.now();
  const work = await run();
  return work / ((performance.now() - started) / 1000);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
