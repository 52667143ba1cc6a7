/** How requests to one server are authorised. */
export type Authorization =
  | { readonly type: 'none' }
  | { readonly type: 'bearer'; readonly token: () => string | Promise<string> }
  | { readonly type: 'basic'; readonly username: string; readonly password: string }
  | {
      /** A token that expires: fetched when needed, shared by concurrent requests, renewed once after a 401. */
      readonly type: 'token';
      readonly fetchToken: (
        fetch: typeof globalThis.fetch,
        signal: AbortSignal,
      ) => Promise<{ token: string; expiresInSeconds: number }>;
    };

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
   * Longest wait, in milliseconds, that a server may ask for; a longer one is `http.rate` at once. Default 300
   * 000.
   */
  readonly longestWait?: number;
  /**
   * Says that a body with status 200 is a failure all the same: the reason in the connector's own words, never
   * text of the body, or `undefined`.
   */
  readonly failureIn?: (body: unknown) => string | undefined;
}
