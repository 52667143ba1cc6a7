import type { Terminal } from './terminal.ts';

const width = 24;

/** A bar for a share between 0 and 1. */
export function bar(share: number): string {
  const filled = Math.round(Math.min(1, Math.max(0, share)) * width);
  return `${'█'.repeat(filled)}${'░'.repeat(width - filled)}`;
}

/** Says progress at most ten times a second on a terminal, and every ten seconds as a line elsewhere. */
export function progress(terminal: Terminal, now: () => number = Date.now): (text: string) => void {
  const interval = terminal.interactive ? 100 : 10_000;
  let last = terminal.interactive ? 0 : now();
  return (text) => {
    if (now() - last < interval) return;
    last = now();
    if (terminal.interactive) terminal.status(text);
    else terminal.say(text);
  };
}
