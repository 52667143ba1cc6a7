/** Rows of the page that a token stands for, with the token of the next one and how many rows there are in all. */
export function answerPage(url: URL, rows: readonly object[], most: number): Response {
  const token = url.searchParams.get('pageToken');
  const offset = token === null ? 0 : Number(Buffer.from(token, 'base64url').toString());
  if (!Number.isSafeInteger(offset))
    return Response.json({ error: 'The page token is not one of ours.' }, { status: 400 });
  const end = offset + Math.min(Number(url.searchParams.get('pageSize') ?? most), most);
  const nextPageToken = end < rows.length ? Buffer.from(String(end)).toString('base64url') : null;
  return Response.json({ data: rows.slice(offset, end), nextPageToken, total: rows.length });
}
