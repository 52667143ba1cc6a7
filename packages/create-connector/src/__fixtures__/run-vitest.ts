import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** What became of a run of vitest over a folder of scaffolds. */
export interface VitestRun {
  readonly success: boolean;
  /** Names of the tests that passed and failed, each after its project: `bearer-offset › contract › …`. */
  readonly passed: readonly string[];
  readonly failed: readonly string[];
  /** What it printed. */
  readonly output: string;
}

interface Report {
  readonly success: boolean;
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** Options of {@link runVitest}. */
export interface VitestOptions {
  /** Patterns of test files; default all. */
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  /** Fault plans of each conformance. */
  readonly plans?: number;
}

/** Runs vitest once over all projects of a folder, with the packages of this repository as sources. */
export async function runVitest(
  directory: string,
  { include = ['**/src/**/*.test.ts'], exclude = [], plans = 3 }: VitestOptions = {},
): Promise<VitestRun> {
  const config = join(directory, 'vitest.all.config.js');
  // One module cache for all projects: they differ in a few small files, and a fresh store, kit and zod for each costs most of the time.
  await writeFile(
    config,
    `import { tests } from '@collegial/tooling/vitest';
export default tests({ include: ${JSON.stringify(include)}, exclude: ${JSON.stringify(['**/node_modules/**', ...exclude])}, isolate: false, pool: 'threads', maxWorkers: 2, testTimeout: 120_000,
  reporters: [['json', { outputFile: 'report.json' }], 'dot'] });
`,
  );
  const vitest = join(createRequire(import.meta.url).resolve('vitest/package.json'), '../vitest.mjs');
  const { output } = await command(process.execPath, [vitest, 'run', '--root', directory, '--config', config], {
    directory,
    environment: { COLLEGIAL_FAULT_PLANS: String(plans) },
  });
  const report = JSON.parse(await readFile(join(directory, 'report.json'), 'utf8')) as Report;
  const names = (status: string) =>
    report.testResults.flatMap(({ name, assertionResults }) =>
      assertionResults
        .filter((result) => result.status === status)
        .map((result) => `${name.slice(directory.length + 1).split('/')[0]} › ${result.fullName}`),
    );
  const broken = report.testResults.filter(({ message }) => message !== '').map(({ name, message }) => `${name}: ${message}`);
  return { success: report.success, passed: names('passed'), failed: [...names('failed'), ...broken], output };
}

/** Runs a program to its end. */
export function command(
  program: string,
  args: readonly string[],
  { directory, environment = {} }: { directory: string; environment?: Readonly<Record<string, string>> },
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: directory,
      env: { ...withoutVitest(process.env), ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}

/** A vitest inside a vitest must not take itself for one of its workers. */
function withoutVitest(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !/^(VITEST|NODE_OPTIONS|COLLEGIAL_SEED)/.test(name)));
}
