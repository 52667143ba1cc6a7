/** The page `page`, from 1, of at most `per_page` rows, and how many rows there are in all. */
export function answerPage(url: URL, rows: readonly object[], most: number): Response {
  const page = Number(url.searchParams.get('page') ?? 1);
  const size = Math.min(Number(url.searchParams.get('per_page') ?? most), most);
  return Response.json({ data: rows.slice((page - 1) * size, page * size), total: rows.length });
}
