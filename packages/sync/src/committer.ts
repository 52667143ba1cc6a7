import type { EntityName, LoadBatch, LoadTarget, Quarantined } from '@collegial/model';
import { fromTarget } from './from-target.ts';
import { Segment } from './segment.ts';
import type { Tally } from './tally.ts';

const mostListed = 1000;

/** What a {@link Committer} writes for. */
export interface CommitterOptions {
  readonly target: LoadTarget;
  readonly source: string;
  readonly stream: string;
  readonly entity: EntityName;
  readonly run: string;
  readonly cursorVersion: number;
  readonly trackSeen: boolean;
  /** See {@link LoadBatch.keyFingerprint}. */
  readonly keyFingerprint: () => string | undefined;
  /** Counts of what is committed; this is kept up to date. */
  readonly tally: Tally;
  /** Fingerprint of the settings under which the run reads. */
  readonly scope: string | undefined;
}

/**
 * Writes batches of one stream, each with its checkpoint, one at a time: while the target writes, the next
 * batch is read. Counts change only with what is committed.
 */
export class Committer {
  readonly #options: CommitterOptions;
  readonly quarantined: Quarantined[] = [];
  /** Where the stream stands at the target. */
  checkpoint: { cursor: unknown; complete: boolean } | undefined;
  #underWay: Promise<void> | undefined;
  #failed = false;

  constructor(options: CommitterOptions) {
    this.#options = options;
  }

  /** True when a batch could not be written: writing a later one would lose it. */
  get failed(): boolean {
    return this.#failed;
  }

  /** Begins to write, after what is under way is done. */
  async commit(segment: Segment, cursor: unknown, complete: boolean): Promise<void> {
    await this.settled();
    const writing = this.#write(segment, cursor, complete);
    // Whoever waits next sees its failure.
    writing.catch(() => {
      this.#failed = true;
    });
    this.#underWay = writing;
  }

  /** Waits for what is under way, and fails as it failed. */
  async settled(): Promise<void> {
    const writing = this.#underWay;
    this.#underWay = undefined;
    await writing;
  }

  async #write(segment: Segment, cursor: unknown, complete: boolean): Promise<void> {
    const { target, source, stream, entity, run, cursorVersion, trackSeen, tally, scope } = this.#options;
    const keyFingerprint = this.#options.keyFingerprint();
    const { records, deletedKeys } = segment.resolve(entity);
    const counted = tally.plus(segment.tally);
    const load = target.load({
      source,
      stream,
      entity,
      run,
      records,
      deletedKeys,
      quarantined: segment.quarantined,
      ...(trackSeen && { trackSeen }),
      ...(keyFingerprint !== undefined && { keyFingerprint }),
      checkpoint: {
        cursor: cursor ?? null,
        cursorVersion,
        run,
        complete,
        counts: counted.toRecord(),
        ...(scope !== undefined && { scope }),
      },
    });
    const result = await fromTarget(load, { source, stream });
    tally.merge(segment.tally);
    tally.addResult(result);
    this.checkpoint = { cursor: cursor ?? null, complete };
    const room = mostListed - this.quarantined.length;
    if (room > 0) this.quarantined.push(...segment.quarantined.slice(0, room));
  }

  /** Writes nothing but the checkpoint that says the stream was read to its end. */
  async finish(cursor: unknown): Promise<void> {
    await this.commit(new Segment(), cursor, true);
    await this.settled();
  }
}
