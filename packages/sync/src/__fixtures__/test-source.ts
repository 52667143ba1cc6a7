import { defineConnector, type Page, remove, reject, skip, type Source, type StreamDefinition, stream } from '@collegial/connector-kit';
import * as z from 'zod';

/** A row of the test source: what becomes of it is in `what`. */
export interface TestRow {
  readonly id?: unknown;
  readonly what?: 'record' | 'bad record' | 'reject' | 'skip' | 'remove' | 'throw' | 'two' | 'none' | 'nothing';
  readonly name?: string;
}

export const wire = z.object({ id: z.string(), what: z.string().default('record'), name: z.string().default('A school') });
type Wire = z.output<typeof wire>;

const record = (id: string, name: string) => ({ id, kind: 'school' as const, name });

/** Turns a row into what it says, one of each kind of outcome. */
export function map({ id, what, name }: Wire) {
  if (what === 'bad record') return { ...record(id, name), openedOn: 'yesterday' };
  if (what === 'reject') return reject('it has no number', { field: 'number' });
  if (what === 'skip') return skip('a national total');
  if (what === 'remove') return remove(id);
  if (what === 'throw') throw new TypeError(`cannot read ${id}`);
  if (what === 'two') return [record(id, name), record(`${id}/2`, name)];
  if (what === 'none') return [];
  if (what === 'nothing') return undefined as never;
  return record(id, name);
}

export const pageCursor = { schema: z.object({ page: z.int() }), version: 1, resumeOnly: true } as const;

type Options = Partial<StreamDefinition<object, 'Organisation', { page: number }, Wire>>;

/** A stream over pages in memory, with a cursor after each. */
export function pagesStream(pages: readonly (readonly unknown[])[], options: Options = {}) {
  return stream<object>()({
    entity: 'Organisation',
    title: 'Schools',
    deletes: 'none',
    cursor: pageCursor,
    wire: wire as z.ZodType<Wire>,
    async *read({ cursor, signal }): AsyncGenerator<Page<{ page: number }>> {
      const total = pages.reduce((sum, rows) => sum + rows.length, 0);
      for (let page = cursor?.page ?? 0; page < pages.length; page += 1) {
        await new Promise((resolve) => setImmediate(resolve));
        signal.throwIfAborted();
        yield { rows: pages[page] as TestRow[], place: { page: page + 1 }, cursor: { page: page + 1 }, total };
      }
    },
    map,
    ...options,
  });
}

/** A source with streams. */
export function sourceOf(streams: Record<string, unknown>, name = 'test'): Source {
  const connector = defineConnector({ id: 'test', specVersion: 2, title: 'Test', about: { reads: 'program', authentication: [], paging: [], verified: ['synthetic'] }, config: z.strictObject({}), streams: streams as never });
  return connector({}, { name }) as unknown as Source;
}
