import { CollegialError } from '@collegial/model';
import type { Terminal } from './terminal.ts';

/** Says an error in words: what failed and where, how to fix it, and where to read more. */
export function explainError(error: unknown, { say, colors }: Terminal, debug: boolean): void {
  if (CollegialError.isInstance(error)) {
    say(`${colors.red('Error')} ${error.message}`);
    say(colors.dim(`      ${error.code} · ${error.docs}`));
  } else {
    say(`${colors.red('Error')} ${error instanceof Error ? error.message : String(error)}`);
    if (!debug) say(colors.dim('      Set COLLEGIAL_DEBUG=1 to see where it happened.'));
  }
  if (!debug) return;
  for (let at = error; at instanceof Error; at = at.cause) say(at.stack ?? String(at));
}
