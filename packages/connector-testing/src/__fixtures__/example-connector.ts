import {
  byOffset,
  defineConnector,
  lenient,
  type Page,
  PagingState,
  pagingCursor,
  type ReadContext,
  remove,
  secret,
  stream,
} from '@collegial/connector-kit';
import * as z from 'zod';

const config = z.strictObject({ baseUrl: z.url(), token: secret() });
export type ExampleConfig = z.output<typeof config>;

interface Body {
  readonly rows: unknown[];
  readonly total: number;
}

/** Place in a read, or where the last one ended. */
const Cursor = z.strictObject({ since: z.string().optional(), began: z.string().optional(), at: PagingState.optional() });
type Cursor = z.infer<typeof Cursor>;

const define = stream<ExampleConfig>();

export const schools = define({
  entity: 'Organisation',
  title: 'Schools',
  deletes: 'snapshot-diff',
  cursor: pagingCursor,
  wire: lenient.object({ urn: lenient.number() }, { name: lenient.text() }),
  read: ({ http, cursor, signal }) =>
    byOffset<Body>({
      http,
      signal,
      path: 'schools',
      search: { limit: 100 },
      from: cursor,
      rows: (body) => body.rows,
      total: (body) => body.total,
    }),
  map: ({ urn, name = 'No name' }) => ({ id: `urn:${urn}`, kind: 'school', name }),
});

export const pupils = define({
  entity: 'Student',
  title: 'Pupils',
  deletes: 'tombstone',
  cursor: { schema: Cursor, version: 1 },
  wire: lenient.object({ id: lenient.text() }, { gender: lenient.text(), gone: lenient.flag() }),
  async *read({ http, cursor, signal, now }): AsyncGenerator<Page<Cursor>> {
    const began = cursor?.began ?? new Date(now() - 86_400_000).toISOString();
    const { since } = cursor ?? {};
    yield* byOffset<Body, Cursor>({
      http,
      signal,
      path: 'pupils',
      search: { limit: 100, ...(since !== undefined && { since }) },
      from: cursor?.at,
      rows: (body) => body.rows,
      total: (body) => body.total,
      cursor: (at) =>
        at === undefined ? { since: began } : { ...(since !== undefined && { since }), began, at },
    });
  },
  map: ({ id, gone }, { identity, source }) => {
    const key = identity.pseudonym('student', `${source}:${id}`);
    return gone === true ? remove(key) : { id: key };
  },
});

/** A connector that keeps every rule. */
export const example = defineConnector({
  id: 'example',
  specVersion: 2,
  title: 'Example MIS',
  about: { reads: 'http', authentication: ['bearer token'], paging: ['offset'], verified: ['synthetic'] },
  config,
  http: ({ baseUrl, token }) => ({ baseUrl, authorization: { type: 'bearer', token: () => token.reveal() } }),
  streams: { schools, pupils },
});

/** Another that keeps every rule, of a source that does not say how many rows it has. */
export const withoutTotals = defineConnector({
  ...example,
  streams: {
    schools: { ...schools, read: listed('schools') },
    pupils: { ...pupils, read: listed('pupils'), deletes: 'snapshot-diff', cursor: pagingCursor },
  },
} as never);

function listed(path: string) {
  return ({ http, cursor, signal }: ReadContext<ExampleConfig, PagingState>) =>
    byOffset<Body>({ http, signal, path, search: { limit: 100 }, from: cursor, rows: (body) => body.rows });
}
