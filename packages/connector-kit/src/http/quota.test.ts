import { afterEach, describe, expect, it } from 'vitest';
import { errorOf } from '../__fixtures__/error-of.ts';
import { sendJson, serve, testClock } from '../__fixtures__/serve.ts';
import { createHttpClient } from './create-http-client.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function setUp(answer: Parameters<typeof serve>[0], retries = 2) {
  const server = await serve(answer);
  closing.push(server.close);
  const clock = testClock();
  const http = createHttpClient({
    settings: { baseUrl: server.url, authorization: { type: 'none' }, retries },
    sleep: clock.sleep,
    now: clock.now,
    random: () => 0,
  });
  return { http, server, clock };
}

describe('a quota that is used up', () => {
  it.each([429, 403])(
    'is told by a wait of %i that is too long, and asked no more until it is over',
    async (status) => {
      const { http, server, clock } = await setUp((_, response, count) =>
        count > 1 ? sendJson(response, 'ok') : response.writeHead(status, { 'retry-after': '3600' }).end(),
      );
      const error = await errorOf(http.json('x', { search: { upn: 'A123' } }));
      expect(error.code).toBe('http.quota');
      expect(error.message).toContain('3600 s');
      expect(error.message).not.toContain('A123');
      expect((await errorOf(http.json('y'))).code).toBe('http.quota');
      expect(server.requests).toHaveLength(1);
      expect(clock.slept).toEqual([]);
      await clock.sleep(3_600_000);
      expect((await http.json('x')).body).toBe('ok');
    },
  );

  it('is told by the body or a header, which are not repeated, without a retry', async () => {
    const { http, server } = await setUp((request, response) =>
      request.url === '/api/body'
        ? sendJson(response, { message: 'Daily limit of key hunter2 reached' }, 429)
        : response.writeHead(403, { 'x-quota-remaining': '0' }).end(),
    );
    const error = await errorOf(http.json('body'));
    expect(error.code).toBe('http.quota');
    expect(`${error.stack}${error.cause}`).not.toContain('hunter2');
    expect((await errorOf(http.json('header'))).code).toBe('http.quota');
    expect(server.requests).toHaveLength(2);
  });

  it('is not what a short wait means, whatever the body says', async () => {
    const { http, clock } = await setUp((_, response, count) =>
      count > 1
        ? sendJson(response, 'ok')
        : sendJson(response, { message: 'quota per minute' }, 429, { 'retry-after': '5' }),
    );
    expect((await http.json('x')).body).toBe('ok');
    expect(clock.slept).toEqual([5000]);
  });

  it('is what a reset far away means', async () => {
    const { http, server } = await setUp((_, response) =>
      sendJson(response, 'ok', 200, { ratelimit: '"day";r=0;t=7200' }),
    );
    await http.json('x');
    expect((await errorOf(http.json('x'))).code).toBe('http.quota');
    expect(server.requests).toHaveLength(1);
  });

  it('is not what a plain 403 means', async () => {
    const { http } = await setUp((_, response) => sendJson(response, { message: 'no access' }, 403));
    expect((await errorOf(http.json('x'))).code).toBe('http.scope');
  });
});
