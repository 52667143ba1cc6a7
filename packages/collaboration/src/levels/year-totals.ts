import { fromParts } from '../ties/split-amount.ts';
import type { Tie, Trace } from '../ties/tie.ts';
import { dayNumber } from '../time/days.ts';
import { createDayCounts, type DayCounts, wholeEvent } from './day-counts.ts';
import { levelMarks } from './level-marks.ts';
import { normaliseAim } from './normalise-aim.ts';
import { pieceOfEvidence } from './piece-of-evidence.ts';

/** What came together in one academic year, in numbers to which a tie can be added and from which it can be taken again. */
export interface YearTotals {
  /** Ties by the piece of evidence that they come from. */
  readonly pieces: Map<unknown, number>;
  readonly events: DayCounts;
  /** Events to which each of the two schools contributed. */
  readonly contributed: [number, number];
  /** By direction, in whole parts; see {@link directedAmounts}. */
  readonly amounts: { readonly [Slot in AmountSlot]: [number, number] };
  /** Places by what saw them: the same students may be seen by several traces. */
  readonly places: Map<Trace, [number, number]>;
  readonly aims: Map<string, DayCounts>;
  /** Arrangements by how many days they lasted. */
  readonly structures: Map<number, number>;
  sharedResponsibility: number;
  newThings: number;
  agreedValues: number;
}

type AmountSlot = 'knowledge' | 'seenDays' | 'recordedDays' | 'pooled';

/** Traces that link two schools and stand in their ledger, and never make a flow: rewarding managed moves by number would invite them (B13). */
const linksOnly: ReadonlySet<Trace> = new Set(['managed-move']);

/** A year in which nothing has been seen yet. */
export function createYearTotals(): YearTotals {
  return {
    pieces: new Map(),
    events: createDayCounts(),
    contributed: [0, 0],
    amounts: { knowledge: [0, 0], seenDays: [0, 0], recordedDays: [0, 0], pooled: [0, 0] },
    places: new Map(),
    aims: new Map(),
    structures: new Map(),
    sharedResponsibility: 0,
    newThings: 0,
    agreedValues: 0,
  };
}

/** Adds a tie to a year (`sign` 1) or takes it out again (`sign` −1). */
export function changeYear(totals: YearTotals, tie: Tie, sign: 1 | -1): void {
  const piece = pieceOfEvidence(tie);
  const left = (totals.pieces.get(piece) ?? 0) + sign;
  if (left > 0) totals.pieces.set(piece, left);
  else totals.pieces.delete(piece);
  if (tie.eventWeight > 0) changeEvents(totals, tie, sign);
  for (const { provider, unit, parts } of tie.flows) {
    const direction = provider === tie.schools[0] ? 0 : 1;
    if (unit === 'places') {
      if (!linksOnly.has(tie.trace)) placesOf(totals, tie.trace)[direction] += sign * parts;
    } else if (unit === 'staff-days')
      totals.amounts[tie.basis === 'derived' ? 'seenDays' : 'recordedDays'][direction] += sign * parts;
    else if (unit === 'staff-hours' && tie.flow === 'knowledge')
      totals.amounts.knowledge[direction] += sign * parts;
    else if (unit === 'pounds' && tie.kind === 'pooled-fund')
      totals.amounts.pooled[direction] += sign * parts;
  }
  if (tie.structure && tie.basis === 'derived') {
    const days = dayNumber(tie.to) - dayNumber(tie.from) + 1;
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
  const known = totals.aims.get(aim) ?? createDayCounts();
  totals.aims.set(aim, known);
  known.change(tie.from, parts);
}

function placesOf(totals: YearTotals, trace: Trace): [number, number] {
  const known = totals.places.get(trace) ?? [0, 0];
  totals.places.set(trace, known);
  return known;
}

/** What flowed in one direction in one year. What was seen in several ways counts once, the largest of them. */
export function directedAmounts(totals: YearTotals | undefined, direction: 0 | 1) {
  if (totals === undefined)
    return { knowledgeHours: 0, seenDays: 0, recordedDays: 0, places: 0, pooledMoney: 0 };
  const { knowledge, seenDays, recordedDays, pooled } = totals.amounts;
  let places = 0;
  for (const parts of totals.places.values()) places = Math.max(places, parts[direction]);
  return {
    knowledgeHours: fromParts(knowledge[direction]),
    seenDays: fromParts(seenDays[direction]),
    recordedDays: fromParts(recordedDays[direction]),
    places: fromParts(places),
    pooledMoney: fromParts(pooled[direction]),
  };
}

/** Occasions with the aim that had the most of them. */
export function mostOccasions(totals: YearTotals | undefined): number {
  let most = 0;
  for (const days of totals?.aims.values() ?? []) most = Math.max(most, days.count());
  return most;
}

/** Days for which the longest arrangement lasted. */
export function longestStructure(totals: YearTotals | undefined): number {
  let longest = 0;
  for (const [days, count] of totals?.structures ?? []) if (count > 0) longest = Math.max(longest, days);
  return longest;
}
