import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { contentOf, marksIn } from './__fixtures__/content-of.ts';
import { createProject, type Project } from './__fixtures__/create-project.ts';
import { SyncOutput } from './__fixtures__/json-shapes.ts';
import { ended, forkFixture, plainEnvironment, spawnCollegial } from './__fixtures__/source-process.ts';

const kills = 10;
const students = 1_100;
const schools = 8;
const marksPerPage = 200;
const seed = Number(process.env.COLLEGIAL_SEED ?? Date.now() % 1_000_000);

/** Random numbers from 0 to 1 that the seed decides. */
function randomOf(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

let project: Project;
let environment: NodeJS.ProcessEnv;
let requests = 0;
let whenRequested: (() => void) | undefined;
const mis = forkFixture('serve-wonde.ts', [String(students), String(schools)]);

beforeAll(async () => {
  const settings = await new Promise<unknown>((resolve, reject) => {
    mis.once('message', resolve);
    mis.once('exit', (code) => reject(new Error(`The MIS ended with exit code ${code}.`)));
  });
  mis.on('message', (message) => {
    requests = (message as { requests: number }).requests;
    whenRequested?.();
  });
  project = await createProject({
    'collegial.config.ts': `import { wonde } from '@collegial/connector-wonde';
export default { store: 'unnamed.duckdb', sources: [wonde(${JSON.stringify(settings)})] };
`,
  });
  environment = { ...plainEnvironment(), COLLEGIAL_KEY: 'dGhlIGtleSBvZiBhIHRlc3QsIG5vdCBhIHNlY3JldA==' };
}, 120_000);
afterAll(async () => {
  mis.kill();
  await project?.remove();
});

/** Syncs as a user would, in a process of its own; killed some milliseconds after so many requests, when that is said. */
async function sync(store: string, kill?: { readonly after: number; readonly wait: number }) {
  const child = spawnCollegial(['sync', '--store', store, '--json'], {
    cwd: project.directory,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  whenRequested = () => {
    if (kill === undefined || requests < kill.after) return;
    whenRequested = undefined;
    setTimeout(() => child.kill('SIGKILL'), kill.wait);
  };
  return ended(child);
}

it(`a sync that is killed ${kills} times ends like one that is not: nothing lost, nothing doubled (COLLEGIAL_SEED=${seed})`, async () => {
  const random = randomOf(seed);
  const began = Date.now();
  const whole = await sync('whole.duckdb');
  expect(whole).toMatchObject({ code: 0 });
  const wholeTook = Date.now() - began;
  const inAll = requests;

  // Points spread over the requests of the whole sync. A run asks again for what the one before had not committed, and not
  // for the pages of marks that it had: so many requests fewer lead to the same point.
  const points = Array.from({ length: kills }, () => random() * inAll).sort((a, b) => a - b);
  const reached: string[] = [];
  let marks = 0;
  for (const point of points) {
    const before = requests;
    const after = before + Math.max(1, Math.floor(point - marks / marksPerPage));
    const wait = Math.floor(random() * 60);
    const first = await sync('killed.duckdb', { after, wait });
    // A point at the very end can come too late. The next run then has little to read, and is killed while it looks.
    const early = () => sync('killed.duckdb', { after: requests + 1 + Math.floor(random() * 50), wait: 0 });
    const { signal } = first.signal === null ? await early() : first;
    expect(signal).toBe('SIGKILL');
    const kept = existsSync(`${project.directory}/killed.duckdb`)
      ? await marksIn(`${project.directory}/killed.duckdb`)
      : 0;
    expect(kept).toBeGreaterThanOrEqual(marks);
    marks = kept;
    reached.push(`${requests - before}: ${kept}`);
  }
  const last = await sync('killed.duckdb');
  expect(last).toMatchObject({ code: 0 });
  console.log(
    `seed ${seed}: ${inAll} requests in ${wholeTook} ms when whole; requests before each kill, and marks kept: ${reached.join(', ')}; ${Date.now() - began} ms in all`,
  );

  const { streams } = SyncOutput.parse(JSON.parse(last.stdout));
  const content = await contentOf(`${project.directory}/killed.duckdb`);
  expect(content).toEqual(await contentOf(`${project.directory}/whole.duckdb`));
  expect(content.views.attendance_mark?.rows).toBeGreaterThan(50_000);
  for (const stream of streams) {
    const { read, loaded, unchanged, deleted, duplicate, quarantined } = stream;
    expect(loaded + unchanged + deleted + duplicate + quarantined).toBe(read);
  }
}, 240_000);
