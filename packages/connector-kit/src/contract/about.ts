/**
 * What a connector was tried against: `live-server` – a real installation · `official-document` – the publisher's own specification or
 * OpenAPI document, by machine · `public-sample` – files or recordings that somebody else published · `synthetic` – only what its authors wrote.
 */
export type Verification = 'live-server' | 'official-document' | 'public-sample' | 'synthetic';

/** Facts about a connector for people who choose one; the capability table of the docs is made from them. */
export interface About {
  /** Where records come from: requests to a server, files, or the program itself. */
  readonly reads: 'http' | 'files' | 'program';
  /** Ways to authenticate, for example `bearer token`, `OAuth 2 client credentials`. */
  readonly authentication: readonly string[];
  /** Ways of paging, for example `next URL`, `offset`. */
  readonly paging: readonly string[];
  /** At least one; the README says with what exactly. */
  readonly verified: readonly Verification[];
}
