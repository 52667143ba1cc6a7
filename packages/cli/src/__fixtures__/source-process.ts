import { type ChildProcess, fork, type SpawnOptions, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

// The sources as a process of their own, so that no build is needed: jiti, which the command uses for configurations,
// also loads TypeScript for Node 20.
const loader = createRequire(import.meta.url).resolve('jiti/register');
const nodeOptions = ['--conditions=@collegial/source', '--import', loader];
const bin = fileURLToPath(new URL('../bin.ts', import.meta.url));

/** The environment of this process without its wishes about colours, which Node warns about when there are two. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const { NO_COLOR: _, FORCE_COLOR: __, ...rest } = process.env;
  return rest;
}

/** Starts the command as a real process. */
export function spawnCollegial(args: readonly string[], options: SpawnOptions): ChildProcess {
  return spawn(process.execPath, [...nodeOptions, bin, ...args], options);
}

/** Starts another module beside this one as a process with a channel for messages. */
export function forkFixture(name: string, args: readonly string[]): ChildProcess {
  return fork(fileURLToPath(new URL(name, import.meta.url)), [...args], { execArgv: nodeOptions });
}

/** How a process ended, with what it wrote. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Waits for the end of a process and of its output. */
export async function ended(child: ChildProcess): Promise<Ended> {
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
}
