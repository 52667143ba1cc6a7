import { objectiveNames, type SuggestGroupsOptions } from '../grouping-options.ts';
import type { GroupingProblem } from '../problem/problem.ts';

/** What a reader of the proposals must know. */
export function notesOf(
  { objectives, schools }: GroupingProblem,
  { weights, existingTies }: SuggestGroupsOptions,
  found: number,
  wanted: number,
): string[] {
  const notes: string[] = [];
  const wordsOf = {
    alike: 'that groups are alike',
    mixed: 'that attainment is mixed',
    complement: 'strengths and needs',
    distance: 'distance',
    ties: 'existing ties',
  };
  const silent = objectiveNames.filter(
    (name) =>
      !objectives.includes(name) && weights?.[name] !== 0 && !(name === 'ties' && existingTies !== undefined),
  );
  if (silent.length > 0)
    notes.push(
      `Not counted, because the table says nothing of it: ${silent.map((name) => wordsOf[name]).join(', ')}.`,
    );
  const unknown = schools.filter(({ attainment }) => attainment == null).length;
  if (unknown > 0 && unknown < schools.length)
    notes.push(
      `The attainment of ${unknown} of ${schools.length} schools is not known: they are placed by the rest.`,
    );
  const lost = schools.filter(({ place }) => !place).length;
  if (lost > 0 && lost < schools.length)
    notes.push(
      `The place of ${lost} of ${schools.length} schools is not known: distance does not count for them.`,
    );
  if (found < wanted)
    notes.push(
      found === 1
        ? 'There is only this proposal: the conditions leave no other that differs enough.'
        : `There are only ${found} proposals: no other was found that differs enough.`,
    );
  return notes;
}
