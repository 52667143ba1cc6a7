import { stripVTControlCharacters } from 'node:util';
import { createColors } from 'picocolors';

/** Where a command writes: data to stdout, words for people to stderr. */
export interface Terminal {
  /** Writes data, with a line end. */
  data(text: string): void;
  /** Writes a line for people. */
  say(text: string): void;
  /** Rewrites the last line in place, on a terminal; elsewhere does nothing. */
  status(text: string): void;
  readonly colors: ReturnType<typeof createColors>;
  /** True when stderr is a terminal that can rewrite lines. */
  readonly interactive: boolean;
}

/** The terminal of this process; colours follow `NO_COLOR` and `FORCE_COLOR`. */
export function processTerminal(): Terminal {
  const interactive = process.stderr.isTTY === true && process.env.CI === undefined;
  const forced = Boolean(process.env.FORCE_COLOR);
  const colored = !process.env.NO_COLOR && (process.stderr.isTTY === true || forced);
  // stdout may be a file while stderr is a terminal: data that is kept holds no colours.
  const plain = process.stdout.isTTY === true || forced ? (text: string) => text : stripVTControlCharacters;
  let open = false;
  const clear = () => {
    if (open) process.stderr.write('\r\u001b[2K');
    open = false;
  };
  return {
    data: (text) => {
      clear();
      process.stdout.write(`${plain(text)}\n`);
    },
    say: (text) => {
      clear();
      process.stderr.write(`${text}\n`);
    },
    status: (text) => {
      if (!interactive) return;
      process.stderr.write(`\r\u001b[2K${text.slice(0, (process.stderr.columns ?? 80) - 1)}`);
      open = true;
    },
    colors: createColors(colored),
    interactive,
  };
}
