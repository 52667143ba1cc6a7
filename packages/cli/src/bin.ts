#!/usr/bin/env node
import { processTerminal } from './output/terminal.ts';
import { run } from './program.ts';

const stop = new AbortController();
process.once('SIGINT', () => stop.abort());
process.once('SIGTERM', () => stop.abort());

// A reader that has seen enough, such as `head`, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

process.exitCode = await run(process.argv.slice(2), {
  terminal: processTerminal(),
  environment: process.env,
  directory: process.cwd(),
  signal: stop.signal,
  now: () => new Date(),
});

// A source that does not listen to the signal must not keep a stopped command alive.
if (stop.signal.aborted) process.stdout.write('', () => process.exit());
