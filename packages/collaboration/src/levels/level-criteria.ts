import { formatAcademicYear, type LevelCriterion, type LevelThresholds } from '@collegial/model';
import { criteriaMet, yearsOfJointWork } from './level-of-measures.ts';
import type { DirectedMeasures, JointWork, PairMeasures } from './pair-measures.ts';

/**
 * The criteria of all levels, met and missed, each with what was measured and what it needs, in words and figures. No
 * aim, product or person is named: what stands here may be read by partner schools.
 *
 * @param pieces pieces of evidence of any kind, in this year and the one before
 */
export function levelCriteria(
  measures: PairMeasures,
  schools: readonly [string, string],
  thresholds: LevelThresholds,
  pieces: number,
): LevelCriterion[] {
  const { events, contributed, flows, years } = measures;
  const met = criteriaMet(measures, thresholds);
  const [one, other] = schools;
  const size = `${thresholds.knowledgeHours} staff-hours of knowledge, ${thresholds.staffDays} staff-days, ${thresholds.places} places or pooled money`;
  const hours = flows[0].knowledgeHours + flows[1].knowledgeHours;
  const { sharedResponsibility, newThings, agreedValues } = measures;
  return [
    {
      id: 'association.link',
      level: 'association',
      title: 'Any joint event, arrangement or trace in records',
      met: met.link,
      detail: `${pieces} ${pieces === 1 ? 'piece' : 'pieces'} of evidence (needs 1)`,
    },
    {
      id: 'cooperation.events',
      level: 'cooperation',
      title: 'Joint events in a year',
      met: met.events,
      detail: `${shown(events)} joint events (needs ${thresholds.events})`,
    },
    {
      id: 'cooperation.both-contributed',
      level: 'cooperation',
      title: 'Both schools contributed to their joint events',
      met: met.bothContributed,
      detail: bothInWords(contributed, schools),
    },
    {
      id: 'cooperation.flow',
      level: 'cooperation',
      title: 'A flow of cooperation size in either direction in a year, in place of such events',
      met: met.flows[0] || met.flows[1],
      detail: `${flowInWords(flows[0], one, other)}; ${flowInWords(flows[1], other, one)} (needs ${size} one way)`,
    },
    {
      id: 'collaboration.joint-work',
      level: 'collaboration',
      title: 'Joint work: a named aim with several occasions, or a shared post or course of a term',
      met: met.jointWork,
      detail: `${years.slice(0, 2).map(jointWorkInWords).join('; ')} (needs ${thresholds.occasions} occasions, or ${weeks(thresholds.termDays)} weeks)`,
    },
    {
      id: 'collaboration.knowledge',
      level: 'collaboration',
      title: 'Knowledge shared, both directions together',
      met: met.knowledge,
      detail: `${shown(hours)} staff-hours of knowledge a year, ${whoGave(flows, schools)} (needs ${thresholds.collaborationKnowledgeHours})`,
    },
    {
      id: 'collaboration.resources',
      level: 'collaboration',
      title: 'Resources shared, both directions together, in place of such knowledge',
      met: met.resources,
      detail: `${resourcesInWords(flows)} (needs ${thresholds.collaborationStaffDays} staff-days, ${thresholds.collaborationPlaces} places or pooled money)`,
    },
    {
      id: 'collegiality.years',
      level: 'collegiality',
      title: 'Joint work in consecutive years',
      met: met.years,
      detail: `${yearsOfJointWork(years, thresholds)} consecutive years with joint work (needs ${thresholds.years})`,
    },
    {
      id: 'collegiality.both-ways',
      level: 'collegiality',
      title: 'A flow of cooperation size in each direction',
      met: met.flows[0] && met.flows[1],
      detail: `${waysInWords(met.flows, schools)} (needs ${size} each way)`,
    },
    {
      id: 'collegiality.marks',
      level: 'collegiality',
      title: 'Shared responsibility, new things made together, agreed values',
      met: met.marks >= thresholds.marks,
      detail: `${sharedResponsibility} of shared responsibility, ${newThings} of new things made together, ${agreedValues} of agreed values (needs ${thresholds.marks} of the three kinds)`,
    },
  ];
}

/** Rounded down, so that what falls short never reads as enough. */
function shown(value: number, decimals = 1): string {
  const factor = 10 ** decimals;
  return String(Math.floor(value * factor + 1e-5) / factor);
}

function weeks(days: number): string {
  return shown(days / 7, 0);
}

function bothInWords(contributed: readonly [boolean, boolean], schools: readonly [string, string]): string {
  if (contributed[0] && contributed[1]) return 'both contributed';
  if (contributed[0]) return `only ${schools[0]} contributed`;
  if (contributed[1]) return `only ${schools[1]} contributed`;
  return 'neither contributed';
}

function flowInWords(flow: DirectedMeasures, from: string, to: string): string {
  const amounts = [
    flow.knowledgeHours > 0 ? `${shown(flow.knowledgeHours)} staff-hours of knowledge` : '',
    flow.staffDays > 0 ? `${shown(flow.staffDays, 0)} staff-days` : '',
    flow.places > 0 ? `${shown(flow.places)} places` : '',
    flow.pooledMoney > 0 ? 'pooled money' : '',
  ].filter(Boolean);
  return `${amounts.length === 0 ? 'nothing' : amounts.join(', ')} from ${from} to ${to}`;
}

function resourcesInWords(flows: PairMeasures['flows']): string {
  const sum = (amount: (flow: DirectedMeasures) => number) => amount(flows[0]) + amount(flows[1]);
  const money = sum((flow) => flow.pooledMoney) > 0 ? 'pooled money' : 'no pooled money';
  return `${shown(
    sum((flow) => flow.staffDays),
    0,
  )} staff-days, ${shown(sum((flow) => flow.places))} places, ${money} a year`;
}

function jointWorkInWords({ academicYear, occasions, structureDays }: JointWork): string {
  const arrangement =
    structureDays > 0
      ? `an arrangement seen in records for ${weeks(structureDays)} weeks`
      : 'no arrangement seen in records';
  return `${formatAcademicYear(academicYear)}: ${shown(occasions)} occasions with one aim, ${arrangement}`;
}

function whoGave(flows: PairMeasures['flows'], [one, other]: readonly [string, string]): string {
  const [there, back] = flows.map((flow) => flow.knowledgeHours > 0);
  if (there && back) return 'given by both';
  return there ? `given by ${one} alone` : back ? `given by ${other} alone` : 'given by neither';
}

function waysInWords([there, back]: readonly [boolean, boolean], [one, other]: readonly [string, string]) {
  if (there && back) return 'in each direction';
  if (there) return `only from ${one} to ${other}`;
  return back ? `only from ${other} to ${one}` : 'in neither direction';
}
