import { byPageNumber, type HttpClient, type Page, type PagingState } from '@collegial/connector-kit';
import { CollegialError } from '@collegial/model';
import { isOnlyReference, type PlainRow, plainRow } from './plain-row.ts';
import { hrefOf, listKeyOf, pathOf, type ResourceName, recordKeyOf } from './resource.ts';

type Body = Readonly<Record<string, unknown>>;
type Search = Readonly<Record<string, string | number | undefined>>;

/** A change of a record. */
export interface Change {
  readonly id: string;
  /** `change` when the log uses another word: the record itself then shows what became of it. */
  readonly kind: 'create' | 'update' | 'delete' | 'change';
  readonly revision: bigint;
  /** What the log says of the record besides its address, which may be nothing. */
  readonly row: PlainRow;
}

/** A log of changes since some revision. */
export interface ChangeLog {
  /** In order. */
  readonly changes: readonly Change[];
  /** Entries that do not say which record changed. */
  readonly unclear: number;
}

/** Records fetched one by one at the same time. */
const atOnce = 4;

/** Number of the first page, by server: its streams share a client. */
const firstPages = new WeakMap<HttpClient, 0 | 1>();

/** Why a body with status 200 is a failure all the same, in words of our own. */
export function failureIn(body: unknown): string | undefined {
  const { response, status } = (typeof body === 'object' && body !== null ? body : {}) as Body;
  for (const part of [response, status]) {
    if (typeof part !== 'object' || part === null) continue;
    const { code, success } = part as Body;
    if (Number(code) === 404) return undefined;
    if (success === false || Number(code) >= 400)
      return `the answer says that it failed (code ${Number(code) || 'unknown'})`;
  }
  return undefined;
}

/** Makes requests to a school's Arbor. */
export class ArborClient {
  readonly #http: HttpClient;
  readonly #signal: AbortSignal;
  readonly #pageSize: number;

  constructor({ http, signal, pageSize }: { http: HttpClient; signal: AbortSignal; pageSize: number }) {
    this.#http = http;
    this.#signal = signal;
    this.#pageSize = pageSize;
  }

  /** Pages of a list. A list that gives only addresses is completed record by record. */
  async *pages(
    resource: ResourceName,
    search: Search = {},
    from?: PagingState,
  ): AsyncGenerator<Page<PagingState>> {
    const path = pathOf(resource);
    const firstPage = await this.#findFirstPage(path, resource, search);
    const pages = byPageNumber<Body>({
      http: this.#http,
      signal: this.#signal,
      path,
      search: { ...search, 'page-size': this.#pageSize },
      pageParameter: 'page-number',
      firstPage,
      rows: (body) => rowsIn(body, resource),
      from,
    });
    for await (const page of pages) {
      if (!page.rows.some(isOnlyReference)) yield page;
      else yield { ...page, rows: await this.#completed(resource, page.rows) };
    }
  }

  /** All records of a list. */
  async *list(resource: ResourceName, search: Search = {}): AsyncGenerator<PlainRow> {
    for await (const page of this.pages(resource, search))
      for (const row of page.rows) {
        const plain = plainRow(row);
        if (plain !== undefined) yield plain;
      }
  }

  /** A record, or `undefined` when there is none. */
  async get(resource: ResourceName, id: string): Promise<PlainRow | undefined> {
    try {
      const path = `${pathOf(resource)}/${encodeURIComponent(id)}`;
      const { body } = await this.#http.json<Body>(path, { signal: this.#signal });
      const row = plainRow(body[recordKeyOf(resource)]);
      return row === undefined ? undefined : { ...row, id };
    } catch (error) {
      if (CollegialError.isInstance(error) && error.code === 'http.not-found') return undefined;
      throw error;
    }
  }

  /** Several records, a few at a time; those that are gone are left out. */
  async getAll(resource: ResourceName, ids: readonly string[]): Promise<PlainRow[]> {
    const rows: PlainRow[] = [];
    for (let first = 0; first < ids.length; first += atOnce) {
      const some = ids.slice(first, first + atOnce);
      for (const row of await Promise.all(some.map((id) => this.get(resource, id))))
        if (row !== undefined) rows.push(row);
    }
    return rows;
  }

  /** What the log of changes says since a revision, in order; without one, from its beginning. */
  async changes(resource: ResourceName, since?: string): Promise<ChangeLog> {
    const search = since === undefined || since === '0' ? {} : { 'from-revision': since };
    const { body } = await this.#http.json<Body>(`${pathOf(resource)}/changelog`, {
      search,
      signal: this.#signal,
    });
    const { changes: given = [] } = body;
    if (!Array.isArray(given)) throw withoutLog(resource);
    const changes = given.map(changeOf).filter((change) => change !== undefined);
    changes.sort((a, b) => (a.revision < b.revision ? -1 : a.revision > b.revision ? 1 : 0));
    return { changes, unclear: given.length - changes.length };
  }

