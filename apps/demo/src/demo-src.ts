import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { city as createDemoCity, students } from './city.ts';
import { startMis } from './start-mis.ts';
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
say(`\nA synthetic city with ${students.toLocaleString('en-GB')} students, over three years`);
const city = createDemoCity();
await writeInputs(city, directory);

say('Its MIS, served over HTTP in a process of its own');
const mis = await startMis(join(app, 'src/mis.ts'), true);
const environment = {
  ...process.env,
  COLLEGIAL_KEY: process.env.COLLEGIAL_KEY ?? 'ZGVtby1rZXktb25seS1mb3ItdGhlLXN5bnRoZXRpYy1jaXR5',
  DEMO_DIRECTORY: directory,
  DEMO_MIS_URL: mis.url,
  DEMO_MIS_TOKEN: mis.token,
  DEMO_MIS_ASPECTS: JSON.stringify(mis.aspects),
};

try {
  await command('sync');
  await command(
    'evaluate',
    '--indicator',
    'presence.absence-rate',
    '--indicator',
    'achievement.attainment-8',
    '--scope',
    'group:*',
  );
  await command('publish');
  await command('report', '--out', join(directory, 'report.html'));
} finally {
  mis.stop();
}

say(
  `\nDone in ${((Date.now() - started) / 1000).toFixed(0)} s. Open ${join(directory, 'report.html')} in a browser.`,
);
say(`The store is ${join(directory, 'city.duckdb')}, the edition is in ${join(directory, 'release')}.`);

/** Runs a command of the `collegial` package as a user would, and fails when it fails. */
async function command(...args: readonly string[]): Promise<void> {
  const all = [
    ...args,
    ...(args[0] === 'report'
      ? ['--release', join(directory, 'release')]
      : ['--config', join(app, 'collegial.config.ts')]),
  ];
  say(`\n$ collegial ${all.map((arg) => (arg.startsWith(root) ? relative(root, arg) : arg)).join(' ')}`);
  const child = spawn(process.execPath, ["--conditions=@collegial/source","--import","tsx","/work/main/packages/cli/src/bin.ts", ...all], { stdio: 'inherit', env: environment });
  const code = await new Promise<number | null>((settle, reject) =>
    child.once('error', reject).once('exit', settle),
  );
  if (code === 0) return;
  process.exitCode = code ?? 1;
  throw new Error(`collegial ${args[0]} ended with exit code ${code}.`);
}
