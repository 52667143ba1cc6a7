import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Finding, findingOf } from './measure.ts';
import { writeOneRosterBundle } from './oneroster-bundle.ts';
import { unpackBundle } from './unpack-bundle.ts';

const jobs = ['csv-parse', 'scanner', 'read_csv', 'bulk', 'rows'] as const;
/** Something that is done with a bundle, in a process of its own. */
export type Job = (typeof jobs)[number];

/** What a process tells of its job. */
export interface JobDone {
  readonly seconds: number;
  /** Of all threads, with the start of the process: what a machine shared with other work disturbs less. */
  readonly processorSeconds: number;
  readonly peakMegabytes: number;
}

const titles: Record<Job, string> = {
  'csv-parse': 'csv-parse alone',
  scanner: 'our scanner alone, with encoding',
  read_csv: 'DuckDB read_csv alone, unpacked',
  bulk: 'zip to checked rows in a store file, which reads what it can itself',
  rows: 'zip to checked rows in a store file, row by row',
};

/**
 * A OneRoster bundle from zip to checked rows in a store – read by the store where it can, and row by row – against csv-parse alone on the same bytes, with DuckDB's
 * `read_csv` alone as the limit of any path through the database. Each job has a process of its own, whose peak memory is told, with Node and the loader of TypeScript in it.
 *
 * @param rows about so many rows in all files
 */
export async function oneRosterAgainstParsers(rows = 1_000_000, rounds = 3): Promise<Finding[]> {
  const directory = await mkdtemp(join(tmpdir(), 'collegial-benchmark-'));
  try {
    const path = join(directory, 'bundle.zip');
    const { rows: all, bytes } = await writeOneRosterBundle(path, rows);
    await unpackBundle(path, directory);
    const done: Record<Job, JobDone>[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const results: Partial<Record<Job, JobDone>> = {};
      for (const job of jobs) results[job] = await run(job, path, directory, all);
      done.push(results as Record<Job, JobDone>);
      tell(results as Record<Job, JobDone>);
    }
    const name = `OneRoster CSV, ${all} rows, ${Math.round(bytes / 1e6)} MB`;
    const against = (limit: Job, ours: Job, promise: number | null): Finding => ({
      ...findingOf(
        { name, unit: 'rows', limit: titles[limit], ours: titles[ours], promise },
        done.map((one) => ({ limit: all / one[limit].seconds, ours: all / one[ours].seconds })),
      ),
      ...(promise !== null && {
        memory: { peak: Math.max(...done.map((one) => one[ours].peakMegabytes)), promise: 512 },
      }),
    });
    return [
      against('csv-parse', 'bulk', 1),
      against('csv-parse', 'rows', 0.5),
      against('csv-parse', 'scanner', null),
      against('read_csv', 'bulk', null),
    ];
  } finally {
    await rm(directory, { recursive: true });
  }
}

function tell(results: Readonly<Record<Job, JobDone>>): void {
  for (const job of jobs) {
    const { seconds, processorSeconds, peakMegabytes } = results[job];
    process.stderr.write(
      `${job}: ${seconds.toFixed(1)} s, ${processorSeconds.toFixed(1)} s of processors, ${Math.round(peakMegabytes)} MB\n`,
    );
  }
}

function run(job: Job, path: string, directory: string, rows: number): Promise<JobDone> {
  const file = fileURLToPath(new URL('oneroster-csv-job.ts', import.meta.url));
  const child = fork(file, [job, path, directory, String(rows)], { execArgv: [...process.execArgv] });
  return new Promise((settle, reject) => {
    child.once('message', (message) => settle(message as JobDone));
    child.once('exit', (code) => reject(new Error(`The job “${job}” ended with exit code ${code}.`)));
  });
}
