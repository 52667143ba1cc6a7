import { expect, it } from 'vitest';
import { errorOf } from '../__fixtures__/error-of.ts';
import { testClock } from '../__fixtures__/serve.ts';
import { createHttpClient } from './create-http-client.ts';
import { createRateBudget } from './rate-budget.ts';

/** A host that is dead or alive, as the test says. */
function setUp() {
  const clock = testClock();
  const state = { alive: false, asked: 0 };
  const fetch = async () => {
    state.asked += 1;
    if (state.alive) return Response.json('ok');
    throw new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'EHOSTUNREACH' }) });
  };
  const budget = createRateBudget(clock);
  const client = () =>
    createHttpClient({
      settings: { baseUrl: 'https://mis.example/api/', authorization: { type: 'none' } },
      fetch: fetch as typeof globalThis.fetch,
      ...clock,
      random: () => 0,
      budget,
    });
  return { client, clock, state };
}

it('a dead host costs seconds for many streams of several sources, and every message names it', async () => {
  const { client, clock, state } = setUp();
  const sources = [client(), client()] as const;
  for (let stream = 0; stream < 14; stream += 1) {
    const error = await errorOf(sources[stream % 2 === 0 ? 0 : 1].json('users', { search: { upn: 'A123' } }));
    expect(error.code).toBe('http.network');
    expect(error.message).toContain('mis.example');
    expect(error.message).not.toMatch(/A123|upn/);
  }
  expect(state.asked).toBe(6 + 13);
  expect(clock.slept.reduce((sum, wait) => sum + wait, 0)).toBeLessThan(20_000);
});

it('gets all its attempts again once it has answered', async () => {
  const { client, state } = setUp();
  const http = client();
  await errorOf(http.json('x'));
  state.alive = true;
  expect((await http.json('x')).body).toBe('ok');
  state.alive = false;
  state.asked = 0;
  await errorOf(http.json('x'));
  expect(state.asked).toBe(6);
});

it('that only takes time is probed for no longer than ten seconds', async () => {
  const budget = createRateBudget(testClock());
  budget.lost();
  const http = createHttpClient({
    settings: { baseUrl: 'https://user-of.example/', authorization: { type: 'none' }, timeout: 30 },
    fetch: () => new Promise(() => undefined),
    budget,
  });
  const error = await errorOf(http.json('x'));
  expect(error.message).toContain('user-of.example did not answer completely within 30 ms');
});
