import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { objectiveNames, suggestGroups } from '@collegial/collaboration';
import type { CommandContext } from '../command.ts';
import { groupsText } from '../grouping/groups-text.ts';
import { parseNumber, parseSets, parseSize, parseWeights, parseWhole } from '../grouping/parse-options.ts';
import { renderPicture } from '../grouping/picture.ts';
import { readSchools } from '../grouping/read-schools.ts';
import { saySchools } from '../grouping/say-schools.ts';
import { exitCode } from '../output/exit-code.ts';
import { bar, progress } from '../output/progress.ts';

/** Options of `collegial groups`. */
export interface GroupsCommandOptions {
  readonly size?: string;
  readonly maxDistance?: string;
  readonly keep?: readonly string[];
  readonly apart?: readonly string[];
  readonly weight?: readonly string[];
  readonly alternatives?: string;
  readonly seed?: string;
  readonly effort?: string;
  readonly picture?: string;
  readonly json?: boolean;
}

/** Proposes groups for the schools of a CSV file: no configuration, no store, no MIS. */
export async function groupsCommand(
  file: string,
  options: GroupsCommandOptions,
  { terminal, directory, signal }: CommandContext,
): Promise<number> {
  const { size, maxDistance, keep = [], apart = [], weight = [], alternatives, seed, effort } = options;
  const given = {
    ...(size === undefined ? {} : { size: parseSize(size) }),
    ...(maxDistance === undefined ? {} : { maxDistance: parseNumber('--max-distance', maxDistance) }),
    ...(alternatives === undefined ? {} : { alternatives: parseWhole('--alternatives', alternatives) }),
    ...(seed === undefined ? {} : { seed: parseWhole('--seed', seed) }),
    ...(effort === undefined ? {} : { effort: parseNumber('--effort', effort) }),
    weights: parseWeights(weight, objectiveNames),
  };
  const { schools, report } = await readSchools(file, directory);
  saySchools(report, terminal);
  const known = new Set(schools.map(({ id }) => id));
  const show = progress(terminal);
  const suggestions = await suggestGroups(schools, {
    ...given,
    existingTies: keep.includes('groups') ? 'keep' : 'encourage',
    together: parseSets(
      '--keep',
      keep.filter((ids) => ids !== 'groups'),
      known,
    ),
    apart: parseSets('--apart', apart, known),
    signal,
    onProgress: ({ share, step }) => show(`${bar(share)} ${step}`),
  });
  terminal.status('');
  if (options.picture !== undefined) {
    const out = resolve(directory, options.picture);
    const picture = renderPicture(suggestions, schools, out);
    await mkdir(dirname(out), { recursive: true });
    await writeFile(out, picture);
    terminal.say(`Wrote ${out}. Open it in a browser.`);
  }
  for (const note of suggestions.notes) terminal.say(note);
  if (options.json) terminal.data(JSON.stringify({ input: report, ...suggestions }, null, 2));
  else {
    const names = new Map(schools.map(({ id, name }) => [id, name]));
    for (const line of groupsText(suggestions, (id) => names.get(id) ?? id, terminal.colors))
      terminal.data(line);
  }
  return exitCode.ok;
}
