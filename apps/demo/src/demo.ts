import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { academicYear, city as createDemoCity, students } from './city.ts';
import { startMis } from './start-mis.ts';
import { summary } from './summary.ts';
import { writeInputs } from './write-inputs.ts';

// The main job, once, with the commands that a user would type; each is shown before it runs.
const app = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const root = resolve(app, '../..');
const directory = join(root, '.demo');
const collegial = createRequire(import.meta.url)
  .resolve('collegial/package.json')
  .replace(/package\.json$/, 'dist/bin.js');
const started = Date.now();
const say = (text: string) => process.stderr.write(`${text}\n`);

await rm(directory, { recursive: true, force: true });
say(
  `\nAn invented city: four groups of schools, ${students.toLocaleString('en-GB')} students, three years. Its MIS answers over HTTP.`,
);
const city = createDemoCity();
const lastYear = academicYear(city.options.firstYear + city.options.years - 1);
await writeInputs(city, directory);
const mis = await startMis(join(app, 'src/mis.ts'));
const environment = {
  ...process.env,
  COLLEGIAL_KEY: process.env.COLLEGIAL_KEY ?? 'ZGVtby1rZXktb25seS1mb3ItdGhlLXN5bnRoZXRpYy1jaXR5',
  DEMO_DIRECTORY: directory,
  DEMO_MIS_URL: mis.url,
  DEMO_MIS_TOKEN: mis.token,
  DEMO_MIS_ASPECTS: JSON.stringify(mis.aspects),
};

try {
  await step('1. Read the MIS, the vendor’s own records and the recorded activities into a store', 'sync');
  await step(
    '2. Exact figures, for whoever is in control of the data',
    'evaluate',
    ...['--indicator', 'presence.absence-rate', '--indicator', 'achievement.attainment-8'],
    ...['--scope', 'group:*', '--period', lastYear],
  );
  await step('3. What each school and each group may see, protected and written as an edition', 'publish');
  await step('4. One page for people', 'report', '--out', join(directory, 'report.html'));
} finally {
  mis.stop();
}

say(`\n5. In short: what partner schools see of ${lastYear}\n`);
say(await summary(join(directory, 'release'), lastYear));
say('\nA school that takes no part in its group is in none of these; step 2 counted it.');
say(`
Done in ${((Date.now() - started) / 1000).toFixed(0)} s.
  report   ${join(directory, 'report.html')}
  edition  ${join(directory, 'release')}
  store    ${join(directory, 'city.duckdb')}

Open the report in a browser. How to go on: docs/guides/command-line.md`);

/** Says what comes, and runs a command of the `collegial` package as a user would; fails when it fails. */
async function step(what: string, ...args: readonly string[]): Promise<void> {
  const all = [
    ...args,
    ...(args[0] === 'report'
      ? ['--release', join(directory, 'release')]
      : ['--config', join(app, 'collegial.config.ts')]),
  ];
  say(`\n${what}\n\n$ collegial ${all.map(asTyped).join(' ')}`);
  const child = spawn(process.execPath, [collegial, ...all], { stdio: 'inherit', env: environment });
  const code = await new Promise<number | null>((settle, reject) =>
    child.once('error', reject).once('exit', settle),
  );
  if (code === 0) return;
  process.exitCode = code ?? 1;
  throw new Error(`collegial ${args[0]} ended with exit code ${code}.`);
}

/** An argument as a user would type it: paths from the root of the repository, and nothing that a shell would take for its own. */
function asTyped(arg: string): string {
  const short = arg.startsWith(root) ? relative(root, arg) : arg;
  return short.includes('*') ? `'${short}'` : short;
}
