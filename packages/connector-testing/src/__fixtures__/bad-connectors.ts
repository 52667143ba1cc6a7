import { defineConnector, lenient, type MapContext, type Page, type Source, skip } from '@collegial/connector-kit';
import * as z from 'zod';
import { type ExampleConfig, example, pupils, schools } from './example-connector.ts';

interface Body {
  readonly rows: { readonly id: string }[];
  readonly total: number;
}

type Connect = (config: { baseUrl: string; token: string }) => Source;
type Streams = typeof example.streams;

/** The example connector with one stream, or its definition, done badly. */
function bad(change: Partial<Streams> & Record<string, unknown>, definition: object = {}): Connect {
  const streams = { ...example.streams, ...change };
  return defineConnector({ ...example, ...definition, streams } as never) as unknown as Connect;
}

/** Reads pages by offset until one is short, and goes on by the limit that it asked for. */
async function* readShort(
  { http, config }: { http: { json: (path: string, request?: object) => Promise<{ body: unknown }> }; config: ExampleConfig },
  path: string,
  limit: number,
  step: (rows: number) => number,
): AsyncGenerator<Page<never>> {
  void config;
  for (let offset = 0, short = false; !short; ) {
    const { rows } = (await http.json(path, { search: { limit, offset } })).body as Body;
    yield { rows, place: {} };
    short = rows.length < limit;
    offset += step(rows.length);
  }
}

/** A short page is taken for the last one. */
export const shortPageIsLast = bad({
  schools: { ...schools, cursor: undefined, read: (context: never) => readShort(context, 'schools', 5, (rows) => rows) },
});

/** `offset += limit`, although the server gave fewer. */
export const offsetPlusLimit = bad({
  schools: {
    ...schools,
    cursor: undefined,
    async *read({ http }: { http: { json: (path: string, request?: object) => Promise<{ body: unknown }> } }) {
      for (let offset = 0; ; offset += 5) {
        const { rows } = (await http.json('schools', { search: { limit: 5, offset } })).body as Body;
        if (rows.length === 0) return;
        yield { rows, place: {} };
      }
    },
  },
});

/** Ids of persons are not pseudonyms. */
export const plainIds = bad({ pupils: { ...pupils, map: ({ id }: { id: string }) => ({ id: `example:${id}` }) } });

/** Names pupils by another pseudonym than the one by which it loads them. */
export const danglingIds = bad({
  enrolments: {
    ...pupils,
    entity: 'Enrolment',
    title: 'Enrolments',
    map: ({ id }: { id: string }, { identity, source }: MapContext<ExampleConfig>) => ({
      id: identity.pseudonym('enrolment', `${source}:${id}`),
      studentId: identity.pseudonym('pupil', `${source}:${id}`),
      organisationId: 'urn:100001',
      status: 'current',
      enteredOn: '2023-09-01',
    }),
  },
});

/** Remembers rows between calls. */
export const impureMap = (): Connect => {
  const seen = new Set<unknown>();
  return bad({
    schools: {
      ...schools,
      map: (row: { urn: number }) => {
        if (seen.has(row.urn)) return skip('seen before');
        seen.add(row.urn);
        return { id: `urn:${row.urn}`, kind: 'school', name: 'A school' };
      },
    },
  });
};

/** Goes on from now by the host's clock, and asks for nothing that lies before. */
export const noOverlap = bad({
  pupils: {
    ...pupils,
    async *read(context: never) {
      const { cursor, now } = context as { cursor?: { since?: string }; now(): number };
      for await (const page of pupils.read(context) as AsyncIterable<Page>) yield page.cursor === undefined || !('since' in (page.cursor as object)) || 'at' in (page.cursor as object) ? page : { ...page, cursor: { since: new Date(now()).toISOString() } };
      void cursor;
    },
  },
});

/** Calls what it did not meet deleted, whatever happened. */
export const deletesUnmet = bad({
  schools: {
    ...schools,
    deletes: 'feed',
    async *read(context: never) {
      const met = new Set<number>();
      try {
        for await (const page of schools.read(context)) {
          for (const row of page.rows) met.add((row as { urn: number }).urn);
          yield page;
        }
      } catch {
        // An outage is taken for the end.
      }
      const gone = Array.from({ length: 7 }, (_, index) => 100_001 + index).filter((urn) => !met.has(urn));
      yield { rows: gone.map((urn) => ({ urn, name: 'gone' })), place: {} };
    },
    map: (row: { urn: number; name?: string }) =>
      row.name === 'gone' ? removal(row.urn) : { id: `urn:${row.urn}`, kind: 'school', name: row.name ?? '' },
  },
});

function removal(urn: number) {
  return { [Symbol.for('collegial.connector.outcome')]: 'removed', key: [`urn:${urn}`] };
}

/** Quotes the token in what it fails with. */
export const tellsToken = bad({
  schools: {
    ...schools,
    async *read(context: never) {
      const { http, config, logger } = context as { http: { json(path: string): Promise<{ body: Body }> }; config: ExampleConfig; logger: { warn(message: string): void } };
      logger.warn(`asking with ${config.token.reveal()}`);
      yield { rows: (await http.json('schools')).body.rows, place: {} };
    },
  },
});

/** Throws at a row that it does not like. */
export const fragile = bad({
  schools: {
    ...schools,
    wire: z.looseObject({}),
    map: (row: { urn: number; name: string }) => ({ id: `urn:${row.urn.toFixed(0)}`, kind: 'school', name: row.name.trim() }),
  },
});

/** Refuses a whole page for one row. */
export const strictPage = bad({
  schools: {
    ...schools,
    async *read(context: never) {
      for await (const page of schools.read(context))
        yield { ...page, rows: z.array(z.object({ urn: z.number(), name: z.string() })).parse(page.rows) };
    },
  },
});

/** Begins at the second page when it is resumed. */
export const wrongResume = bad({
  schools: {
    ...schools,
    async *read(context: never) {
      const { cursor } = context as { cursor?: { received: number } };
      const further = cursor === undefined ? undefined : { page: 9, received: cursor.received + 1 };
      yield* schools.read({ ...(context as object), cursor: further } as never);
    },
  },
});

/** Claims nothing, says nothing. */
export const noFacts = bad({}, { about: { reads: 'http', authentication: [], paging: [], verified: [] } });

/** Asks again at once, whatever the server says. */
export const impatient = bad(
  {
    schools: {
      ...schools,
      async *read(context: never) {
        const { http } = context as { http: { json(path: string): Promise<{ body: Body }> } };
        yield { rows: (await http.json('schools')).body.rows, place: {} };
      },
    },
  },
  { http: (config: ExampleConfig) => ({ ...example.http?.(config), retries: 0 }) },
);

/** Keeps a name of a school in which a person stands. */
export const keepsCanary = bad({
  schools: { ...schools, map: ({ urn }: { urn: number }) => ({ id: `urn:${urn}`, kind: 'school', name: 'Home of Quillfeather' }) },
});

/** Wants more of a row than the server gives. */
export const wantsMore = bad({ pupils: { ...pupils, wire: lenient.object({ id: lenient.text(), upn: lenient.text() }) } });
