import { createRequire } from 'node:module';
import { createColors } from 'picocolors';
import type { CommandContext } from '../command.ts';
import { run } from '../program.ts';

/** What a command left behind. */
export interface Outcome {
  readonly code: number;
  /** What it wrote to stdout. */
  readonly stdout: string;
  /** What it said to people. */
  readonly stderr: string;
  /** Reads stdout as JSON; fails when anything else stands there. */
  json<Value = unknown>(): Value;
}

/** How a command is called. */
export interface CallOptions {
  readonly directory: string;
  /** Environment of the command, and of the configuration that it loads. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  readonly now?: Date;
}

const loaded = createRequire(import.meta.url).cache;

/** Runs a command in this process, with a terminal that records. */
export async function runCommand(args: readonly string[], options: CallOptions): Promise<Outcome> {
  const { directory, environment = {}, signal = new AbortController().signal, now } = options;
  const stdout: string[] = [];
  const stderr: string[] = [];
  const before = { directory: process.cwd(), environment: { ...process.env } };
  const context: CommandContext = {
    terminal: {
      data: (text) => void stdout.push(`${text}\n`),
      say: (text) => void stderr.push(`${text}\n`),
      status: () => undefined,
      colors: createColors(false),
      interactive: false,
    },
    environment,
    directory,
    signal,
    now: () => now ?? new Date(),
  };
  try {
    Object.assign(process.env, environment);
    // A command is a process of its own for its users: it never meets a configuration that another one has run.
    for (const file of Object.keys(loaded)) if (/\.config\.ts$/.test(file)) delete loaded[file];
    const code = await run(args, context);
    const text = stdout.join('');
    return { code, stdout: text, stderr: stderr.join(''), json: () => JSON.parse(text) };
  } finally {
    process.env = before.environment;
    process.chdir(before.directory);
  }
}
