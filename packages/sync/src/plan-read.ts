import { randomUUID } from 'node:crypto';
import type { AnyStream } from '@collegial/connector-kit';
import type { Checkpoint } from '@collegial/model';
import { Tally } from './tally.ts';

// biome-ignore lint/suspicious/noExplicitAny: a stream of any connector, whose configuration is its own
type Stream = AnyStream<any>;

/** Where and how a stream is read. */
export interface ReadPlan {
  readonly run: string;
  /** For the connector; `undefined` from the beginning. */
  readonly cursor: unknown;
  readonly resuming: boolean;
  /** True when the run began at the end of an earlier one, and so does not meet every record. */
  readonly incremental: boolean;
  /** Counts of the interrupted part of the run. */
  readonly tally: Tally;
  readonly notes: readonly string[];
}

/**
 * A plan that reads from the beginning in place of another, of which it keeps what is known about the stream and the records at the target.
 */
export function anew({ tally }: ReadPlan, note: string): ReadPlan {
  const plan = fromBeginning(note);
  plan.tally.add(readAgain);
  for (const name of [otherScope, partialRead]) if (tally.get(name) > 0) plan.tally.add(name);
  return plan;
}

/** A plan that reads from the beginning. */
export function fromBeginning(...notes: readonly string[]): ReadPlan {
  return {
    run: randomUUID(),
    cursor: undefined,
    resuming: false,
    incremental: false,
    tally: new Tally(),
    notes,
  };
}

/** Counted in a tally: the settings that decide what is read are not those under which the records at the target were read. */
export const otherScope = 'other scope';

/** Counted in a tally: the connector said that the read does not meet every record. */
export const partialRead = 'partial read';

/** Counted in a tally: the run began at the beginning of a stream of which the target may have records of earlier runs. */
export const readAgain = 'read again';

/** Counted in a tally: an earlier run, from whose end this one goes on, got fewer rows than the source said it has. */
export const earlierDoubt = 'earlier doubt';

/**
 * Plans the reading of a stream from its last checkpoint.
 *
 * @param scope fingerprint of the settings that decide what is read, see `scopeOf`
 * @param full true: from the beginning, whatever was read before, and with the present settings as the measure
 */
export function planRead(
  stream: Stream,
  checkpoint: Checkpoint | undefined,
  scope?: string,
  full = false,
): ReadPlan {
  if (checkpoint === undefined) return fromBeginning();
  const plan = full ? fromBeginning() : planOnward(stream, checkpoint, scope);
  if (!plan.resuming && !plan.incremental) plan.tally.add(readAgain);
  return plan;
}

function planOnward(stream: Stream, checkpoint: Checkpoint, scope: string | undefined): ReadPlan {
  const changed = scope !== undefined && checkpoint.scope !== undefined && scope !== checkpoint.scope;
  const plan =
    changed && stream.cursor !== undefined && stream.cursor.scoped !== true
      ? fromBeginning('The settings that decide what is read have changed; this run began anew.')
      : planFromCheckpoint(stream, checkpoint);
  // Stays with the stream until a full read is asked for: what lies outside the new settings is not gone.
  const before = checkpoint.counts[otherScope] ?? 0;
  if ((changed || before > 0) && plan.tally.get(otherScope) === 0) plan.tally.add(otherScope);
  return plan;
}

function planFromCheckpoint(stream: Stream, checkpoint: Checkpoint): ReadPlan {
  const resuming = !checkpoint.complete;
  const { cursor: shape } = stream;
  if (shape === undefined || checkpoint.cursor === null || checkpoint.cursor === undefined)
    return fromBeginning(
      ...(resuming ? ['The last run was interrupted before a place to resume at; this one began anew.'] : []),
    );
  if (!resuming && shape.resumeOnly === true) return fromBeginning();

  const cursor = presentCursor(shape, checkpoint);
  if (cursor === undefined)
    return fromBeginning(
      'The cursor of the last run does not fit this version of the connector; this run began anew.',
    );
  if (!resuming)
    return {
      run: randomUUID(),
      cursor,
      resuming,
      incremental: true,
      tally: new Tally({ incremental: 1, ...(leavesDoubt(checkpoint) && { [earlierDoubt]: 1 }) }),
      notes: [],
    };

  const tally = new Tally(checkpoint.counts);
  const incremental = tally.get('incremental') > 0;
  return { run: checkpoint.run, cursor, resuming, incremental, tally, notes: [...settleCounts(tally)] };
}

/** What was missed lies before the cursor: no incremental run meets it, and none may say that all is there. */
function leavesDoubt({ counts }: Checkpoint): boolean {
  return (counts[earlierDoubt] ?? 0) > 0 || (counts.rows ?? 0) < (counts.total ?? 0);
}

function presentCursor(shape: NonNullable<Stream['cursor']>, checkpoint: Checkpoint): unknown {
  const { cursor, cursorVersion } = checkpoint;
  const migrated = cursorVersion === shape.version ? cursor : shape.migrate?.(cursor, cursorVersion);
  if (migrated === undefined) return undefined;
  const parsed = shape.schema.safeParse(migrated);
  return parsed.success ? parsed.data : undefined;
}

/**
 * A target that does not add its results to the counts of a checkpoint leaves those of the last batch out,
 * since they were not known when it was written.
 */
function settleCounts(tally: Tally): string[] {
  const { read, loaded, unchanged, deleted, duplicate, quarantined } = tally.counts();
  const unknown = read - loaded - unchanged - deleted - duplicate - quarantined;
  if (unknown === 0) return [];
  tally.add('loaded', unknown);
  return [
    `What became of ${unknown} records of the interrupted part was not recorded; they are counted as loaded.`,
  ];
}
