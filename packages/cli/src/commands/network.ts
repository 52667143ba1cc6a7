import { networkMeasures } from '@collegial/collaboration';
import { CollegialError } from '@collegial/model';
import type { CommandContext } from '../command.ts';
import { networkTables } from '../network/network-tables.ts';
import { readNetwork } from '../network/read-network.ts';
import { sayInput } from '../network/say-input.ts';
import { exitCode } from '../output/exit-code.ts';

/** Options of `collegial network`. */
export interface NetworkCommandOptions {
  readonly nodes?: string;
  readonly exact?: boolean;
  readonly pivots?: string;
  readonly seed?: string;
  readonly json?: boolean;
}

/** Measures a network that an analyst has as CSV: no configuration, no store, no MIS. */
export async function networkCommand(
  ties: string,
  options: NetworkCommandOptions,
  { terminal, directory }: CommandContext,
): Promise<number> {
  const pivots = wholeNumber('--pivots', options.pivots, 2);
  const seed = wholeNumber('--seed', options.seed, 0);
  const { network, report } = await readNetwork(ties, options.nodes, directory);
  sayInput(report, terminal);
  const measures = networkMeasures(network, {
    ...(options.exact ? { exactPathsUpTo: Number.POSITIVE_INFINITY } : {}),
    ...(pivots === undefined ? {} : { pivots }),
    ...(seed === undefined ? {} : { seed }),
  });
  if (options.json) {
    terminal.data(JSON.stringify({ input: report, measures }, null, 2));
    return exitCode.ok;
  }
  for (const [at, { title, lines }] of networkTables(measures).entries()) {
    if (at > 0) terminal.data('');
    terminal.data(terminal.colors.bold(title));
    for (const line of lines) terminal.data(line);
  }
  return exitCode.ok;
}

function wholeNumber(option: string, text: string | undefined, least: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && Number.isSafeInteger(value)) return value;
  throw new CollegialError({
    code: 'argument.invalid',
    message: `The option ${option} is not a whole number of at least ${least}.`,
    fix: 'Write it in digits.',
  });
}
