import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../resampling/seeded-random.ts';
import { type Adjustment, adjustProbabilities } from './comparisons/adjust-probabilities.ts';
import { binomial } from './funnel/binomial.ts';
import { exactLimit } from './funnel/exact-limit.ts';
import { midProbability } from './funnel/mid-probability.ts';
import { poisson } from './funnel/poisson.ts';
import { mannKendall } from './monotone/mann-kendall.ts';

/** Numbers that R prints for an expression. */
function askR(code: string): number[] {
  const printed = execFileSync('Rscript', ['--vanilla', '-e', `cat(sprintf("%.17g", ${code}), sep="\\n")`], {
    encoding: 'utf8',
  });
  return printed.trim().split('\n').map(Number);
}

const asked = process.env.COLLEGIAL_R === '1';
const random = seededRandom(20);
const list = (values: readonly number[]) => `c(${values.join(',')})`;

describe.skipIf(!asked)(
  'R itself, on random input (skipped unless COLLEGIAL_R=1 says that R is installed)',
  () => {
    it.each([
      ['benjamini-hochberg', 'BH'],
      ['benjamini-yekutieli', 'BY'],
      ['holm', 'holm'],
      ['bonferroni', 'bonferroni'],
    ])('p.adjust: %s', (adjustment, method) => {
      const probabilities = Array.from({ length: 300 }, () => random() ** 3);
      const expected = askR(`p.adjust(${list(probabilities)}, "${method}")`);
      adjustProbabilities(probabilities, adjustment as Adjustment).forEach((value, index) => {
        expect(value).toBeCloseTo(expected[index]!, 14);
      });
    });

    it.each([5, 9, 15, 30])('cor.test, method kendall, exact, of %d values', (size) => {
      const values = Array.from({ length: size }, (_, time) => random() * 10 + time / 4);
      const [expected] = askR(`cor.test(1:${size}, ${list(values)}, method="kendall", exact=TRUE)$p.value`);
      expect(mannKendall(values).probability / expected!).toBeCloseTo(1, 10);
    });

    it('funnel limits of 200 binomials and Poissons, from qbinom, pbinom, qpois, ppois', () => {
      const cases = Array.from({ length: 200 }, () => ({
        size: 5 + Math.floor(random() * 3000),
        target: 0.005 + 0.98 * random(),
        probability: [0.001, 0.025, 0.975, 0.999][Math.floor(random() * 4)]!,
      }));
      const columns = `n<-${list(cases.map(({ size }) => size))}; t<-${list(cases.map(({ target }) => target))}; p<-${list(cases.map(({ probability }) => probability))}`;
      const ofBinomial = askR(`{${columns}; r<-qbinom(p,n,t); pmax(0, r-(pbinom(r,n,t)-p)/dbinom(r,n,t))}`);
      const ofPoisson = askR(`{${columns}; r<-qpois(p,n*t); pmax(0, r-(ppois(r,n*t)-p)/dpois(r,n*t))}`);
      cases.forEach(({ size, target, probability }, index) => {
        expect(exactLimit(binomial(size, target), probability)).toBeCloseTo(ofBinomial[index]!, 6);
        expect(exactLimit(poisson(size * target), probability)).toBeCloseTo(ofPoisson[index]!, 6);
      });
    });

    it('two-sided mid-p of 100 binomials', () => {
      const cases = Array.from({ length: 100 }, () => {
        const size = 5 + Math.floor(random() * 500);
        return { size, count: Math.floor(random() * size), target: 0.02 + 0.9 * random() };
      });
      const expected = askR(
        `{n<-${list(cases.map(({ size }) => size))}; x<-${list(cases.map(({ count }) => count))}; t<-${list(cases.map(({ target }) => target))};
        b<-pbinom(x-1,n,t)+dbinom(x,n,t)/2; pmin(1, 2*pmin(b,1-b))}`,
      );
      cases.forEach(({ size, count, target }, index) => {
        expect(midProbability(binomial(size, target), count)).toBeCloseTo(expected[index]!, 9);
      });
    });
  },
);
