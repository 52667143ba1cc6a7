import type { HttpRequest } from '../http/http-client.ts';
import type { ReceivedPage } from './page-reader.ts';
import type { PagingState } from './paging-state.ts';
import type { PagingStyle, Step } from './read-pages.ts';
import { rowMark } from './row-mark.ts';

/** A way of paging in which every page leads to the next one and none is looked at twice. */
export interface FollowStyle<Body> {
  ask(state: PagingState): { readonly path: string; readonly search: HttpRequest['search'] };
  /**
   * True when the total ends the read. Not where the server names the next page: following it to the end is
   * what shows a server that leads in a circle.
   */
  readonly endsAtTotal: boolean;
  /** The state after a page, or `undefined` when it was the last. `state` has moved on by this page already. */
  after(state: PagingState, received: ReceivedPage<Body>): PagingState | undefined;
}

/**
 * Makes a style that follows. An empty page that would end the read is asked for once more – servers under load
 * send such pages – unless all rows of the total were there before it.
 */
export function followStyle<Body>(style: FollowStyle<Body>): PagingStyle<Body> {
  const stepFrom = (state: PagingState, received: ReceivedPage<Body>): Step & { suspect: boolean } => {
    const { rows, total } = received;
    const mark = rows.length > 0 ? rowMark(rows.at(-1)) : state.mark;
    const moved: PagingState = {
      page: state.page + 1,
      received: state.received + rows.length,
      ...(mark !== undefined && { mark }),
    };
    const atTotal = total !== undefined && moved.received >= total;
    const ends = atTotal && (style.endsAtTotal || rows.length === 0);
    const next = ends ? undefined : style.after(moved, received);
    return {
      rows,
      next,
      total,
      suspect: rows.length === 0 && next === undefined && (!ends || state.page === 1),
    };
  };
  const at = (state: PagingState) => {
    const { path, search } = style.ask(state);
    return { path, search };
  };
  return {
    keyOf(state) {
      const { path, search } = at(state);
      return search === undefined ? path : `${path} ${JSON.stringify(search)}`;
    },
    async read(state, reader) {
      const { path, search } = at(state);
      const step = stepFrom(state, await reader.ask(path, search, state.page));
      return step.suspect ? stepFrom(state, await reader.ask(path, search, state.page)) : step;
    },
  };
}
