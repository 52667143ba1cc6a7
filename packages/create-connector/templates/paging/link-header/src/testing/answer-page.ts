/** Rows from `offset` on as a bare list; headers name the next page and how many rows there are in all. */
export function answerPage(url: URL, rows: readonly object[], most: number): Response {
  const offset = Number(url.searchParams.get('offset') ?? 0);
  const limit = Math.min(Number(url.searchParams.get('limit') ?? most), most);
  const headers = new Headers({ 'x-total-count': String(rows.length) });
  if (offset + limit < rows.length) {
    const next = new URL(url);
    next.searchParams.set('offset', String(offset + limit));
    headers.set('link', `<${next.href}>; rel="next"`);
  }
  return Response.json(rows.slice(offset, offset + limit), { headers });
}
