import type { IHttpRequest } from '@stoplight/prism-http';

/** A request in the form that Prism takes, with its path below the base URL; `undefined` when it lies elsewhere. */
export async function prismRequest(request: Request, baseUrl: URL): Promise<IHttpRequest | undefined> {
  const url = new URL(request.url);
  const base = baseUrl.pathname.replace(/\/+$/, '');
  if (url.origin !== baseUrl.origin || !`${url.pathname}/`.startsWith(`${base}/`)) return undefined;
  const body = await bodyOf(request);
  return {
    method: request.method.toLowerCase() as IHttpRequest['method'],
    url: { path: url.pathname.slice(base.length) || '/', query: queryOf(url.searchParams) },
    headers: Object.fromEntries(request.headers),
    ...(body !== undefined && { body }),
  };
}

function queryOf(parameters: URLSearchParams): Record<string, string | string[]> {
  const query: [string, string | string[]][] = [...new Set(parameters.keys())].map((name) => {
    const values = parameters.getAll(name);
    return [name, values.length > 1 ? values : (values[0] ?? '')];
  });
  return Object.fromEntries(query);
}

async function bodyOf(message: Request): Promise<unknown> {
  const text = await message.clone().text();
  if (text === '') return undefined;
  return readBody(text, message.headers.get('content-type'));
}

/** A body as Prism compares it: JSON parsed, anything else as text. */
export function readBody(text: string, contentType: string | null): unknown {
  if (!/\bjson\b/i.test(contentType ?? '')) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
