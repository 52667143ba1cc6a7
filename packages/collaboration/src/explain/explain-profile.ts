import type { GroupProfile, ProfileMeasures } from '@collegial/model';
import { groupMeasures } from '../measures/group-measures.ts';
import { explainCondition } from './explain-condition.ts';
import type { Naming } from './naming.ts';

/** What the figures of a profile say, by which rule, and how each condition was found. */
export function explainProfile(profile: GroupProfile, name: Naming): string[] {
  const { scope, period, schools, levels, evidence, measures, conditions, rules } = profile;
  const pieces = evidence.map(({ part, basis, pieces }) => `${pieces} ${basis} ${part}`);
  const whole = measures.find(({ part, unconfirmed }) => part === 'all' && !unconfirmed);
  return [
    `${scope.kind} ${scope.id}, ${period}: ${schools.map(name).join(', ')}.`,
    `Levels: ${levels.map(({ level, pairs }) => `${pairs} ${level}`).join(', ')} (pairs, on derived and confirmed evidence).`,
    `Pieces of evidence: ${pieces.join(', ')}.`,
    ...(whole === undefined ? [] : figures(whole)),
    ...conditions.flatMap(explainCondition),
    ...groupMeasures.map(({ title, formula, caution }) => `${title} = ${formula}. ${caution}`),
    `Rules of version ${rules}. The evidence behind each line stands in the ledger and with each pair.`,
  ];
}

function figures({ breadth, contact, giving, depth, continuity }: ProfileMeasures): string[] {
  return [
    `Breadth: ${breadth.breadth} of 8 processes; position ${said(breadth.position)}.`,
    `Contacts: ${contact.links} linked pairs, density ${said(contact.density)}. Giving: ${giving.directions} directions, edge reciprocity ${said(giving.edgeReciprocity)}, dyad reciprocity ${said(giving.dyadReciprocity)}.`,
    `Depth: ${depth.reachingTeachersOrStudents} of ${depth.stated} pieces that say who took part reach teachers or students; ${depth.pieces - depth.stated} do not say.`,
    `Continuity: ${continuity.goOn} of ${continuity.before} pairs of the year before go on.`,
  ];
}

function said(value: number | null): string {
  return value === null ? 'not known' : String(Math.round(value * 1000) / 1000);
}
