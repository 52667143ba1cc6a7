import { type LedgerEntry, processes, type SchoolContribution } from '@collegial/model';
import { fromParts, toParts } from '../ties/split-amount.ts';

/** What {@link schoolContributions} needs to know. */
export interface SchoolContributionsOptions {
  /** The ledger of a year. */
  readonly ledger: readonly LedgerEntry[];
  /** The part of it that is tagged to the group. */
  readonly tagged: readonly LedgerEntry[];
  /** Students on roll, by school. */
  readonly roll: ReadonlyMap<string, number>;
}

interface Line {
  readonly entry: LedgerEntry;
  readonly parts: { gave: number; received: number; gaveTagged: number; receivedTagged: number };
}

/**
 * What each school gave and received in each of the eight processes, in natural units and for each 100 students on its
 * roll: a profile, not a score. Units and bases are never added up: an hour of training and a place on a course have no
 * common price, and what is seen and what is claimed are not the same. Over all schools, gave equals received.
 */
export function schoolContributions({
  ledger,
  tagged,
  roll,
}: SchoolContributionsOptions): SchoolContribution[] {
  const lines = new Map<string, Line>();
  const add = (entry: LedgerEntry, suffix: '' | 'Tagged') => {
    for (const [school, side] of [
      [entry.provider, 'gave'],
      [entry.recipient, 'received'],
    ] as const) {
      const key = keyOf(school, entry);
      const empty: Line = { entry, parts: { gave: 0, received: 0, gaveTagged: 0, receivedTagged: 0 } };
      const line = lines.get(key) ?? empty;
      line.parts[`${side}${suffix}`] += toParts(entry.amount);
      lines.set(key, line);
    }
  };
  for (const entry of ledger) add(entry, '');
  for (const entry of tagged) add(entry, 'Tagged');
  return [...lines]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { entry, parts }]) => {
      const school = key.slice(0, key.indexOf('\n'));
      const students = roll.get(school);
      const per100 = (amount: number) => (students === undefined ? null : (amount * 100) / students);
      return {
        school,
        process: entry.process,
        unit: entry.unit,
        basis: entry.basis,
        gave: fromParts(parts.gave),
        received: fromParts(parts.received),
        gaveTagged: fromParts(parts.gaveTagged),
        receivedTagged: fromParts(parts.receivedTagged),
        gavePer100: per100(fromParts(parts.gave)),
        receivedPer100: per100(fromParts(parts.received)),
      };
    });
}

function keyOf(school: string, { process, unit, basis }: LedgerEntry): string {
  const place = processes.findIndex(({ id }) => id === process);
  return [school, String(place).padStart(2, '0'), process, unit, basis].join('\n');
}
