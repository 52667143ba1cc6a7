/**
 * A root of a continuous function between two places where its signs differ, to the last bit or so: Brent's method (bisection, secant
 * and inverse quadratic interpolation).
 *
 * Reference: R. P. Brent, *Algorithms for Minimization without Derivatives* (1973), chapter 4.
 */
export function rootBetween(of: (x: number) => number, low: number, high: number): number {
  let [a, b, fa, fb] = [low, high, of(low), of(high)];
  let [c, fc] = [a, fa];
  let step = b - a;
  let before = step;
  for (let count = 0; count < 200 && fb !== 0; count += 1) {
    if (fb > 0 === fc > 0) {
      [c, fc] = [a, fa];
      step = b - a;
      before = step;
    }
    if (Math.abs(fc) < Math.abs(fb)) [a, b, c, fa, fb, fc] = [b, c, b, fb, fc, fb];
    const tolerance = 2 ** -52 * Math.abs(b);
    const half = (c - b) / 2;
    if (Math.abs(half) <= tolerance) break;
    const tried =
      Math.abs(before) > tolerance && Math.abs(fa) > Math.abs(fb) ? interpolate(a, b, c, fa, fb, fc) : half;
    const bounded =
      2 * Math.abs(tried) < Math.min(3 * Math.abs(half) - tolerance, Math.abs(before)) && tried * half > 0;
    before = bounded ? step : half;
    step = bounded ? tried : half;
    [a, fa] = [b, fb];
    b += Math.abs(step) > tolerance ? step : Math.sign(half) * tolerance;
    fb = of(b);
  }
  return b;
}

function interpolate(a: number, b: number, c: number, fa: number, fb: number, fc: number): number {
  const s = fb / fa;
  if (a === c) return ((c - b) * s) / (s - 1);
  const q = fa / fc;
  const r = fb / fc;
  return (s * ((c - b) * q * (q - r) - (b - a) * (r - 1))) / -((q - 1) * (r - 1) * (s - 1));
}
