/** A request and its answer, without what must not be kept. */
export interface CassetteEntry {
  readonly method: string;
  /** Absolute; values of query parameters that hold credentials are `redacted`. */
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON value, or text; absent: no body. */
  readonly body?: unknown;
}

/** A recording of a server. */
export interface Cassette {
  readonly version: 1;
  readonly entries: readonly CassetteEntry[];
}

/** Names of fields, headers and query parameters that hold credentials. */
export const secretNames =
  /(^|[_.-])(token|secret|password|passwd|signature|authorization|auth|apikey|api_key|key|code|jwt|assertion|cookie|session)$|token|secret|password|authorization|cookie|api[_-]?key/i;

/** What stands in place of a credential. */
export const redacted = 'redacted';

/** A URL as recordings compare it: credentials redacted, parameters in order of name. */
export function comparableUrl(url: string, ignore: readonly string[] = []): string {
  const made = new URL(url);
  const parameters = [...made.searchParams]
    .filter(([name]) => !ignore.includes(name))
    .map(([name, value]) => [name, secretNames.test(name) ? redacted : value] as [string, string])
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  made.search = new URLSearchParams(parameters).toString();
  made.hash = '';
  made.username = '';
  made.password = '';
  return made.href;
}
