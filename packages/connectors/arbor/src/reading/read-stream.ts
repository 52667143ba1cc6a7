import { type Page, page, type ReadContext } from '@collegial/connector-kit';
import { CollegialError } from '@collegial/model';
import type { ArborConfig } from '../arbor-config.ts';
import type { ArborCursor } from '../arbor-cursor.ts';
import { affectedBy } from './affected.ts';
import { ArborClient, type Change, type ChangeLog } from './arbor-client.ts';
import { Lookups } from './lookups.ts';
import { type PlainRow, plainRow } from './plain-row.ts';
import { pathOf } from './resource.ts';
import type { StreamPlan } from './stream-plan.ts';

type Context = ReadContext<ArborConfig, ArborCursor>;
type Logs = ReadonlyMap<string, ChangeLog>;

const day = 86_400_000;
/** Passes over a list from which records vanish meanwhile. */
const mostPasses = 3;

/**
 * Reads a stream: whole the first time, then by the logs of changes of its resource and of those that complete it. The revision that the logs had
 * before a pass is where the next read goes on, so that what changes during a pass is read again.
 */
export async function* readStream(
  context: Context,
  plan: StreamPlan,
): AsyncGenerator<Page<ArborCursor>, void, undefined> {
  const reading = new StreamReading(context, plan);
  const { cursor } = context;
  if (cursor?.pass !== undefined) {
    yield* reading.pass(cursor, cursor.pass);
    return;
  }
  const since = cursor === undefined ? undefined : await reading.since(cursor);
  if (cursor !== undefined && since !== undefined) {
    yield* reading.changed(cursor, since);
    return;
  }
  const logs = await reading.logs();
  const revisions = headsOf(logs, {});
  // The log may still know what went while this stream could not follow it.
  if (cursor !== undefined) yield await reading.gone(deletedIn(logs.get(plan.resource)?.changes ?? []));
  const fresh = { revisions: {}, wholeAt: context.now() };
  yield* reading.pass(fresh, { at: { page: 1, received: 0 }, revisions });
}

class StreamReading {
  readonly #context: Context;
  readonly #plan: StreamPlan;
  readonly #client: ArborClient;

  constructor(context: Context, plan: StreamPlan) {
    this.#context = context;
    this.#plan = plan;
    const { http, signal, config } = context;
    this.#client = new ArborClient({ http, signal, pageSize: config.pageSize });
  }

