import { type AnyStream, type HttpClient, type Logger, type Page, readAhead } from '@collegial/connector-kit';
import type { EntityName, LoadTarget } from '@collegial/model';
import { Committer } from './committer.ts';
import { completenessOf, deletesOf } from './conclusions.ts';
import { asCollegialError, failureReport } from './failure-report.ts';
import { fromTarget } from './from-target.ts';
import { PageMapper } from './map-page.ts';
import { fromBeginning, planRead, type ReadPlan } from './plan-read.ts';
import { ProgressMeter } from './progress-meter.ts';
import { Segment } from './segment.ts';
import type { SyncOptions } from './sync-options.ts';
import type { StreamReport } from './sync-report.ts';
import type { WitnessedIdentity } from './witness-identity.ts';

/** What one stream needs of its sync. */
export interface StreamJob {
  readonly source: string;
  readonly name: string;
  // biome-ignore lint/suspicious/noExplicitAny: a stream of any connector, whose configuration is its own
  readonly stream: AnyStream<any>;
  readonly config: unknown;
  readonly target: LoadTarget;
  readonly identity: WitnessedIdentity;
  /** Throws what is wrong with the connector's settings. */
  readonly http: () => HttpClient;
  readonly logger: Logger;
  readonly now: () => number;
  readonly signal: AbortSignal;
  readonly full: boolean;
  readonly batchSize: number;
  readonly commitInterval: number;
  readonly maxDeletedShare: number;
  readonly onProgress: SyncOptions['onProgress'];
}

/** How many pages are read ahead of the one being mapped. */
const ahead = 2;
/** A stream that names no place to resume at for this many batches is committed all the same. */
const mostBatchesUnsettled = 4;

/** Reads one stream into the target. Never rejects: what fails is told in the report. */
export async function syncStream(job: StreamJob): Promise<StreamReport> {
  const stopped = new AbortController();
  const stop = () => stopped.abort();
  if (job.signal.aborted) stop();
  job.signal.addEventListener('abort', stop, { once: true });
  const work = new StreamWork(job, stopped.signal);
  try {
    return await work.run();
  } finally {
    job.signal.removeEventListener('abort', stop);
    stop();
  }
}

class StreamWork {
  readonly #job: StreamJob;
  readonly #signal: AbortSignal;
  readonly #meter: ProgressMeter;
  #plan: ReadPlan = fromBeginning();
  #before: StreamReport['resumedAfter'] = null;
  #committer: Committer | undefined;
  /** Read, up to a place to resume at. */
  #settled = new Segment();
  /** Read since. */
  #unsettled = new Segment();
  #cursor: unknown;
  #rowsNow = 0;
  #pages = 0;
  #deletedUnseen = 0;
  #notes: string[] = [];

  constructor(job: StreamJob, signal: AbortSignal) {
    this.#job = job;
    this.#signal = signal;
    this.#meter = new ProgressMeter(job.source, job.name, job.onProgress);
  }

  async run(): Promise<StreamReport> {
    const { source, name, signal } = this.#job;
    try {
      signal.throwIfAborted();
      await this.#begin();
      await this.#read();
      const deletes = await this.#finish();
      this.#progress('done');
      return this.#report('complete', deletes);
    } catch (error) {
      await this.#keepWhatWasRead();
      const failure = asCollegialError(error, { source, stream: name }, signal);
      this.#progress('failed');
      const status = signal.aborted ? 'aborted' : 'failed';
      return { ...this.#report(status, undefined), error: failureReport(failure) };
    }
  }

  async #begin(): Promise<void> {
    const { target, source, name, stream, full } = this.#job;
    const checkpoint = full ? undefined : await fromTarget(target.checkpoint(source, name));
    this.#use(planRead(stream, checkpoint));
    this.#before = this.#plan.resuming ? this.#plan.tally.counts() : null;
  }

