import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { simulatePanel } from './__fixtures__/simulate-panel.ts';
import { matchedDifference } from './estimate/matched-difference.ts';

const asked = process.env.COLLEGIAL_R === '1';

/** The regression of group-time cells as R fits it, and clubSandwich's CR2 test of the mean difference since joining. */
const program = `
suppressMessages(library(clubSandwich))
d <- read.csv(file("stdin"))
d$cell <- factor(d$cell)
f <- lm(y ~ 0 + cell + joined, data = d, weights = w)
V <- vcovCR(f, d$cluster, type = "CR2", target = rep(1, nrow(d)), inverse_var = FALSE)
test <- coef_test(f, V, test = "Satterthwaite", coefs = "joined")
cat(sprintf("%.15g", c(test$beta, test$SE, test$df)), sep = "\\n")`;

describe.skipIf(!asked)(
  'R itself, on invented panels (skipped unless COLLEGIAL_R=1 says that R and clubSandwich are installed)',
  () => {
    it.each([1, 2, 3])(
      'CR2 and degrees of freedom of a matched difference of groups in three waves, seed %d',
      (seed) => {
        const rows = simulatePanel({ groups: 6, areas: 12, common: 0.2, carried: 0.5, waves: 3 }, seed);
        const { clustered, matches } = matchedDifference(rows, { bootstrap: false });
        const lines = [
          'cell,joined,w,y,cluster',
          ...cellLines(
            rows,
            new Map(matches.map((one) => [one.school, one.partners.map(({ school }) => school)])),
          ),
        ];
        const printed = execFileSync('Rscript', ['--vanilla', '-e', program], {
          input: lines.join('\n'),
          encoding: 'utf8',
        });
        const [value, error, degrees] = printed.trim().split('\n').map(Number);
        expect(clustered!.value / value!).toBeCloseTo(1, 8);
        expect(clustered!.standardError / error!).toBeCloseTo(1, 8);
        expect(clustered!.degrees / degrees!).toBeCloseTo(1, 8);
      },
    );
  },
);

/** The rows of the regression, put together anew from the panel and the matches. */
function cellLines(
  rows: ReturnType<typeof simulatePanel>,
  partners: ReadonlyMap<string, readonly string[]>,
): string[] {
  const values = new Map(rows.map(({ school, year, value }) => [`${school} ${year}`, value]));
  const facts = new Map(rows.map((row) => [row.school, row]));
  const years = [...new Set(rows.map(({ year }) => year))];
  const lines: string[] = [];
  for (const joins of new Set(rows.flatMap(({ treatedFrom }) => treatedFrom ?? []))) {
    const change = (school: string, year: number) =>
      values.get(`${school} ${year}`)! -
      [1, 2, 3].reduce((sum, back) => sum + values.get(`${school} ${joins - back}`)!, 0) / 3;
    const members = [...facts.values()].filter(
      ({ treatedFrom, school }) => treatedFrom === joins && (partners.get(school) ?? []).length > 0,
    );
    for (const year of years.filter((one) => one >= joins)) {
      const weights = new Map<string, number>();
      for (const { school, group } of members) {
        lines.push(`${joins}-${year},1,1,${change(school, year)},${group}`);
        for (const partner of partners.get(school)!)
          weights.set(partner, (weights.get(partner) ?? 0) + 1 / partners.get(school)!.length);
      }
      for (const [school, weight] of weights)
        lines.push(`${joins}-${year},0,${weight},${change(school, year)},${facts.get(school)!.cluster}`);
    }
  }
  return lines;
}
