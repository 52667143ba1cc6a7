import type { Page } from '../contract/page.ts';
import { loop, PageReader, pathOf } from './page-reader.ts';
import type { PagingOptions } from './paging-options.ts';
import type { PagingState } from './paging-state.ts';

/** So many pages without rows are no filter any more. */
const mostEmpty = 1000;

/** What was read at one place, and where reading goes on. */
export interface Step {
  /** Rows to give away. */
  readonly rows: readonly unknown[];
  /** Nothing after the last page. */
  readonly next: PagingState | undefined;
  /** Rows that will have been given in all, as far as the source says: its total, and the rows given again. */
  readonly total: number | undefined;
}

/** One way of paging. */
export interface PagingStyle<Body> {
  /** Text that stands for the place of a state: it must never come again in a read. */
  keyOf(state: PagingState): string;
  /** Reads at a place, asking as often as it takes. */
  read(state: PagingState, reader: PageReader<Body>): Promise<Step>;
}

/**
 * Reads pages in one of the styles and gives them away with the place that reading goes on at. Refuses a place
 * that comes again, for all styles.
 */
export async function* readPages<Body, Cursor>(
  options: PagingOptions<Body, Cursor>,
  style: PagingStyle<Body>,
): AsyncGenerator<Page<Cursor>, void, undefined> {
  const { cursor = (next) => next as Cursor | undefined } = options;
  const reader = new PageReader<Body>(options as PagingOptions<Body, unknown>);
  const visited = new Set<string>();
  const file = pathOf(options.path);
  let empty = 0;
  let state: PagingState | undefined = options.from ?? { page: 1, received: 0 };
  while (state !== undefined) {
    const place = { file: state.next === undefined ? file : pathInside(state.next, file), page: state.page };
    visited.add(style.keyOf(state));
    const { rows, next, total } = await style.read(state, reader);
    empty = rows.length === 0 ? empty + 1 : 0;
    if (empty > mostEmpty) throw loop(`${mostEmpty} pages without rows, one after the other`, place);
    // Before the page is given away: a cursor that leads back must never be committed.
    if (next !== undefined && visited.has(style.keyOf(next)))
      throw loop(
        'a place that it had sent before',
        place,
        'Check that what finds the next place – `next` of byNextUrl, `token` of byToken – does not give the present one.',
      );
    state = next === undefined || !reader.linked ? next : { ...next, linked: true };
    const at = cursor(state);
    if (rows.length === 0 && at === undefined && total === undefined) continue;
    yield { rows, place, ...(at !== undefined && { cursor: at }), ...(total !== undefined && { total }) };
  }
}

/** Path of a next URL; a token is no URL, and stays out of messages. */
function pathInside(next: string, file: string): string {
  return /^https?:\/\//.test(next) && URL.canParse(next) ? new URL(next).pathname : file;
}
