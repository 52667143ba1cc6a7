import type { Authorization } from './authorization.ts';

/** A failure that a server reports with status 200, when it says of what kind it is: a wrong key is not worth trying again. */
export interface ReportedFailure {
  readonly code: 'http.auth' | 'http.scope' | 'http.rate' | 'http.quota' | 'http.not-found' | 'http.upstream';
  /** In the connector's own words, without a full stop. */
  readonly reason: string;
}

/** How a connector's requests are made. */
export interface HttpSettings {
  /** Every path is resolved against it; requests never leave its origin. */
  readonly baseUrl: string;
  readonly authorization: Authorization;
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds for one attempt, body included; default 60 000. */
  readonly timeout?: number;
  /** Further attempts after a failed one that may pass; default 5. */
  readonly retries?: number;
  /**
   * Longest wait, in milliseconds, that a server may ask for; a longer one is `http.quota` at once. Default 300
   * 000.
   */
  readonly longestWait?: number;
  /** Most bytes of a body, unpacked; default 64 MiB. A larger one is `http.schema`: ask for smaller pages. */
  readonly maxBodyBytes?: number;
  /**
   * Says that a body with status 200 is a failure all the same: `undefined` when it is none; a reason in the connector's own words, never text of the
   * body, for `http.upstream`, which is tried again; or the kind of failure with its reason. Default: every such body is an answer.
   *
   * @example
   * ```ts
   * import type { HttpSettings } from '@collegial/connector-kit';
   *
   * const failureIn: HttpSettings['failureIn'] = (body) => {
   *   const { success, code } = body as { success?: boolean; code?: string };
   *   if (success !== false) return undefined;
   *   return code === 'INVALID_KEY' ? { code: 'http.auth', reason: 'the key is not valid' } : 'no list was made';
   * };
   * failureIn?.({ success: true, data: [] }); // undefined
   * ```
   */
  readonly failureIn?: (body: unknown) => string | ReportedFailure | undefined;
}
