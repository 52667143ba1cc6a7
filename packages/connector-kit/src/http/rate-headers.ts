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
 * do. Reads the drafts of
 * `RateLimit` headers (draft-ietf-httpapi-ratelimit-headers, separate fields, one field, and
 * `"policy";r=0;t=5`) and their `X-` forerunners, whose reset may be a time since 1970 in seconds.
 */
export function rateLimitReset(headers: Headers, now: number): number | undefined {
  const combined = headers.get('ratelimit');
  const remaining =
    part(combined, /\b(?:remaining|r)\s*=\s*(\d+)/) ??
    count(headers.get('ratelimit-remaining') ?? headers.get('x-ratelimit-remaining'));
  if (remaining !== 0) return undefined;
  const reset =
    part(combined, /\b(?:reset|t)\s*=\s*(\d+)/) ??
    count(headers.get('ratelimit-reset') ?? headers.get('x-ratelimit-reset'));
  if (reset === undefined) return undefined;
  return reset > 1_000_000_000 ? Math.max(0, reset * 1000 - now) : reset * 1000;
}

function part(text: string | null, pattern: RegExp): number | undefined {
  const found = text === null ? undefined : pattern.exec(text)?.[1];
  return found === undefined ? undefined : Number(found);
}

function count(text: string | null): number | undefined {
  const number = text === null || text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(number) && number >= 0 ? number : undefined;
}