  /** The logs of all resources of the stream. */
  async logs(since: ArborCursor['revisions'] = {}): Promise<Logs> {
    const logs = new Map<string, ChangeLog>();
    for (const resource of [this.#plan.resource, ...this.#plan.depends.map((one) => one.resource)]) {
      if (logs.has(resource)) continue;
      logs.set(resource, await this.#log(resource, since[resource]));
    }
    return logs;
  }

  /** What has changed since, or `undefined` when the stream has to be read whole. */
  async since(cursor: ArborCursor): Promise<Logs | undefined> {
    const { now, restart, config } = this.#context;
    if (now() - cursor.wholeAt > config.wholeReadAfterDays * day) {
      restart(`the last whole read is more than ${config.wholeReadAfterDays} days ago`);
      return undefined;
    }
    try {
      const logs = await this.logs(cursor.revisions);
      const back = [...logs].some(([resource, { changes }]) => {
        const last = changes.at(-1);
        return last !== undefined && last.revision < BigInt(cursor.revisions[resource] ?? '0');
      });
      if (!back) return after(logs, cursor.revisions);
      restart('the log of changes is behind the revision that was read last');
    } catch (error) {
      if (!CollegialError.isInstance(error) || !/^http\.(schema|not-found|upstream)$/.test(error.code))
        throw error;
      restart('the server has no log of changes from the revision that was read last');
    }
    return undefined;
  }

  /** Removals of records that are gone. */
  async gone(changes: readonly Change[]): Promise<Page<ArborCursor>> {
    const rows = changes.map(({ id, row }) => ({ ...row, id, gone: true }));
    const completed = this.#plan.completeGone ? await this.#completed(rows, this.#lookups(false)) : rows;
    return page(completed, { place: { file: `${pathOf(this.#plan.resource)}/changelog`, row: 1 } });
  }

  /** Reads what the logs say has changed. */
  async *changed(cursor: ArborCursor, logs: Logs): AsyncGenerator<Page<ArborCursor>, void, undefined> {
    const { resource, depends } = this.#plan;
    const revisions = headsOf(logs, cursor.revisions);
    const own = logs.get(resource)?.changes ?? [];
    const deleted = deletedIn(own);
    const removed = new Set(deleted.map(({ id }) => id));
    if (deleted.length > 0) yield await this.gone(deleted);
    const others = depends.map((dependency) => ({
      dependency,
      changes: logs.get(dependency.resource)?.changes ?? [],
    }));
    // An entry that does not say which record changed may have meant any.
    const unclear = [...logs.values()].some((log) => log.unclear > 0);
    if (unclear) this.#context.drift('changelog');
    const affected = unclear ? undefined : await affectedBy(this.#client, resource, others);
    const ids = new Set([...own.map(({ id }) => id), ...(affected ?? [])].filter((id) => !removed.has(id)));
    const { mostSingleReads } = this.#context.config;
    if (affected === undefined || ids.size > mostSingleReads) {
      const at = { page: 1, received: 0 };
      yield* this.pass({ ...cursor, wholeAt: this.#context.now() }, { at, revisions });
      return;
    }
    const rows = await this.#client.getAll(resource, [...ids]);
    const found = new Set(rows.map(({ id }) => id));
    const vanished = [...ids].filter((id) => !found.has(id)).map((id) => ({ id, gone: true }));
    const completed = await this.#completed(rows, this.#lookups(false));
    yield page([...completed, ...vanished], {
      place: { file: pathOf(resource), row: 1 },
      cursor: { revisions, wholeAt: cursor.wholeAt },
    });
  }

  /** Reads the whole list, from where an interrupted pass stopped. */
  async *pass(
    cursor: ArborCursor,
    { at, revisions }: NonNullable<ArborCursor['pass']>,
  ): AsyncGenerator<Page<ArborCursor>, void, undefined> {
    const { resource, search } = this.#plan;
    const lookups = this.#lookups(true);
    const filter = search?.(this.#context.config) ?? {};
    let from = at;
    let before = revisions[resource] ?? '0';
    let wholeAt = cursor.wholeAt;
    for (let passes = 1; ; passes += 1) {
      let first = from.received;
      for await (const { rows, place, cursor: next } of this.#client.pages(resource, filter, from)) {
        const plain = rows.map((row) => plainRow(row) ?? { id: '' });
        const completed = await this.#completed(plain, lookups);
        yield page<ArborCursor>(completed, {
          place: { ...place, row: first + 1 },
          ...(next !== undefined && { cursor: { ...cursor, wholeAt, pass: { at: next, revisions } } }),
        });
        first += rows.length;
      }
      // Pages are counted, so that a record that goes meanwhile pulls another one out of sight.
      const { changes: since } = await this.#log(resource, before);
      if (!deletedIn(since).some(({ revision }) => revision > BigInt(before))) break;
      before = String(since.at(-1)?.revision ?? before);
      if (passes === mostPasses) {
        // Next time the list is read anew.
        wholeAt = 0;
        break;
      }
      from = { page: 1, received: 0 };
    }
    yield page<ArborCursor>([], { place: { file: pathOf(resource) }, cursor: { revisions, wholeAt } });
  }

  /** A resource that only completes others, and may not be read, has no changes either. */
  async #log(resource: string, since: string | undefined): Promise<ChangeLog> {
    try {
      return await this.#client.changes(resource, since);
    } catch (error) {
      if (
        resource === this.#plan.resource ||
        !CollegialError.isInstance(error) ||
        error.code !== 'http.scope'
      )
        throw error;
      return { changes: [], unclear: 0 };
    }
  }

  #lookups(whole: boolean): Lookups {
    const { logger, drift } = this.#context;
    return new Lookups(this.#client, {
      whole,
      kept: Object.fromEntries(this.#plan.depends.map(({ resource, fields }) => [resource, fields])),
      denied: (resource) => {
        drift(resource);
        logger.warn('a resource may not be read, what comes from it is left out', { resource });
      },
    });
  }

  async #completed(rows: readonly PlainRow[], lookups: Lookups): Promise<unknown[]> {
    const completed: unknown[] = [];
    for (const row of rows) completed.push({ ...row, ...(await this.#plan.complete(row, lookups)) });
    return completed;
  }
}

/** The log gives the revision that is asked from once more; what happened in it was read. */
function after(logs: Logs, revisions: ArborCursor['revisions']): Logs {
  return new Map(
    [...logs].map(([resource, { changes, unclear }]) => {
      const read = BigInt(revisions[resource] ?? '0');
      return [resource, { changes: changes.filter(({ revision }) => revision > read), unclear }];
    }),
  );
}

/** The records whose last change is that they went. */
function deletedIn(changes: readonly Change[]): Change[] {
  const last = new Map(changes.map((change) => [change.id, change]));
  return [...last.values()].filter(({ kind }) => kind === 'delete');
}

function headsOf(logs: Logs, before: ArborCursor['revisions']): ArborCursor['revisions'] {
  return Object.fromEntries(
    [...logs].map(([resource, { changes }]) => [
      resource,
      String(changes.at(-1)?.revision ?? before[resource] ?? '0'),
    ]),
  );
}
