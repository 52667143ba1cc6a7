import { type Page, type ReadContext, readAhead } from '@collegial/connector-kit';
import type { CollegialError, EntityName } from '@collegial/model';
import { Committer } from './committer.ts';
import { completenessOf, deletesOf, endIsKnown, toldAlone, waiting } from './conclusions.ts';
import { asCollegialError, failureReport } from './failure-report.ts';
import { fromTarget } from './from-target.ts';
import { PageMapper } from './map-page.ts';
import { anew, fromBeginning, partialRead, planRead, type ReadPlan } from './plan-read.ts';
import { ProgressMeter } from './progress-meter.ts';
import { readInBulk } from './read-in-bulk.ts';
import { Segment } from './segment.ts';
import type { StreamJob } from './stream-job.ts';
import type { StreamReport } from './sync-report.ts';

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
  #known = false;
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
      const context = this.#context();
      if (!(await this.#readInBulk(context))) await this.#read(context);
      const deletes = await this.#finish();
      this.#progress('done');
      return this.#report('complete', deletes);
    } catch (error) {
      await this.#keepWhatWasRead();
      const failure = asCollegialError(error, { source, stream: name }, signal);
      this.#progress('failed');
      const status = signal.aborted ? 'aborted' : this.#neverReadable(failure) ? 'unreadable' : 'failed';
      return { ...this.#report(status, undefined), error: failureReport(failure) };
    }
  }

  async #begin(): Promise<void> {
    const { target, source, name, stream, full, scope } = this.#job;
    const checkpoint = await fromTarget(target.checkpoint(source, name));
    this.#known = checkpoint !== undefined;
    this.#use(planRead(stream, checkpoint, scope, full));
    this.#before = this.#plan.resuming ? this.#plan.tally.counts() : null;
  }

  /**
   * A stream that the credentials may not read is a fact about the credentials, and no failure – unless it was readable before, or gave something now.
   */
  #neverReadable(failure: CollegialError): boolean {
    return failure.code === 'http.scope' && !this.#known && this.#pages === 0;
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
      trackSeen: stream.deletes !== 'none',
      tally: plan.tally,
      scope: this.#job.scope,
      keyFingerprint: () => identity.fingerprint(),
    });
  }

  #context(): ReadContext<unknown, unknown> {
    const { source, config, identity, http, logger, now } = this.#job;
    return {
      config,
      source,
      identity,
      drift: (field: string) => this.#unsettled.tally.drift(field),
      unmapped: (field: string, code: string) => this.#unsettled.tally.unmapped(field, code),
      cursor: this.#plan.cursor,
      resuming: this.#plan.resuming,
      http: http(),
      signal: this.#signal,
      logger,
      now,
      restart: (reason: string) => this.#restart(reason),
      partial: (reason: string) => this.#partial(reason),
    };
  }

  /** False when the stream has to be read row by row. */
  async #readInBulk(context: ReadContext<unknown, unknown>): Promise<boolean> {
    this.#progress('reading');
    const result = await readInBulk(this.#job, this.#plan, context);
    if ('unsuited' in result) {
      if (result.unsuited !== undefined) this.#notes.push(result.unsuited);
      return false;
    }
    this.#rowsNow = result.rows;
    this.#plan.tally.addBulk(result);
    this.#committer?.quarantined.push(...result.quarantined);
    return true;
  }

  async #read(context: ReadContext<unknown, unknown>): Promise<void> {
    const { source, config, identity, now, stream, batchSize, commitInterval } = this.#job;
    let committedAt = now();
    const mapper = new PageMapper(stream, { config, source, identity });
    const pages: AsyncIterable<Page> = stream.read(context);
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
    this.#use(anew(this.#plan, `Reading began anew: ${reason}`));
  }

  #partial(reason: string): void {
    if (this.#pages > 0) throw new Error('partial() was called after the first page');
    this.#notes.push(reason);
    if (this.#plan.tally.get(partialRead) === 0) this.#plan.tally.add(partialRead);
  }

  async #finish(): Promise<StreamReport['deletes']> {
    const { stream } = this.#job;
    const committer = this.#committer as Committer;
    this.#settle(this.#cursor);
    this.#progress('finishing');
    if (toldAlone(stream.deletes, this.#plan)) {
      await this.#commit(true);
      await committer.settled();
      return stream.deletes === 'none' ? 'none' : 'applied';
    }
    await this.#commit(false);
    await committer.settled();
    const deletes = deletesOf(this.#plan);
    const outcome = deletes === 'applied' ? await this.#deleteUnseen() : deletes;
    await committer.finish(this.#cursor);
    return outcome;
  }

  async #deleteUnseen(): Promise<StreamReport['deletes']> {
    const { stream, source, name, target, maxDeletedShare } = this.#job;
    this.#job.signal.throwIfAborted();
    const { run, tally } = this.#plan;
    const outcome = await fromTarget(
      target.deleteUnseen({
        source,
        stream: name,
        entity: stream.entity as EntityName,
        run,
        maxShare: maxDeletedShare,
        ...(!endIsKnown(tally) && { missedTwice: true }),
      }),
    );
    if ('refused' in outcome) return { unknown: outcome.refused };
    this.#deletedUnseen = outcome.deleted;
    return waiting(outcome.kept ?? 0);
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
      unmapped: tally.unmappedBy(),
      completeness: completenessOf(status, tally),
      deletes: deletes ?? (stream.deletes === 'none' ? 'none' : unfinished),
      deletedUnseen: this.#deletedUnseen,
      checkpoint: this.#committer?.checkpoint ?? null,
      notes: this.#notes,
      milliseconds: Math.round(this.#meter.elapsed()),
    };
  }
}
