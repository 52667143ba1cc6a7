import type { Terminal } from './output/terminal.ts';

/** What every command is given besides its own options. */
export interface CommandContext {
  readonly terminal: Terminal;
  readonly environment: NodeJS.ProcessEnv;
  /** Directory in which the command was called. */
  readonly directory: string;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  now(): Date;
}
