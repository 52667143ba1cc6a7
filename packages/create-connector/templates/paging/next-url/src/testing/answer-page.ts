/** Rows from `offset` on, with the URL of the next page and how many rows there are in all. */
export function answerPage(url: URL, rows: readonly object[], most: number): Response {
  const offset = Number(url.searchParams.get('offset') ?? 0);
  const limit = Math.min(Number(url.searchParams.get('limit') ?? most), most);
  const following = new URL(url);
  following.searchParams.set('offset', String(offset + limit));
  const next = offset + limit < rows.length ? following.href : null;
  return Response.json({ data: rows.slice(offset, offset + limit), next, total: rows.length });
}
