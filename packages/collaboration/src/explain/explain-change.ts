import type { LevelChange } from '../levels/level-changes.ts';
import { nameSchools } from '../levels/name-schools.ts';
import type { Naming } from './naming.ts';

const ways = { up: 'rose', down: 'fell', beside: 'stayed' } as const;

/** Why a level is not what it was in the period before. */
export function explainChange(
  { schools, from, to, direction, gained, lost }: LevelChange,
  name: Naming,
): string[] {
  const [one, other] = schools.map(name);
  const named = (text: string) => nameSchools(text, schools, name);
  return [
    `${one} and ${other} ${ways[direction]} from ${from.level} in ${from.period} to ${to.level} in ${to.period}; with unconfirmed evidence from ${from.levelWithUnconfirmed} to ${to.levelWithUnconfirmed}.`,
    ...gained.map(({ title, detail }) => `Met now, and not before: ${title} – ${named(detail)}.`),
    ...lost.map(({ title, detail }) => `Met before, and not now: ${title} – ${named(detail)}.`),
  ];
}
