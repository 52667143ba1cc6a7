import type { ActionLearning } from '../action-learning/action-learning-of.ts';
import { nameSchools } from '../levels/name-schools.ts';
import { jointRecordMeasures } from '../measures/joint-record-measures.ts';
import type { PartnershipResult } from '../partnership/partnership-of.ts';
import type { Naming } from './naming.ts';

/** How a partnership stands, in words, with the rule of each figure. */
export function explainPartnership(result: PartnershipResult, name: Naming): string[] {
  const { partnership, asOf, members, roles, protocols, explanation } = result;
  return [
    `${partnership.name}, ${asOf}: ${members.map(name).join(', ')}.`,
    `Roles named for ${roles.named} of ${roles.members} members; protocols agreed by all: ${protocols.agreed} of ${protocols.stated}.`,
    ...explanation.map((line) => nameSchools(line, members, name)),
    ...rulesOf('partnership'),
  ];
}

/** How an action learning set stands, in words, with the rule of each figure. */
export function explainActionLearning(result: ActionLearning, name: Naming): string[] {
  const { set, asOf, size, cycles, cyclesCompleted, withoutAccount, explanation } = result;
  return [
    `${set.name}, ${asOf}: ${size.people} people from ${size.schools} schools; ${cyclesCompleted} of ${cycles.length} cycles completed.`,
    ...explanation.map((line) => nameSchools(line, withoutAccount, name)),
    ...rulesOf('action-learning-set'),
  ];
}

function rulesOf(about: 'partnership' | 'action-learning-set'): string[] {
  return jointRecordMeasures
    .filter((measure) => measure.about === about)
    .map(({ title, formula, caution }) => `${title} = ${formula}. ${caution}`);
}
