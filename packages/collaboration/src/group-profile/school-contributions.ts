import { type LedgerEntry, processes, type SchoolContribution } from '@collegial/model';
import { fromParts, toParts } from '../ties/split-amount.ts';
import type { Tie } from '../ties/tie.ts';

/** One thing that one school gave another: a line of a ledger, or a flow of a tie. */
export interface Contribution
  extends Pick<LedgerEntry, 'provider' | 'recipient' | 'process' | 'unit' | 'basis'> {
  /** Whole 1/10 000 of the unit. */
  readonly parts: number;
}

/** What {@link schoolContributions} needs to know. */
export interface SchoolContributionsOptions {
  /** What was given in a year. */
  readonly given: Iterable<Contribution>;
  /** The part of it that is tagged to the group. */
  readonly tagged: Iterable<Contribution>;
  /** Students on roll, by school. */
  readonly roll: ReadonlyMap<string, number>;
}

/** What one school gave and received in one process, unit and basis. */
class Line {
  gave = 0;
  received = 0;
  gaveTagged = 0;
  receivedTagged = 0;
  constructor(
    readonly school: string,
    readonly of: Contribution,
  ) {}
}

const placeOf = new Map<string, number>(processes.map(({ id }, place) => [id, place]));

/**
 * What each school gave and received in each of the eight processes, in natural units and for each 100 students on its
 * roll: a profile, not a score. Units and bases are never added up: an hour of training and a place on a course have no
 * common price, and what is seen and what is claimed are not the same. Over all schools, gave equals received.
 */
export function schoolContributions({
  given,
  tagged,
  roll,
}: SchoolContributionsOptions): SchoolContribution[] {
  const schools = new Map<string, Map<string, Line>>();
  const lineOf = (school: string, one: Contribution) => {
    const lines = schools.get(school) ?? new Map<string, Line>();
    if (lines.size === 0) schools.set(school, lines);
    const key = one.process + one.unit + one.basis;
    const line = lines.get(key) ?? new Line(school, one);
    if (line.of === one) lines.set(key, line);
    return line;
  };
  for (const one of given) {
    lineOf(one.provider, one).gave += one.parts;
    lineOf(one.recipient, one).received += one.parts;
  }
  for (const one of tagged) {
    lineOf(one.provider, one).gaveTagged += one.parts;
    lineOf(one.recipient, one).receivedTagged += one.parts;
  }
  return [...schools.values()]
    .flatMap((lines) => [...lines.values()])
    .sort(inOrder)
    .map(({ school, of, gave, received, gaveTagged, receivedTagged }) => {
      const students = roll.get(school);
      const per100 = (amount: number) => (students === undefined ? null : (amount * 100) / students);
      return {
        school,
        process: of.process,
        unit: of.unit,
        basis: of.basis,
        gave: fromParts(gave),
        received: fromParts(received),
        gaveTagged: fromParts(gaveTagged),
        receivedTagged: fromParts(receivedTagged),
        gavePer100: per100(fromParts(gave)),
        receivedPer100: per100(fromParts(received)),
      };
    });
}

/** The lines of a ledger as contributions. */
export function contributionsOfLedger(ledger: readonly LedgerEntry[]): Contribution[] {
  return ledger.map(({ amount, ...line }) => ({ ...line, parts: toParts(amount) }));
}

/** The flows of ties as contributions: the same as those of their ledger, without making it. */
export function contributionsOfTies(ties: readonly Tie[]): Contribution[] {
  const found: Contribution[] = [];
  for (const { process, basis, flows } of ties)
    for (const { provider, recipient, unit, parts } of flows)
      found.push({ provider, recipient, process, unit, basis, parts });
  return found;
}

/** By school, then process in the book's order, then unit and basis by name. */
function inOrder(one: Line, other: Line): number {
  return (
    compare(one.school, other.school) ||
    compare(placeOf.get(one.of.process) ?? -1, placeOf.get(other.of.process) ?? -1) ||
    compare(one.of.process, other.of.process) ||
    compare(one.of.unit, other.of.unit) ||
    compare(one.of.basis, other.of.basis)
  );
}

function compare<Value extends string | number>(one: Value, other: Value): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