  /** Search for the records whose property refers to a record of another resource. */
  referringTo(property: string, resource: ResourceName, id: string): Search {
    return { [`filters.${property}.equals`]: hrefOf(resource, id) };
  }

  async #completed(resource: ResourceName, rows: readonly unknown[]): Promise<unknown[]> {
    const ids = rows.flatMap((row) => (isOnlyReference(row) ? (plainRow(row)?.id ?? []) : []));
    return [...rows.filter((row) => !isOnlyReference(row)), ...(await this.getAll(resource, ids))];
  }

  /**
   * The official client does not say whether pages are counted from 0 or 1: the first page is 0 when it holds rows and page 1 holds others.
   */
  async #findFirstPage(path: string, resource: ResourceName, search: Search): Promise<0 | 1> {
    const found = firstPages.get(this.#http);
    if (found !== undefined) return found;
    const ask = async (number: number) => {
      const { body } = await this.#http.json<Body>(path, {
        search: { ...search, 'page-size': this.#pageSize, 'page-number': number },
        signal: this.#signal,
      });
      return rowsIn(body, resource).map((row) => plainRow(row)?.id ?? '');
    };
    const zero = await ask(0).catch((error) => {
      if (
        CollegialError.isInstance(error) &&
        (error.code === 'http.schema' || error.code === 'http.not-found')
      )
        return [];
      throw error;
    });
    if (zero.length === 0) return 1;
    const one = await ask(1);
    // The same rows twice, or fewer of them: page 0 is another name of page 1.
    const first = one.length > 0 && one[0] === zero[0] ? 1 : 0;
    firstPages.set(this.#http, first);
    return first;
  }
}

/** Rows of a list; Arbor leaves the key out when there are none. */
function rowsIn(body: Body, resource: ResourceName): readonly unknown[] {
  const rows = body[listKeyOf(resource)] ?? body[recordKeyOf(resource)];
  if (Array.isArray(rows)) return rows;
  const lists = Object.values(body).filter(Array.isArray);
  if (rows === undefined && lists.length === 0) return [];
  throw new CollegialError({
    code: 'http.schema',
    message: 'The server sent a list under a name that is not expected.',
    place: { file: pathOf(resource) },
  });
}

function changeOf(change: unknown): Change | undefined {
  const {
    changedObject,
    resource: named,
    changeType,
    toRevision,
  } = (change ?? {}) as Record<string, unknown>;
  const row = plainRow(changedObject ?? named) ?? plainRow({ href: changedObject ?? named });
  const revision = String(toRevision ?? '');
  if (row === undefined || !/^\d+$/.test(revision)) return undefined;
  const kind = String(changeType).toLowerCase();
  const known = kind === 'create' || kind === 'update' || kind === 'delete' ? kind : 'change';
  return { id: row.id, kind: known, revision: BigInt(revision), row };
}

function withoutLog(resource: ResourceName): CollegialError {
  return new CollegialError({
    code: 'http.schema',
    message: 'The log of changes does not have the form that the official client reads.',
    place: { file: `${pathOf(resource)}/changelog` },
  });
}
