/**
 * Milliseconds that `Retry-After` asks to wait: seconds or an HTTP date (RFC 9110, section 10.2.3);
 * `undefined` when absent or unreadable.
 */
export function retryAfter(headers: Headers, now: number): number | undefined {
  const value = headers.get('retry-after')?.trim();
  if (value === undefined || value === '') return undefined;
  if (/^\d+(\.\d+)?$/.test(value)) return Math.ceil(Number(value) * 1000);
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/**
 * Milliseconds until requests are allowed again when the server says that none remain; `undefined` while some
 * do. Reads the drafts of `RateLimit` headers (draft-ietf-httpapi-ratelimit-headers): separate fields, one field,
 * and a list of policies such as `"burst";r=9;t=1, "hour";r=0;t=500`, of which the used up one with the longest
 * wait counts; and their forerunners `X-RateLimit-*` and `X-Rate-Limit-*`, whose reset may be a time: seconds or
 * milliseconds since 1970, or a date.
 */
export function rateLimitReset(headers: Headers, now: number): number | undefined {
  const waits = [...policies(headers.get('ratelimit')), separate(headers)]
    .filter(({ remaining }) => remaining === 0)
    .map(({ reset }) => reset)
    .filter((reset) => reset !== undefined)
    .map((reset) => untilReset(reset, now));
  return waits.length === 0 ? undefined : Math.max(...waits);
}

interface Limit {
  readonly remaining: number | undefined;
  /** As sent: seconds to wait, or a time. */
  readonly reset: number | undefined;
}

function policies(field: string | null): Limit[] {
  if (field === null) return [];
  // The older draft writes one limit as a list: limit=100, remaining=0, reset=5.
  const items = /\bremaining\s*=/.test(field) ? [field] : (field.match(/(?:"[^"]*"|[^,"])+/g) ?? []);
  return items.map((item) => ({
    remaining: part(item, /\b(?:remaining|r)\s*=\s*(\d+)/),
    reset: part(item, /\b(?:reset|t)\s*=\s*(\d+)/),
  }));
}

function separate(headers: Headers): Limit {
  const read = (name: string) =>
    ['ratelimit', 'x-ratelimit', 'x-rate-limit']
      .map((prefix) => number(headers.get(`${prefix}-${name}`)))
      .find((value) => value !== undefined);
  return { remaining: read('remaining'), reset: read('reset') };
}

/** Numbers too large for a wait are times. */
function untilReset(reset: number, now: number): number {
  if (reset > 100_000_000_000) return Math.max(0, reset - now);
  return reset > 1_000_000_000 ? Math.max(0, reset * 1000 - now) : reset * 1000;
}

function part(text: string, pattern: RegExp): number | undefined {
  const found = pattern.exec(text)?.[1];
  return found === undefined ? undefined : Number(found);
}

/** A number from 0, or a date as milliseconds since 1970. */
function number(text: string | null): number | undefined {
  if (text === null || text.trim() === '') return undefined;
  const value = Number(text);
  if (Number.isFinite(value)) return value >= 0 ? value : undefined;
  const date = /[a-z]{3}|T/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : date;
}
