import { readFile } from 'node:fs/promises';
import { type Arguments, readArguments } from './arguments.ts';
import { ask, type Conversation, Stopped } from './ask.ts';
import { type CreateConnectorOptions, createConnector } from './create-connector.ts';
import { help } from './help.ts';
import { nextSteps } from './next-steps.ts';
import { ScaffoldError } from './scaffold-error.ts';

/** What the command is run with. */
export interface Surroundings {
  readonly directory: string;
  /** True when somebody can be asked. */
  readonly interactive: boolean;
  /** Writes to stdout, for programs. */
  print(text: string): void;
  /** Writes to stderr, for people. */
  say(text: string): void;
  readonly conversation?: Conversation;
}

/**
 * Runs the command.
 *
 * @returns its exit code
 */
export async function run(written: readonly string[], surroundings: Surroundings): Promise<number> {
  const json = written.includes('--json');
  try {
    const given = readArguments(written);
    if (given.help) surroundings.print(help);
    else if (given.version) surroundings.print(`${await ownVersion()}\n`);
    else await create(given, surroundings);
    return 0;
  } catch (error) {
    return explain(error, json, surroundings);
  }
}

async function create(given: Arguments, surroundings: Surroundings): Promise<void> {
  const { directory, interactive, print, say, conversation } = surroundings;
  const answers = interactive && !given.yes && !given.json ? await ask(given, conversation) : given;
  if (answers.vendor === undefined)
    throw new ScaffoldError(
      'The name of the vendor is missing, and nobody can be asked.',
      'Give it: npm create collegial-connector "Acme MIS" -- --yes',
    );
  // What cannot be used is refused by createConnector, by name.
  const options = { ...answers, workingDirectory: directory } as CreateConnectorOptions;
  const created = await createConnector(options);
  const { commands, note } = await nextSteps(created, directory, await ownVersion());
  if (given.json)
    print(`${JSON.stringify({ ...created, next: commands, ...(note && { note }) }, null, 2)}\n`);
  else
    say(
      `Wrote ${created.files.length} files to ${created.directory}.\n\nNext:\n${commands
        .map((command) => `  ${command}\n`)
        .join(
          '',
        )}${note === undefined ? '' : `\n${note}\n`}\nThen follow README.md: it leads from here to your connector.\n`,
    );
}

function explain(error: unknown, json: boolean, { print, say }: Surroundings): number {
  if (error instanceof Stopped) {
    say('Stopped; nothing was written.\n');
    return 130;
  }
  const message = error instanceof Error ? error.message : String(error);
  const fix = error instanceof ScaffoldError ? error.fix : undefined;
  if (json) print(`${JSON.stringify({ error: { message, ...(fix && { fix }) } }, null, 2)}\n`);
  else say(`${message}${fix === undefined ? '' : ` ${fix}`}\n`);
  return fix === undefined ? 1 : 2;
}

async function ownVersion(): Promise<string> {
  const text = await readFile(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
