import { fitNames, suggestPartners } from '@collegial/collaboration';
import { CollegialError } from '@collegial/model';
import type { CommandContext } from '../command.ts';
import { parseNumber, parseWeights, parseWhole } from '../grouping/parse-options.ts';
import { partnersText } from '../grouping/partners-text.ts';
import { readSchools } from '../grouping/read-schools.ts';
import { saySchools } from '../grouping/say-schools.ts';
import { exitCode } from '../output/exit-code.ts';

/** Options of `collegial partners`. */
export interface PartnersCommandOptions {
  readonly school?: string;
  readonly maxDistance?: string;
  readonly weight?: readonly string[];
  readonly most?: string;
  readonly team?: string;
  readonly json?: boolean;
}

/** Proposes partners for one school of a CSV file: no configuration, no store, no MIS. */
export async function partnersCommand(
  file: string,
  options: PartnersCommandOptions,
  { terminal, directory }: CommandContext,
): Promise<number> {
  const { school, maxDistance, weight = [], most, team } = options;
  if (school === undefined)
    throw new CollegialError({
      code: 'argument.invalid',
      message: 'The option --school is missing.',
      fix: 'Give the id of the school for which partners are wanted.',
    });
  const given = {
    ...(maxDistance === undefined ? {} : { maxDistance: parseNumber('--max-distance', maxDistance) }),
    ...(most === undefined ? {} : { most: parseWhole('--most', most) }),
    ...(team === undefined ? {} : { teamSize: parseWhole('--team', team) }),
    weights: parseWeights(weight, fitNames),
  };
  const { schools, report } = await readSchools(file, directory);
  saySchools(report, terminal);
  const suggestions = suggestPartners(school, schools, given);
  for (const note of suggestions.notes) terminal.say(note);
  if (options.json) terminal.data(JSON.stringify({ input: report, ...suggestions }, null, 2));
  else {
    const names = new Map(schools.map(({ id, name }) => [id, name]));
    for (const line of partnersText(suggestions, (id) => names.get(id) ?? id, terminal.colors))
      terminal.data(line);
  }
  return exitCode.ok;
}