  #use(plan: ReadPlan): void {
    const { target, source, name, stream, identity } = this.#job;
    this.#plan = plan;
    this.#notes.push(...plan.notes);
    this.#cursor = plan.cursor;
    this.#committer = new Committer({
      target,
      source,
      stream: name,
      entity: stream.entity,
      run: plan.run,
      cursorVersion: stream.cursor?.version ?? 0,
      trackSeen: stream.deletes === 'snapshot-diff' && !plan.incremental,
      tally: plan.tally,
      keyFingerprint: () => identity.fingerprint(),
    });
  }

  async #read(): Promise<void> {
    const { source, config, identity, http, logger, now, stream, batchSize, commitInterval } = this.#job;
    let committedAt = now();
    const context = { config, source, identity };
    const mapper = new PageMapper(stream, context);
    const pages: AsyncIterable<Page> = stream.read({
      ...context,
      cursor: this.#plan.cursor,
      resuming: this.#plan.resuming,
      http: http(),
      signal: this.#signal,
      logger,
      now,
      restart: (reason: string) => this.#restart(reason),
    });
    for await (const page of readAhead(pages, { depth: ahead, signal: this.#signal })) {
      this.#pages += 1;
      this.#rowsNow += page.rows.length;
      if (page.total !== undefined) this.#plan.tally.total = page.total;
      this.#unsettled.absorb(mapper.map(page));
      if (stream.cursor === undefined || page.cursor !== undefined) this.#settle(page.cursor);
      if (this.#unsettled.size >= batchSize * mostBatchesUnsettled) this.#settle(this.#cursor);
      const due = this.#settled.size > 0 && now() - committedAt >= commitInterval;
      if (due || this.#settled.size >= batchSize) {
        await this.#commit(false);
        committedAt = now();
      }
      this.#progress('reading');
    }
  }

  #settle(cursor: unknown): void {
    this.#settled.absorb(this.#unsettled);
    this.#unsettled = new Segment();
    this.#cursor = cursor;
  }

  async #commit(complete: boolean): Promise<void> {
    const segment = this.#settled;
    this.#settled = new Segment();
    await this.#committer?.commit(segment, this.#cursor, complete);
  }

  #restart(reason: string): void {
    if (this.#pages > 0) throw new Error('restart() was called after the first page');
    if (this.#plan.cursor === undefined) return;
    this.#before = null;
    this.#use(fromBeginning(`Reading began anew: ${reason}`));
  }

  async #finish(): Promise<StreamReport['deletes']> {
    const { stream, source, name, target, maxDeletedShare } = this.#job;
    const committer = this.#committer as Committer;
    this.#settle(this.#cursor);
    this.#progress('finishing');
    if (stream.deletes !== 'snapshot-diff') {
      await this.#commit(true);
      await committer.settled();
      return stream.deletes === 'none' ? 'none' : 'applied';
    }
    await this.#commit(false);
    await committer.settled();
    let deletes = deletesOf(this.#plan);
    if (deletes === 'applied') {
      this.#job.signal.throwIfAborted();
      const entity = stream.entity as EntityName;
      const { run } = this.#plan;
      const unseen = target.deleteUnseen({ source, stream: name, entity, run, maxShare: maxDeletedShare });
      const outcome = await fromTarget(unseen);
      if ('refused' in outcome) deletes = { unknown: outcome.refused };
      else this.#deletedUnseen = outcome.deleted;
    }
    await committer.finish(this.#cursor);
    return deletes;
  }

  /**
   * After a failure, what was read up to the last place to resume at is committed; after an abort, nothing
   * more is.
   */
  async #keepWhatWasRead(): Promise<void> {
    try {
      const { signal } = this.#job;
      await this.#committer?.settled();
      if (!signal.aborted && this.#settled.size > 0 && this.#committer?.failed !== true)
        await this.#commit(false);
      await this.#committer?.settled();
    } catch {
      // The failure that came first is the one that is reported.
    }
  }

  #progress(phase: 'reading' | 'finishing' | 'done' | 'failed'): void {
    const committed = this.#plan.tally;
    const open = [this.#settled.tally, this.#unsettled.tally];
    const sum = (name: string) => open.reduce((count, tally) => count + tally.get(name), committed.get(name));
    const counts = {
      rows: sum('rows'),
      read: sum('read'),
      loaded: committed.get('loaded'),
      quarantined: sum('quarantined'),
    };
    this.#meter.report(phase, counts, this.#rowsNow, committed.total);
  }

  #report(status: StreamReport['status'], deletes: StreamReport['deletes'] | undefined): StreamReport {
    const { source, name, stream } = this.#job;
    const { tally, run, incremental } = this.#plan;
    const unfinished = { unknown: 'The stream was not read to its end.' };
    return {
      source,
      stream: name,
      entity: stream.entity,
      title: stream.title,
      run,
      status,
      mode: incremental ? 'incremental' : 'full',
      ...tally.counts(),
      resumedAfter: this.#before,
      skippedBy: tally.skippedBy(),
      quarantineBy: tally.quarantineBy(),
      quarantine: this.#committer?.quarantined ?? [],
      drift: tally.driftBy(),
      completeness: completenessOf(status, tally),
      deletes: deletes ?? (stream.deletes === 'none' ? 'none' : unfinished),
      deletedUnseen: this.#deletedUnseen,
      checkpoint: this.#committer?.checkpoint ?? null,
      notes: this.#notes,
      milliseconds: Math.round(this.#meter.elapsed()),
    };
  }
}
