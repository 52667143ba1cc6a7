/** The whole list. */
export function answerPage(_url: URL, rows: readonly object[], _most: number): Response {
  return Response.json({ data: rows });
}
