import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CollegialError } from '@collegial/model';
import type { CommandContext } from '../command.ts';
import { exitCode } from '../output/exit-code.ts';
import { templates } from './init-templates.ts';

/** Options of `collegial init`. */
export interface InitCommandOptions {
  readonly connector: string;
  readonly json?: boolean;
}

/** Writes a configuration to start from, and keeps the store and the editions out of version control. */
export async function initCommand(
  target: string | undefined,
  { connector, json }: InitCommandOptions,
  context: CommandContext,
): Promise<number> {
  const { terminal } = context;
  const directory = resolve(context.directory, target ?? '.');
  const template = templates[connector];
  if (template === undefined) {
    throw new CollegialError({
      code: 'argument.invalid',
      message: `There is no start for “${connector}”.`,
      fix: `Use one of ${Object.keys(templates).join(', ')}.`,
    });
  }
  const config = resolve(directory, 'collegial.config.ts');
  if (existsSync(config)) {
    throw new CollegialError({
      code: 'argument.invalid',
      message: 'There is a collegial.config.ts here already; nothing was changed.',
      fix: 'Edit it, or run init in another directory.',
    });
  }
  await mkdir(directory, { recursive: true });
  await writeFile(config, template.config);
  await ignore(resolve(directory, '.gitignore'), ['*.duckdb', '*.duckdb.wal', '.env', 'release/']);
  const steps = [
    `npm install collegial ${template.packages.join(' ')}`,
    ...template.steps,
    'npx collegial sync',
    'npx collegial publish',
    'npx collegial report --out report.html',
  ];
  if (json) terminal.data(JSON.stringify({ file: config, connector, next: steps }, null, 2));
  else {
    terminal.say(`Wrote ${config}. Next:`);
    for (const step of steps) terminal.say(`  ${step}`);
  }
  return exitCode.ok;
}

async function ignore(file: string, lines: readonly string[]): Promise<void> {
  const present = existsSync(file) ? await readFile(file, 'utf8') : '';
  const missing = lines.filter((line) => !present.split('\n').includes(line));
  if (missing.length > 0)
    await writeFile(
      file,
      `${present === '' || present.endsWith('\n') ? present : `${present}\n`}${missing.join('\n')}\n`,
    );
}
