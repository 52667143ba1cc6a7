import { parseArgs } from 'node:util';
import { ScaffoldError } from './scaffold-error.ts';

/** What was said on the command line. */
export interface Arguments {
  readonly vendor?: string;
  readonly directory?: string;
  readonly packageName?: string;
  readonly access?: string;
  readonly paging?: string;
  readonly entities?: readonly string[];
  readonly yes: boolean;
  readonly json: boolean;
  readonly help: boolean;
  readonly version: boolean;
}

const options = {
  directory: { type: 'string', short: 'd' },
  package: { type: 'string' },
  access: { type: 'string' },
  paging: { type: 'string' },
  entities: { type: 'string' },
  yes: { type: 'boolean', short: 'y', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', default: false },
} as const;

/**
 * Reads the arguments of the command; answers are not checked yet.
 *
 * @throws ScaffoldError for options that there are not
 */
export function readArguments(written: readonly string[]): Arguments {
  const { values, positionals } = parsed(written);
  if (positionals.length > 1)
    throw new ScaffoldError(
      `There are ${positionals.length} names of vendors.`,
      `Put quotes around the name: "${positionals.join(' ')}".`,
    );
  const { package: packageName, entities, directory, access, paging, ...flags } = values;
  return {
    ...flags,
    ...(positionals[0] !== undefined && { vendor: positionals[0] }),
    ...(directory !== undefined && { directory }),
    ...(packageName !== undefined && { packageName }),
    ...(access !== undefined && { access }),
    ...(paging !== undefined && { paging }),
    ...(entities !== undefined && { entities: entities.split(',').map((entity) => entity.trim()) }),
  };
}

function parsed(written: readonly string[]) {
  try {
    return parseArgs({ args: [...written], options, allowPositionals: true });
  } catch (error) {
    // The first sentence names the option; the rest is about Node.
    const [sentence] = (error as Error).message.split('. ');
    throw new ScaffoldError(`${sentence?.replace(/\.$/, '')}.`, 'See `--help` for the options.');
  }
}
