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

/** Plans the reading of a stream from its last checkpoint. */
export function planRead(stream: Stream, checkpoint: Checkpoint | undefined): ReadPlan {
  if (checkpoint === undefined) return fromBeginning();
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
      tally: new Tally({ incremental: 1 }),
      notes: [],
    };

  const tally = new Tally(checkpoint.counts);
  const incremental = tally.get('incremental') > 0;
  return { run: checkpoint.run, cursor, resuming, incremental, tally, notes: [...settleCounts(tally)] };
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
