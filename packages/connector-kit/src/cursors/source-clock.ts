import type { HttpAnswer, HttpClient, HttpRequest } from '../http/http-client.ts';

/** A client that notes when, by the source's own clock, the first request was sent. */
export interface SourceClock {
  readonly http: HttpClient;
  /** Milliseconds since 1970; `undefined` before the first answer. */
  began(): number | undefined;
}

/**
 * Wraps a client. The time is that of the first answer's `Date` header, less the time that the request took, since
 * the source may have looked at its data right at the beginning; without such a header it is the host's clock.
 */
export function createSourceClock(http: HttpClient, now: () => number): SourceClock {
  let began: number | undefined;
  const json = async (path: string, request?: HttpRequest): Promise<HttpAnswer<unknown>> => {
    const asked = now();
    const answer = await http.json(path, request);
    if (began === undefined) {
      const told = Date.parse(answer.headers.get('date') ?? '');
      began = Number.isNaN(told) ? asked : told - Math.max(0, now() - asked);
    }
    return answer;
  };
  return { http: { json: json as HttpClient['json'] }, began: () => began };
}
