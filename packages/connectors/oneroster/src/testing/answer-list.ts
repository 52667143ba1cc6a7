import { type Answer, jsonAnswer, refusal } from './answer.ts';
import { FilterError, parseFilter } from './filter-grammar.ts';
import type { Route } from './routes.ts';
import { type Writing, wireObject } from './wire-object.ts';

type Row = Record<string, unknown>;

/** A page of a collection: filter, sort, limit and offset, with the total and links when the server sends those. */
export function answerList(route: Route, url: URL, writing: Writing): Answer {
  const { quirks } = writing;
  const limit = wholeNumber(url.searchParams.get('limit'), 100, 1);
  const offset = wholeNumber(url.searchParams.get('offset'), 0, 0);
  if (limit === undefined || offset === undefined)
    return refusal(400, 'invaliddata', 'limit or offset is no number');
  const sort = url.searchParams.get('sort');
  if (quirks.refusesSort === true && sort !== null)
    return refusal(400, 'invaliddata', 'sorting is not supported');
  let rows: Row[] = route.rows
    .filter(({ deleted }) => !deleted || quirks.dropsDeleted !== true)
    .map((stored) => wireObject(stored, writing));
  try {
    const filter = url.searchParams.get('filter');
    if (filter !== null) rows = rows.filter(parseFilter(filter));
  } catch (error) {
    if (error instanceof FilterError) return refusal(400, 'invalid_filter_field', error.message);
    throw error;
  }
  if (sort !== null) rows.sort(byField(sort, url.searchParams.get('orderBy') === 'desc' ? -1 : 1));
  const most = Math.min(limit, quirks.clampsLimitAt ?? limit);
  const page = rows.slice(offset, offset + most);
  return jsonAnswer(
    { [route.many]: page },
    {
      ...(quirks.total !== false && { 'x-total-count': String(rows.length) }),
      ...(quirks.links === true && { link: linksOf(url, offset, most, rows.length) }),
    },
  );
}

/** One object. */
export function answerOne(route: Route, writing: Writing): Answer {
  const [stored] = route.rows.filter(({ deleted }) => !deleted || writing.quirks.dropsDeleted !== true);
  if (stored === undefined) return refusal(404, 'unknownobject', 'there is no such object');
  return jsonAnswer({ [route.one]: wireObject(stored, writing) });
}

function wholeNumber(written: string | null, otherwise: number, lowest: number): number | undefined {
  if (written === null) return otherwise;
  return /^\d{1,9}$/.test(written) && Number(written) >= lowest ? Number(written) : undefined;
}

function byField(field: string, direction: 1 | -1) {
  return (a: Row, b: Row) => {
    const [first, second] = [String(a[field] ?? ''), String(b[field] ?? '')];
    return first < second ? -direction : first > second ? direction : 0;
  };
}

function linksOf(url: URL, offset: number, limit: number, total: number): string {
  const at = (place: number, relation: string) => {
    const target = new URL(url);
    target.searchParams.set('offset', String(place));
    target.searchParams.set('limit', String(limit));
    return `<${target.href}>; rel="${relation}"`;
  };
  const last = Math.max(0, Math.ceil(total / limit) - 1) * limit;
  return [
    ...(offset + limit < total ? [at(offset + limit, 'next')] : []),
    ...(offset > 0 ? [at(Math.max(0, offset - limit), 'prev')] : []),
    at(0, 'first'),
    at(last, 'last'),
  ].join(', ');
}
