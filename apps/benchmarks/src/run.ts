import { cityStore } from './city-store.ts';
import { type CollaborationTime, collaborationGrowth } from './collaboration.ts';
import { absenceRateAgainstScan, type CatalogueTime, catalogueSeconds } from './evaluate-catalogue.ts';
import { type GroupingTime, groupingGrowth } from './grouping.ts';
import type { Finding } from './measure.ts';
import { type MultilevelFinding, multilevelFinding } from './multilevel.ts';
import { type NetworkTime, networkFindings, networkGrowth } from './network.ts';
import { oneRosterAgainstParsers } from './oneroster-csv.ts';
import { readCsvAgainstParser } from './read-csv.ts';
import { type SegregationTime, segregationGrowth } from './segregation.ts';
import { syncOverHttp } from './sync-over-http.ts';

// npm run bench --workspace @collegial/benchmarks [-- sync csv oneroster-csv catalogue collaboration network grouping segregation multilevel] [--large] [--others] [--json]
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const large = process.argv.includes('--large');
const json = process.argv.includes('--json');
const chosen = (name: string) => wanted.length === 0 || wanted.includes(name);
const comparisons: Finding[] = [];
const catalogues: CatalogueTime[] = [];
const networks: NetworkTime[] = [];
const groupings: GroupingTime[] = [];
const segregations: SegregationTime[] = [];
const collaborations: CollaborationTime[] = [];
let multilevel: MultilevelFinding | null = null;

if (chosen('sync')) say(await syncOverHttp());
if (chosen('csv')) say(await readCsvAgainstParser());
if (chosen('oneroster-csv'))
  for (const finding of await oneRosterAgainstParsers(large ? 1_000_000 : 200_000)) say(finding);
if (chosen('catalogue')) {
  for (const students of large ? [2_000, 18_000] : [2_000]) {
    const store = await cityStore(students);
    say(await absenceRateAgainstScan(store, students));
    const found = await catalogueSeconds(store, students);
    catalogues.push(found);
    process.stderr.write(
      `catalogue, ${students} students: ${found.indicators} indicators, ${found.results} results in ${found.seconds.toFixed(2)} s\n`,
    );
    await store.close();
  }
}
if (chosen('collaboration')) {
  for (const time of collaborationGrowth()) {
    collaborations.push(time);
    const { pass, levels, ledger, network, profiles } = time;
    const all = levels + ledger + network + profiles;
    process.stderr.write(
      `collaboration, ${time.schools} schools, ${time.ties} ties: ${all.toFixed(2)} s, ${time.processor.toFixed(2)} s of the processor (levels ${levels.toFixed(2)}, ledger of ${time.ledgerLines} lines ${ledger.toFixed(2)}, network ${network.toFixed(2)}, profiles of groups ${profiles.toFixed(2)}), ${(all / pass).toFixed(0)} times one pass over the ties\n`,
    );
  }
}
if (chosen('network')) {
  for (const finding of await networkFindings(large, process.argv.includes('--others'))) say(finding);
  for (const time of networkGrowth()) {
    networks.push(time);
    process.stderr.write(
      `network, ${time.schools} schools, ${time.ties} ties: all but paths and communities ${time.cheap.toFixed(2)} s, communities ${time.communities.toFixed(2)} s, 200 sampled searches ${time.sampledPaths.toFixed(2)} s\n`,
    );
  }
}
if (chosen('grouping')) {
  for (const time of await groupingGrowth(large)) {
    groupings.push(time);
    process.stderr.write(
      `grouping, ${time.schools} schools, ${time.method}: ${time.seconds.toFixed(2)} s (${time.processorSeconds.toFixed(2)} s of the processor), score ${time.score.toFixed(3)}\n`,
    );
  }
}
if (chosen('segregation')) {
  for (const time of segregationGrowth()) {
    segregations.push(time);
    const { schools, areas, indices, expected, placings, intervals, country } = time;
    process.stderr.write(
      `segregation, ${schools} schools in ${areas} areas, seconds of the processor: indices ${indices.toFixed(2)}, exact expectations ${expected.toFixed(2)}, 1,000 placings of each area ${placings.toFixed(1)}, intervals ${intervals.toFixed(1)}; 1,000 placings of the country ${country.toFixed(1)}\n`,
    );
  }
}
if (chosen('multilevel')) {
  multilevel = await multilevelFinding(large);
  for (const { students, sql, fit, aggregate, ratio, lowest, highest } of multilevel.times)
    process.stderr.write(
      `multilevel, ${students} students: SQL ${sql.toFixed(2)} s, fit ${fit.toFixed(2)} s; ${ratio.toFixed(2)} times the exact aggregate alone (${aggregate.toFixed(2)} s; ${lowest.toFixed(2)} to ${highest.toFixed(2)}, promised below 2.5)\n${ratio < 2.5 ? '' : '  MISSED\n'}`,
    );
  const { lme4 } = multilevel;
  process.stderr.write(
    lme4 === null
      ? 'multilevel: R with lme4 is not installed, so nothing is compared with it\n'
      : `multilevel, ${lme4.students} students: ours ${lme4.ours.toFixed(2)} s, lme4's fit ${lme4.lme4.toFixed(2)} s, ${lme4.ratio.toFixed(1)} times as fast (promised 15); largest relative differences: estimates ${lme4.differences.estimates.toExponential(1)}, standard errors ${lme4.differences.standardErrors.toExponential(1)}, variances ${lme4.differences.variances.toExponential(1)}, log-likelihood ${lme4.differences.logLikelihood.toExponential(1)}\n${lme4.ratio >= 15 ? '' : '  MISSED\n'}`,
  );
}
if (json)
  process.stdout.write(
    `${JSON.stringify({ comparisons, catalogues, collaborations, networks, groupings, segregations, multilevel }, null, 2)}\n`,
  );
const multilevelMissed =
  multilevel !== null &&
  (multilevel.times.some(({ ratio }) => ratio >= 2.5) || (multilevel.lme4?.ratio ?? 15) < 15);
if (multilevelMissed || comparisons.some((finding) => missed(finding).length > 0)) process.exitCode = 3;

function say(finding: Finding): void {
  comparisons.push(finding);
  const { name, unit, limit, limitRate, ours, ourRate, ratio, lowest, highest, promise, memory } = finding;
  const rate = (value: number) => `${Math.round(value).toLocaleString('en-GB')} ${unit}/s`;
  process.stderr.write(
    `${name}: ratio ${ratio.toFixed(2)} (${lowest.toFixed(2)} to ${highest.toFixed(2)}${promise === null ? '' : `, promised ${promise}`})\n` +
      `  ${limit}: ${rate(limitRate)}\n  ${ours}: ${rate(ourRate)}\n${memory === undefined ? '' : `  peak memory: ${Math.round(memory.peak)} MB, promised ${memory.promise}\n`}${missed(
        finding,
      )
        .map((what) => `  MISSED: ${what}\n`)
        .join('')}`,
  );
}

/** What was promised and not kept. */
function missed({ ratio, promise, memory }: Finding): string[] {
  return [
    ...(promise !== null && ratio < promise ? [`the ratio is ${ratio.toFixed(2)} and not ${promise}.`] : []),
    ...(memory !== undefined && memory.peak >= memory.promise
      ? [`the process took ${Math.round(memory.peak)} MB and not less than ${memory.promise}.`]
      : []),
  ];
}
