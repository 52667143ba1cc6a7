import { academicYearOf } from '@collegial/model';
import type { Excluded } from '../derived/detection.ts';
import { Exclusions } from '../derived/exclusions.ts';
import type { PlaceSighting } from '../shared-places/place-sighting.ts';
import { isMain, type RollEntry } from '../shared-places/read-rolls.ts';
import { dayText } from '../time/days.ts';
import type { RecordedTransfer } from './read-transfers.ts';

/** Students who left a school in an academic year in a way that nobody recorded: they feed a guardrail, never a tie. */
export interface UnrecordedMoves {
  readonly school: string;
  readonly academicYear: number;
  /** Students with a transfer on record as one of which nobody knows where it went. */
  readonly unrecorded: number;
  /** Students who were soon after on the roll of another of the schools, without a transfer on record. */
  readonly withoutTransfer: number;
}

/** What {@link managedMovesOf} needs to know. */
export interface ManagedMovesOptions {
  readonly transfers: readonly RecordedTransfer[];
  /** The schools asked for. */
  readonly schools: ReadonlySet<string>;
}

/**
 * Managed moves and off-site direction that both schools agreed to on record. Not counted, by reason: `unrecorded`,
 * `ordinary` (a house move, a closure), `not-agreed`, `destination-not-known`, `outside` (to or from a school that may
 * not be read), `not-moved` (from a school to itself), and provision by its kind.
 */
export function managedMovesOf({ transfers, schools }: ManagedMovesOptions): {
  readonly sightings: PlaceSighting[];
  readonly excluded: Excluded;
} {
  const exclusions = new Exclusions();
  const sightings: PlaceSighting[] = [];
  for (const transfer of transfers) {
    const { id, person, home, host, kind, from, to } = transfer;
    const reason = whyNot(transfer, schools);
    if (reason !== undefined || host === null || kind === 'ordinary' || kind === 'unrecorded') {
      exclusions.add(reason ?? 'destination-not-known', id);
    } else {
      sightings.push({ from, to, trace: 'managed-move', kind, person, home, host, evidence: [id] });
    }
  }
  return { sightings, excluded: exclusions.counts() };
}

function whyNot(transfer: RecordedTransfer, schools: ReadonlySet<string>): string | undefined {
  const { home, host, kind, agreed, provision } = transfer;
  if (kind === 'unrecorded' || kind === 'ordinary') return kind;
  if (host === null) return 'destination-not-known';
  if (provision !== null) return provision;
  if (!agreed) return 'not-agreed';
  if (!schools.has(host) || !schools.has(home)) return 'outside';
  return host === home ? 'not-moved' : undefined;
}

/** Days between leaving a school and entering another within which the two are taken for one move. */
export const moveGapDays = { before: 31, after: 62 } as const;

/**
 * Moves that nobody recorded, by school and academic year, for the guardrail of an analysis (B13): transfers recorded as
 * unrecorded, and students who left one school and entered another without any transfer.
 */
export function unrecordedMovesOf(
  transfers: readonly RecordedTransfer[],
  rolls: ReadonlyMap<string, readonly RollEntry[]>,
): UnrecordedMoves[] {
  const years = new Map<
    string,
    { school: string; academicYear: number; open: Set<string>; silent: Set<string> }
  >();
  const yearOf = (school: string, day: number) => {
    const academicYear = academicYearOf(dayText(day));
    const key = `${school} ${academicYear}`;
    const year = years.get(key) ?? { school, academicYear, open: new Set(), silent: new Set() };
    years.set(key, year);
    return year;
  };
  for (const { kind, home, from, person } of transfers) {
    if (kind === 'unrecorded') yearOf(home, from).open.add(person);
  }
  const recorded = new Set(transfers.map(({ person, home }) => `${person} ${home}`));
  for (const [person, entries] of rolls) {
    for (const left of entries.filter(isMain)) {
      const entered = entries.some(
        (entry) =>
          isMain(entry) &&
          entry.school !== left.school &&
          entry.from >= left.to - moveGapDays.before &&
          entry.from <= left.to + moveGapDays.after,
      );
      if (entered && !recorded.has(`${person} ${left.school}`))
        yearOf(left.school, left.to - 1).silent.add(person);
    }
  }
  return [...years]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { school, academicYear, open, silent }]) => ({
      school,
      academicYear,
      unrecorded: open.size,
      withoutTransfer: silent.size,
    }));
}
