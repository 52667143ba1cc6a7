import { normalQuantile } from '../../distributions/normal-quantile.ts';
import type { ModelStatistics } from '../model-statistics.ts';

/** A world of schools with known effects: y = 50 + height + (0.6 + slope) x + residual, with residual variance 1 − ICC and variance ICC of heights. */
export interface SimulatedSchools {
  readonly statistics: ModelStatistics;
  /** True heights and slopes by the name of the school. */
  readonly effects: ReadonlyMap<string, readonly [height: number, slope: number]>;
}

/** Cross products of simulated schools, drawn as such: no student is simulated, so that a world costs next to nothing. */
export function simulatedSchools(
  random: () => number,
  {
    schools,
    intraclass,
    sizes,
    slopes = 0,
  }: {
    schools: number;
    intraclass: number;
    sizes: readonly [number, number];
    /** Standard deviation of slopes, which go with heights at a correlation of 0.5. */
    slopes?: number;
  },
): SimulatedSchools {
  const normal = () => normalQuantile(Math.min(Math.max(random(), 1e-15), 1 - 1e-15));
  const residual = 1 - intraclass;
  const effects = new Map<string, readonly [number, number]>();
  const groups = Array.from({ length: schools }, (_, index) => {
    const path = [`school ${String(index).padStart(5, '0')}`];
    const n = Math.round(sizes[0] + (random() * (sizes[1] - sizes[0])));
    const z = normal();
    const effect = Math.sqrt(intraclass) * z;
    const slope = slopes === 0 ? 0 : slopes * (0.5 * z + Math.sqrt(0.75) * normal());
    const beta = 0.6 + slope;
    effects.set(path[0]!, [effect, slope]);
    // intakes differ: a third of a standard deviation between schools
    const meanX = 0.3 * normal() + normal() / Math.sqrt(n);
    const squareX = chiSquared(random, normal, n - 1);
    const meanE = Math.sqrt(residual / n) * normal();
    const productE = Math.sqrt(residual * squareX) * normal();
    const squareE = productE ** 2 / squareX + residual * chiSquared(random, normal, n - 2);
    const meanY = beta * meanX + effect + meanE;
    const productY = beta * squareX + productE;
    const squareY = beta ** 2 * squareX + 2 * beta * productE + squareE;
    const products = [n, n * meanX, n * meanY, squareX + n * meanX ** 2, productY + n * meanX * meanY, squareY + n * meanY ** 2];
    return { path, rows: n, logWeights: 0, products: Float64Array.from(products) };
  });
  return {
    effects,
    statistics: {
      columns: ['intercept', 'prior'],
      outcome: 'points',
      levels: ['school'],
      transform: [
        { centre: 0, scale: 1 },
        { centre: 0, scale: 1 },
        { centre: 50, scale: 1 },
      ],
      groups,
    },
  };
}

/** G. Marsaglia and W. W. Tsang, ACM Transactions on Mathematical Software 26 (2000): gamma of shape degrees / 2, times 2. */
function chiSquared(random: () => number, normal: () => number, degrees: number): number {
  if (degrees === 1) return normal() ** 2;
  const d = degrees / 2 - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(Math.max(random(), 1e-300)) < x ** 2 / 2 + d - d * v + d * Math.log(v)) return 2 * d * v;
  }
}
