import { fromParts } from '../ties/split-amount.ts';
import type { Tie, Trace } from '../ties/tie.ts';
import { dayNumber } from '../time/days.ts';
import { DayCounts, wholeEvent } from './day-counts.ts';
import { levelMarks } from './level-marks.ts';
import { normaliseAim } from './normalise-aim.ts';

/** Traces that link two schools and stand in their ledger, and never make a flow: rewarding managed moves by number would invite them (B13). */
const linksOnly: ReadonlySet<Trace> = new Set(['managed-move']);

/**
 * What came together in one academic year, in numbers to which a tie can be added and from which it can be taken again. What few pairs
 * have is kept in maps that are only made when needed: a country has hundreds of thousands of pairs.
 */
export class YearTotals {
  ties = 0;
  readonly events = new DayCounts();
  /** Events to which each of the two schools contributed. */
  readonly contributed: [number, number] = [0, 0];
  /** By direction, in whole parts; see {@link directedAmounts}. */
  readonly knowledge: [number, number] = [0, 0];
  readonly seenDays: [number, number] = [0, 0];
  readonly recordedDays: [number, number] = [0, 0];
  readonly pooled: [number, number] = [0, 0];
  /** Places seen in records, of whichever trace: detectors hand in each place once. */
  readonly seenPlaces: [number, number] = [0, 0];
  /** Places recorded by hand, which may be the same ones. */
  readonly recordedPlaces: [number, number] = [0, 0];
  aims: Map<string, DayCounts> | undefined;
  /** Arrangements by how many days they lasted. */
  structures: Map<number, number> | undefined;
  sharedResponsibility = 0;
  newThings = 0;
  agreedValues = 0;
}

/** Adds a tie to a year (`sign` 1) or takes it out again (`sign` −1). */
export function changeYear(totals: YearTotals, tie: Tie, sign: 1 | -1): void {
  totals.ties += sign;
  if (tie.eventWeight > 0) changeEvents(totals, tie, sign);
  for (const { provider, unit, parts } of tie.flows) {
    const direction = provider === tie.schools[0] ? 0 : 1;
    if (unit === 'places') {
      const places = tie.basis === 'derived' ? totals.seenPlaces : totals.recordedPlaces;
      if (!linksOnly.has(tie.trace)) places[direction] += sign * parts;
    } else if (unit === 'staff-days')
      (tie.basis === 'derived' ? totals.seenDays : totals.recordedDays)[direction] += sign * parts;
    else if (unit === 'staff-hours' && tie.flow === 'knowledge') totals.knowledge[direction] += sign * parts;
    else if (unit === 'pounds' && tie.kind === 'pooled-fund') totals.pooled[direction] += sign * parts;
  }
  if (tie.structure && tie.basis === 'derived') {
    const days = dayNumber(tie.to) - dayNumber(tie.from) + 1;
    totals.structures ??= new Map();
    if (days > 0) totals.structures.set(days, (totals.structures.get(days) ?? 0) + sign);
  }
  const marks = levelMarks(tie);
  if (marks.sharedResponsibility) totals.sharedResponsibility += sign;
  if (marks.newThing) totals.newThings += sign;
  if (marks.agreedValues) totals.agreedValues += sign;
}

function changeEvents(totals: YearTotals, tie: Tie, sign: 1 | -1): void {
  const parts = sign * Math.round(tie.eventWeight * wholeEvent);
  totals.events.change(tie.from, parts);
  if (tie.contributed[0]) totals.contributed[0] += sign;
  if (tie.contributed[1]) totals.contributed[1] += sign;
  const aim = normaliseAim(tie.aim);
  if (aim === null) return;
  totals.aims ??= new Map();
  const known = totals.aims.get(aim) ?? new DayCounts();
  totals.aims.set(aim, known);
  known.change(tie.from, parts);
}

/** What flowed in one direction in one year. Places seen and places recorded count once, the larger. */
export function directedAmounts(totals: YearTotals | undefined, direction: 0 | 1) {
  if (totals === undefined)
    return { knowledgeHours: 0, seenDays: 0, recordedDays: 0, places: 0, pooledMoney: 0 };
  const { knowledge, seenDays, recordedDays, pooled, seenPlaces, recordedPlaces } = totals;
  return {
    knowledgeHours: fromParts(knowledge[direction]),
    seenDays: fromParts(seenDays[direction]),
    recordedDays: fromParts(recordedDays[direction]),
    places: fromParts(Math.max(seenPlaces[direction], recordedPlaces[direction])),
    pooledMoney: fromParts(pooled[direction]),
  };
}

/** Occasions with the aim that had the most of them. */
export function mostOccasions(totals: YearTotals | undefined): number {
  let most = 0;
  for (const days of totals?.aims?.values() ?? []) most = Math.max(most, days.count());
  return most;
}

/** Days for which the longest arrangement lasted. */
export function longestStructure(totals: YearTotals | undefined): number {
  let longest = 0;
  for (const [days, count] of totals?.structures ?? []) if (count > 0) longest = Math.max(longest, days);
  return longest;
}
