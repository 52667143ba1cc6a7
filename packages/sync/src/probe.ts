import { type Source as AdaptedSource, createIdentity, readAhead } from '@collegial/connector-kit';
import { adaptSource } from './adapt-source.ts';
import { createClients } from './create-clients.ts';
import { asCollegialError, failureReport } from './failure-report.ts';
import { type SelectedStream, selectStreams } from './select-streams.ts';
import type { SyncOptions } from './sync-options.ts';
import type { FailureReport } from './sync-report.ts';

/** Options of {@link probe}, as those of sync. */
export type ProbeOptions = Pick<
  SyncOptions,
  'sources' | 'key' | 'identity' | 'streams' | 'signal' | 'fetch' | 'sleep' | 'now' | 'random' | 'logger'
>;

/** Whether one stream can be read. */
export interface ProbeResult {
  readonly source: string;
  readonly stream: string;
  readonly title: string;
  /** `readable` · `unreadable`: the credentials may not read it · `failed`: something else is wrong. */
  readonly state: 'readable' | 'unreadable' | 'failed';
  /** Rows of the first page. */
  readonly rows?: number;
  readonly error?: FailureReport;
}

/**
 * Asks each stream of the sources for its first page and writes nothing: says which streams the credentials may read before a long sync begins.
 *
 * @throws CollegialError `argument.invalid`, `connector.spec-version`
 * @example
 * ```ts
 * import type { Source } from '@collegial/connector-kit';
 * import { probe } from '@collegial/sync';
 *
 * async function unreadable(sources: Source[]) {
 *   return (await probe({ sources, key: process.env.COLLEGIAL_KEY })).filter(({ state }) => state !== 'readable');
 * }
 * ```
 */
export async function probe(options: ProbeOptions): Promise<ProbeResult[]> {
  const { now = Date.now, signal = new AbortController().signal } = options;
  const clients = createClients(options, now, signal);
  const identity = options.identity ?? createIdentity(options.key);
  const results: ProbeResult[] = [];
  for (const selected of selectStreams(options.sources.map(adaptSource), options.streams)) {
    const { source, name, stream } = selected;
    const known = { source: source.name, stream: name, title: stream.title };
    try {
      const rows = await firstPage(selected, {
        config: source.config,
        source: source.name,
        identity,
        drift: () => undefined,
        unmapped: () => undefined,
        cursor: undefined,
        resuming: false,
        http: clients(source),
        logger: options.logger ?? { debug() {}, info() {}, warn() {} },
        now,
        restart: () => undefined,
        partial: () => undefined,
        signal,
      });
      results.push({ ...known, state: 'readable', rows });
    } catch (error) {
      const failure = asCollegialError(error, { source: source.name, stream: name }, signal);
      const state = failure.code === 'http.scope' ? 'unreadable' : 'failed';
      results.push({ ...known, state, error: failureReport(failure) });
    }
  }
  return results;
}

async function firstPage(
  { stream }: SelectedStream,
  context: Parameters<AdaptedSource['connector']['streams'][string]['read']>[0],
): Promise<number> {
  const controller = new AbortController();
  const abort = () => controller.abort(context.signal.reason);
  context.signal.addEventListener('abort', abort, { once: true });
  try {
    // A first page without rows may only be a place to resume at: the next one tells more.
    for await (const { rows } of readAhead(stream.read({ ...context, signal: controller.signal }), {
      depth: 1,
      signal: controller.signal,
    }))
      if (rows.length > 0) return rows.length;
    return 0;
  } finally {
    context.signal.removeEventListener('abort', abort);
    controller.abort();
  }
}
