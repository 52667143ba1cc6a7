/** An answer with its body read. */
export interface HttpAnswer<Body> {
  readonly body: Body;
  readonly headers: Headers;
  /** URL that answered, without its query. */
  readonly url: string;
}

/** Options of one request. */
export interface HttpRequest {
  readonly search?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** Makes requests to one server, with retries, rate limits and tokens taken care of. */
export interface HttpClient {
  /**
   * Gets JSON. `path` is relative to the base URL, or a URL of the same origin that the server itself sent.
   *
   * @throws CollegialError `http.*`; messages hold no query, body or personal data
   */
  json<Body = unknown>(path: string, request?: HttpRequest): Promise<HttpAnswer<Body>>;
}
