import { createIdentity, type Logger } from '@collegial/connector-kit';
import { CollegialError } from '@collegial/model';
import { adaptSource } from './adapt-source.ts';
import { createClients } from './create-clients.ts';
import { failureReport } from './failure-report.ts';
import { fromTarget } from './from-target.ts';
import { scopeOf } from './scope-of.ts';
import { selectStreams } from './select-streams.ts';
import type { SyncOptions } from './sync-options.ts';
import type { Counts, StreamReport, SyncReport } from './sync-report.ts';
import { syncStream } from './sync-stream.ts';
import { witnessIdentity } from './witness-identity.ts';

const silent: Logger = { debug() {}, info() {}, warn() {} };

/**
 * Reads sources into a target, stream by stream, and reports what happened to every record. Records and the
 * place that reading has reached are committed together: a sync that is stopped or killed resumes there, with
 * nothing lost or doubled. A stream that fails neither stops nor rewinds the others.
 *
 * @returns the report; failures of streams are in it
 * @throws CollegialError `argument.invalid`, `connector.spec-version`: before anything is read
 * @example
 * ```ts
 * import type { Source } from '@collegial/connector-kit';
 * import type { LoadTarget } from '@collegial/model';
 * import { sync } from '@collegial/sync';
 *
 * async function nightly(sources: Source[], target: LoadTarget) {
 *   const report = await sync({ sources, target, key: process.env.COLLEGIAL_KEY });
 *   return report.streams.filter((stream) => stream.status !== 'complete');
 * }
 * ```
 */
export async function sync(options: SyncOptions): Promise<SyncReport> {
  const { target, now = Date.now, signal = new AbortController().signal } = options;
  const {
    batchSize = 50_000,
    commitInterval = 5_000,
    maxDeletedShare = 0.2,
    full = false,
    logger = silent,
  } = options;
  check('commitInterval', commitInterval >= 0, 'Give a number of milliseconds, 0 or more.');
  check('batchSize', Number.isSafeInteger(batchSize) && batchSize > 0, 'Give a whole number above 0.');
  check('maxDeletedShare', maxDeletedShare >= 0 && maxDeletedShare <= 1, 'Give a share from 0 to 1.');
  const sources = options.sources.map(adaptSource);
  const selected = selectStreams(sources, options.streams);
  const identity = witnessIdentity(options.identity ?? createIdentity(options.key));
  const clients = createClients(options, now, signal);

  const began = now();
  const streams: StreamReport[] = [];
  for (const { source, name, stream } of selected) {
    const report = await syncStream({
      source: source.name,
      name,
      stream,
      config: source.config,
      scope: scopeOf(source),
      target,
      identity,
      http: () => clients(source),
      logger,
      now,
      signal,
      full,
      batchSize,
      commitInterval,
      maxDeletedShare,
      onProgress: options.onProgress,
    });
    streams.push(report);
    const { status, rows, loaded, quarantined } = report;
    logger.info('stream read', { source: source.name, stream: name, status, rows, loaded, quarantined });
  }
  const refreshError = await refresh(target);
  const read = streams.filter((stream) => stream.status !== 'unreadable');
  const nothing = read.length === 0 && streams.length > 0;
  const complete =
    !nothing && read.every((stream) => stream.status === 'complete') && refreshError === undefined;
  return {
    status: streams.some((stream) => stream.status === 'aborted')
      ? 'aborted'
      : complete
        ? 'complete'
        : 'incomplete',
    startedAt: new Date(began).toISOString(),
    finishedAt: new Date(now()).toISOString(),
    milliseconds: Math.round(now() - began),
    totals: totalsOf(streams),
    streams,
    ...(refreshError !== undefined && { refreshError }),
  };
}

async function refresh(target: SyncOptions['target']) {
  try {
    await fromTarget(target.refresh());
    return undefined;
  } catch (error) {
    return failureReport(error as CollegialError);
  }
}

function totalsOf(streams: readonly StreamReport[]): Counts {
  const sum = (name: keyof Counts) => streams.reduce((total, stream) => total + stream[name], 0);
  return {
    rows: sum('rows'),
    skipped: sum('skipped'),
    read: sum('read'),
    loaded: sum('loaded'),
    unchanged: sum('unchanged'),
    deleted: sum('deleted'),
    duplicate: sum('duplicate'),
    quarantined: sum('quarantined'),
  };
}

function check(field: string, valid: boolean, fix: string): void {
  if (!valid)
    throw new CollegialError({
      code: 'argument.invalid',
      message: `The option “${field}” of sync cannot be used.`,
      fix,
      place: { field },
    });
}
