import type { AnyStream, MapContext, Page, Source } from '@collegial/connector-kit';

/** A page as it passed. */
export interface SeenPage {
  readonly stream: string;
  readonly page: Page;
}

/** A row and what `map` made of it. */
export interface SeenRow {
  readonly stream: string;
  readonly row: unknown;
  readonly context: MapContext<unknown>;
  readonly mapped: unknown;
}

/** A source that notes what passes. */
export interface WatchedSource {
  // biome-ignore lint/suspicious/noExplicitAny: a source of any connector
  readonly source: Source<any>;
  readonly pages: readonly SeenPage[];
  readonly rows: readonly SeenRow[];
  /** What the connector's own functions have thrown, first to last: sync tells no message of theirs, which could hold personal data. */
  readonly thrown: readonly unknown[];
}

/** What can be done to pages on their way. */
export interface Watching {
  /** Called before a page is handed on; what it returns is handed on. */
  readonly onPage?: (page: Page, index: number, stream: string) => Page;
}

/** Puts a watcher between a source and sync. */
// biome-ignore lint/suspicious/noExplicitAny: a source of any connector
export function watchSource(source: Source<any>, { onPage = (page) => page }: Watching = {}): WatchedSource {
  const pages: SeenPage[] = [];
  const rows: SeenRow[] = [];
  const thrown: unknown[] = [];
  const noting = <Result>(call: () => Result): Result => {
    try {
      return call();
    } catch (error) {
      thrown.push(error);
      throw error;
    }
  };
  // biome-ignore lint/suspicious/noExplicitAny: a stream of any connector
  const watch = (name: string, stream: AnyStream<any>): AnyStream<any> => ({
    ...stream,
    async *read(context) {
      try {
        for await (const page of stream.read(context)) {
          pages.push({ stream: name, page });
          yield onPage(page, pages.length - 1, name);
        }
      } catch (error) {
        thrown.push(error);
        throw error;
      }
    },
    map(row, context) {
      const mapped = noting(() => stream.map(row, context));
      rows.push({ stream: name, row, context, mapped });
      return mapped;
    },
  });
  const { connector } = source;
  const streams = Object.entries(connector.streams).map(([name, stream]) => [
    name,
    // biome-ignore lint/suspicious/noExplicitAny: a stream of any connector
    watch(name, stream as AnyStream<any>),
  ]);
  return {
    source: {
      ...source,
      connector: {
        ...connector,
        ...(connector.http && {
          http: (settings: unknown) => noting(() => connector.http?.(settings as never)),
        }),
        streams: Object.fromEntries(streams),
      } as never,
    },
    pages,
    rows,
    thrown,
  };
}
