import { type GroupProfile, type ProfileMeasures, processes, type Survival } from '@collegial/model';
import { groupMeasures } from '../measures/group-measures.ts';
import { explainCondition } from './explain-condition.ts';
import type { Naming } from './naming.ts';
import { said } from './said.ts';

/** What the figures of a profile say, by which rule, and how each condition was found. */
export function explainProfile(profile: GroupProfile, name: Naming): string[] {
  const { scope, period, schools, levels, evidence, measures, conditions, rules } = profile;
  const pieces = evidence.map(({ part, basis, pieces }) => `${pieces} ${basis} ${part}`);
  return [
    `${scope.kind} ${scope.id}, ${period}: ${schools.map(name).join(', ')}.`,
    `Levels: ${levels.map(({ level, pairs, pairsWithUnconfirmed }) => `${pairs} ${level} (${pairsWithUnconfirmed} with unconfirmed evidence)`).join(', ')}, in pairs.`,
    `Pieces of evidence: ${pieces.join(', ')}.`,
    ...measures.flatMap((one) => figures(one, name)),
    ...leaving(profile, name),
    ...contributions(profile, name),
    ...surroundings(profile, name),
    ...conditions.flatMap(explainCondition),
    ...groupMeasures.map(({ title, formula, caution }) => `${title} = ${formula}. ${caution}`),
    `Rules of version ${rules}. The evidence behind each line stands in the ledger and with each pair.`,
  ];
}

function figures(measures: ProfileMeasures, name: Naming): string[] {
  const { part, unconfirmed, breadth, contact, giving, depth, continuity } = measures;
  const spread = breadth.processes.map(({ process, pairs }) => `${process} ${pairs}`).join(', ');
  return [
    `On ${part === 'all' ? 'all' : part} evidence, ${unconfirmed ? 'what is unconfirmed too' : 'derived and confirmed'}:`,
    `Breadth: ${breadth.breadth} of 8 processes${spread === '' ? '' : ` (pairs: ${spread})`}; position ${said(breadth.position)}.`,
    `Contacts: ${contact.links} linked pairs, density ${said(contact.density)}, centralisation ${said(contact.centralisation)}, ${contact.components.length} sets of linked schools; without a link: ${list(contact.isolates.map(name))}; holding sets together: ${list(contact.articulationPoints.map(name))}.`,
    `Giving: ${giving.directions} directions, edge reciprocity ${said(giving.edgeReciprocity)}, dyad reciprocity ${said(giving.dyadReciprocity)}, centralisation of giving ${said(giving.givingCentralisation)}, of receiving ${said(giving.receivingCentralisation)}.`,
    `Depth: ${depth.reachingTeachersOrStudents} of ${depth.stated} pieces that say who took part reach teachers or students, ${depth.reachingStudents} students, ${depth.headsOnly} heads alone; ${depth.pieces - depth.stated} of ${depth.pieces} do not say. Share ${said(depth.share)}, of hours ${said(depth.shareOfHours)}.`,
    `Continuity: ${continuity.goOn} of ${continuity.before} pairs of the year before go on, ${continuity.new} are new.`,
  ];
}

function leaving({ withoutSchool, withoutPerson }: GroupProfile, name: Naming): string[] {
  return [
    ...withoutSchool.map((one) => `Without ${name(one.school)} ${remains(one)}`),
    ...(withoutPerson ?? []).map(
      (one) =>
        `Without person ${one.person}${one.coordinator ? ', the coordinator' : ''}, shared by ${one.schools.map(name).join(', ')}: ${remains(one)}`,
    ),
  ];
}

function remains(
  one: GroupProfile['withoutSchool'][number] | NonNullable<GroupProfile['withoutPerson']>[number],
) {
  return `${one.linksLeft} links are left and ${one.linksLost} lost, in ${one.components} sets; processes that nobody is left in: ${list(one.processesLost)}.`;
}

function contributions({ contributions: lines }: GroupProfile, name: Naming): string[] {
  return lines.map(
    ({
      school,
      process,
      unit,
      basis,
      gave,
      received,
      gaveTagged,
      receivedTagged,
      gavePer100,
      receivedPer100,
    }) =>
      `${name(school)}, ${processes.find(({ id }) => id === process)?.title ?? process}: gave ${gave} and received ${received} ${unit} (${basis}; tagged ${said(gaveTagged)} and ${said(receivedTagged)}; for each 100 students ${said(gavePer100)} and ${said(receivedPer100)}).`,
  );
}

function surroundings(profile: GroupProfile, name: Naming): string[] {
  const { attainment, survival, coordinator, outsideChallenge, guards } = profile;
  const { saturation, oneSided } = guards;
  return [
    attainment === null
      ? 'Attainment: no school has a figure.'
      : `Attainment (${attainment.measure}, ${attainment.source}, ${attainment.period}): mean ${said(attainment.mean)}, spread ${said(attainment.standardDeviation)}, ${said(attainment.lowest)} to ${said(attainment.highest)}, ${attainment.schools} of ${attainment.of} schools.`,
    ...survivalOf('After the end of money', survival.funding),
    ...survivalOf('After a head left', survival.head),
    `Coordinator: ${coordinator.present ? 'present' : 'none'}, on ${said(coordinator.shareOfYear)} of the year.`,
    `Challenge from outside: ${outsideChallenge.activities} activities, ${outsideChallenge.activitiesWithUnconfirmed} with unconfirmed ones.`,
    `Events beyond ${saturation.threshold} a pair raise nothing: ${said(saturation.share)} of all events, of ${list(saturation.pairs.map(({ schools, events }) => `${schools.map(name).join(' and ')} (${said(events)})`))}.`,
    ...oneSided.map(
      ({ schools, recordedBy, activities }) =>
        `Of ${schools.map(name).join(' and ')} only ${name(recordedBy)} records: ${activities} activities.`,
    ),
  ];
}

function survivalOf(title: string, { occasions, pairs, tooEarly, curve }: Survival): string[] {
  return [
    `${title}: ${occasions ?? 'not shown'} occasions, ${pairs} pairs linked then, ${tooEarly} too early to tell.`,
    ...curve.map(
      ({ years, atRisk, ended, censored, survival }) =>
        `After ${years} years: ${atRisk} observed, ${ended} ended, ${censored} not observed further; ${said(survival)} still linked.`,
    ),
  ];
}

function list(words: readonly string[]): string {
  return words.length === 0 ? 'none' : words.join(', ');
}
