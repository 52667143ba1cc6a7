import { cityStore } from './city-store.ts';
import { absenceRateAgainstScan, type CatalogueTime, catalogueSeconds } from './evaluate-catalogue.ts';
import type { Finding } from './measure.ts';
import { oneRosterAgainstParsers } from './oneroster-csv.ts';
import { readCsvAgainstParser } from './read-csv.ts';
import { syncOverHttp } from './sync-over-http.ts';

// npm run bench --workspace @collegial/benchmarks [-- sync csv oneroster-csv catalogue] [--large] [--json]
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const large = process.argv.includes('--large');
const json = process.argv.includes('--json');
const chosen = (name: string) => wanted.length === 0 || wanted.includes(name);
const comparisons: Finding[] = [];
const catalogues: CatalogueTime[] = [];

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
if (json) process.stdout.write(`${JSON.stringify({ comparisons, catalogues }, null, 2)}\n`);
if (comparisons.some(({ ratio, promise }) => promise !== null && ratio < promise)) process.exitCode = 3;

function say(finding: Finding): void {
  comparisons.push(finding);
  const { name, unit, limit, limitRate, ours, ourRate, ratio, lowest, highest, promise } = finding;
  const rate = (value: number) => `${Math.round(value).toLocaleString('en-GB')} ${unit}/s`;
  process.stderr.write(
    `${name}: ratio ${ratio.toFixed(2)} (${lowest.toFixed(2)} to ${highest.toFixed(2)}${promise === null ? '' : `, promised ${promise}`})\n` +
      `  ${limit}: ${rate(limitRate)}\n  ${ours}: ${rate(ourRate)}\n`,
  );
}
