import type { Secret } from '../settings/secret.ts';

/** A request as it is about to be sent, for an authorization that signs it. */
export interface RequestToSign {
  readonly method: string;
  /** The whole URL, query included. */
  readonly url: URL;
  /** Milliseconds since 1970, by the client's clock. */
  readonly now: number;
}

/** What a token is fetched with. */
export type FetchToken = (
  fetch: typeof globalThis.fetch,
  signal: AbortSignal,
) => Promise<{ token: string; expiresInSeconds: number }>;

/** How requests to one server are authorised. Functions are called for each attempt, so that secrets are read at the moment of use. */
export type Authorization =
  | { readonly type: 'none' }
  | { readonly type: 'bearer'; readonly token: () => string | Promise<string> }
  | { readonly type: 'basic'; readonly username: string; readonly password: string | Secret }
  | {
      /** Headers of the vendor's own, for example an application's id and secret. */
      readonly type: 'headers';
      readonly headers: () => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>;
    }
  | {
      /** A signature over method and URL, made anew for each attempt and each redirect, for example `oauth1`. */
      readonly type: 'sign';
      readonly sign: (
        request: RequestToSign,
      ) => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>;
    }
  | {
      /**
       * A token that expires: fetched when needed, shared by concurrent requests, renewed once after a 401. See
       * `clientCredentials` for OAuth 2.
       */
      readonly type: 'token';
      readonly fetchToken: FetchToken;
      /**
       * Where tokens come from, when that is an address in the settings: it may be another origin than the base URL, but is refused as
       * `config.invalid` when it would send the secret in the clear.
       */
      readonly tokenUrl?: string;
    };
