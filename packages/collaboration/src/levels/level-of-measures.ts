import type { CollaborationLevel, LevelCriterion } from '@collegial/model';
import type { LevelThresholds } from './level-rules.ts';
import type { DirectedMeasures, PairMeasures } from './pair-measures.ts';

/** A level with the criteria that were met and missed on the way to it. */
export interface AssessedLevel {
  readonly level: CollaborationLevel;
  readonly criteria: readonly LevelCriterion[];
}

/** Sums of fractions may fall short of a whole by less than this. */
const tolerance = 1e-9;

/**
 * The level of a pair from its measures, up to cooperation. Association needs any evidence; cooperation needs, besides,
 * enough joint events to which both contributed, or a flow of cooperation size in either direction (B1).
 */
export function levelOfMeasures(
  measures: PairMeasures,
  schools: readonly [string, string],
  thresholds: LevelThresholds,
): AssessedLevel {
  const { links, events, contributed, flows } = measures;
  const linked = links > 0;
  const enough = events >= thresholds.events - tolerance;
  const both = contributed[0] && contributed[1];
  const sized = flows.map((flow) => isCooperationSize(flow, thresholds));
  const criteria: LevelCriterion[] = [
    {
      id: 'association.link',
      title: 'Any joint event, arrangement or trace in staff records',
      met: linked,
      detail: links === 1 ? '1 piece of evidence (needs 1)' : `${links} pieces of evidence (needs 1)`,
    },
    {
      id: 'cooperation.events',
      title: 'Joint events in a year',
      met: enough,
      detail: `${shown(events)} joint events (needs ${thresholds.events})`,
    },
    {
      id: 'cooperation.both-contributed',
      title: 'Both schools contributed to their joint events',
      met: both,
      detail: bothInWords(contributed, schools),
    },
    {
      id: 'cooperation.flow',
      title: 'A flow of cooperation size in either direction in a year',
      met: sized.includes(true),
      detail: `${flowInWords(flows[0], schools[0], schools[1])}; ${flowInWords(flows[1], schools[1], schools[0])} (needs ${thresholds.knowledgeHours} staff-hours of knowledge, ${thresholds.staffDays} staff-days, ${thresholds.places} places or pooled money one way)`,
    },
  ];
  const cooperation = linked && ((enough && both) || sized.includes(true));
  return { level: cooperation ? 'cooperation' : linked ? 'association' : 'no-link-seen', criteria };
}

function isCooperationSize(flow: DirectedMeasures, thresholds: LevelThresholds): boolean {
  return (
    flow.knowledgeHours >= thresholds.knowledgeHours - tolerance ||
    flow.staffDays >= thresholds.staffDays - tolerance ||
    flow.places >= thresholds.places - tolerance ||
    flow.pooledMoney > 0
  );
}

/** Rounded down, so that what falls short never reads as enough. */
function shown(value: number, decimals = 1): string {
  const factor = 10 ** decimals;
  return String(Math.floor(value * factor + 1e-6) / factor);
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
