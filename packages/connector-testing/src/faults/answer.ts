/** An answer that was read whole. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export async function readAnswer(response: Response): Promise<Answer> {
  const headers = new Headers(response.headers);
  // What is sent on may have another length.
  headers.delete('content-length');
  return { status: response.status, headers, text: await response.text() };
}

export function responseOf({ status, headers, text }: Answer): Response {
  const empty = status === 204 || status === 205 || status === 304;
  return new Response(empty ? null : text, { status, headers });
}

/** The body as JSON; `undefined` when it is none. */
export function jsonOf({ text }: Answer): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function withJson(answer: Answer, body: unknown): Response {
  return responseOf({ ...answer, text: JSON.stringify(body) });
}
