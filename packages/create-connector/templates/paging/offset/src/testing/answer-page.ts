/** Rows from `offset` on, at most `limit` of them, and how many there are in all. */
export function answerPage(url: URL, rows: readonly object[], most: number): Response {
  const offset = Number(url.searchParams.get('offset') ?? 0);
  const limit = Math.min(Number(url.searchParams.get('limit') ?? most), most);
  return Response.json({ data: rows.slice(offset, offset + limit), total: rows.length });
}
