import { CollegialError, type ErrorCode } from '@collegial/model';
import type { ReportedFailure } from './http-settings.ts';

/** A failed attempt: the error to throw, and whether and when another attempt may pass. */
export interface Failure {
  readonly error: CollegialError;
  readonly retry: boolean;
  /** Milliseconds the server asked to wait. */
  readonly after?: number;
}

const transient = new Set([408, 425, 500, 502, 503, 504]);

/** An error of the transport. `path` is the URL's path: no query and no body ever reach a message. */
export function httpError(code: ErrorCode, path: string, what: string, cause?: unknown): CollegialError {
  return new CollegialError({ code, message: `${what}.`, place: { file: path }, cause });
}

/** What a status that is not a success means. */
export function failureOfStatus(status: number, path: string, after: number | undefined): Failure {
  const says = (code: ErrorCode, what: string) => httpError(code, path, `${what} (status ${status})`);
  const asked = after === undefined ? {} : { after };
  if (status === 429 || (status === 403 && after !== undefined))
    return { error: says('http.rate', 'The server limits the rate of requests'), retry: true, ...asked };
  if (status === 401) return { error: says('http.auth', 'The server refused the credentials'), retry: false };
  if (status === 403)
    return { error: says('http.scope', 'The credentials may not read this resource'), retry: false };
  if (status === 404 || status === 410)
    return { error: says('http.not-found', 'The server has no such resource'), retry: false };
  if (transient.has(status))
    return { error: says('http.upstream', 'The server failed'), retry: true, ...asked };
  if (status >= 500) return { error: says('http.upstream', 'The server failed'), retry: false };
  return { error: says('http.schema', 'The server did not accept the request'), retry: false };
}

/** What a body says that came with status 200 and is a failure all the same. */
export function failureReported(reported: string | ReportedFailure, path: string): Failure {
  const { code, reason } =
    typeof reported === 'string' ? { code: 'http.upstream' as const, reason: reported } : reported;
  const text = `The server reported a failure: ${reason.replace(/\.$/, '')}`;
  return { error: httpError(code, path, text), retry: code === 'http.upstream' || code === 'http.rate' };
}

/** A connection that failed: refused, reset, cut inside the body, or too slow. Names the host, which a firewall must let through. */
export function networkFailure({ host, pathname }: URL, cause: unknown, timedOutAfter?: number): Failure {
  const what =
    timedOutAfter === undefined
      ? `The server ${host} could not be reached, or the connection broke${reasonOf(cause)}`
      : `The server ${host} did not answer completely within ${timedOutAfter} ms`;
  return {
    error: httpError('http.network', pathname, what, timedOutAfter === undefined ? cause : undefined),
    retry: true,
  };
}

/** Codes such as ECONNRESET tell what happened, and hold nothing of the request. */
function reasonOf(error: unknown): string {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 4; cause = cause.cause, depth += 1) {
    const code = (cause as { code?: unknown }).code;
    if (typeof code === 'string' && /^[A-Z0-9_]+$/.test(code)) return ` (${code})`;
  }
  return '';
}
