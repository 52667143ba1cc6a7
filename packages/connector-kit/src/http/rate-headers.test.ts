import { describe, expect, it } from 'vitest';
import { rateLimitReset, retryAfter } from './rate-headers.ts';

const now = Date.parse('2024-09-02T08:00:00Z');

describe('retryAfter', () => {
  it.each([
    ['120', 120_000],
    ['0', 0],
    ['1.5', 1500],
    ['Mon, 02 Sep 2024 08:00:07 GMT', 7000],
    ['Mon, 02 Sep 2024 07:00:00 GMT', 0],
    ['soon', undefined],
    ['', undefined],
  ])('%s is %s ms', (value, expected) => {
    expect(retryAfter(new Headers({ 'retry-after': value }), now)).toBe(expected);
  });
});

describe('rateLimitReset', () => {
  it.each([
    [{ 'ratelimit-remaining': '0', 'ratelimit-reset': '9' }, 9000],
    [{ 'ratelimit-remaining': '1', 'ratelimit-reset': '9' }, undefined],
    [{ ratelimit: 'limit=100, remaining=0, reset=5' }, 5000],
    [{ ratelimit: '"default";r=0;t=5' }, 5000],
    [{ ratelimit: '"default";r=50;t=5' }, undefined],
    [{ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(now / 1000 + 30) }, 30_000],
    [{ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(now + 30_000) }, 30_000],
    [{ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': 'Mon, 02 Sep 2024 08:00:05 GMT' }, 5000],
    [{ 'x-rate-limit-remaining': '0', 'x-rate-limit-reset': '4' }, 4000],
    [{ ratelimit: '"default";r=0;t=30' }, 30_000],
    [{ ratelimit: '"burst";r=9;t=1, "hour";r=0;t=500' }, 500_000],
    [{ ratelimit: '"a,b";r=0;t=3,"c";r=0;t=2' }, 3000],
    [{ ratelimit: '"default";r=0' }, undefined],
    [{ 'ratelimit-remaining': '-1', 'ratelimit-reset': '9' }, undefined],
    [{ 'ratelimit-remaining': 'none', 'ratelimit-reset': '9' }, undefined],
    [{ 'x-ratelimit-remaining': '0' }, undefined],
    [{}, undefined],
  ])('%j is %s ms', (headers, expected) => {
    expect(rateLimitReset(new Headers(headers as Record<string, string>), now)).toBe(expected);
  });
});
