import { CollegialError } from '@collegial/model';
import { afterEach, describe, expect, it } from 'vitest';
import { sendJson, serve, testClock } from '../__fixtures__/serve.ts';
import { createHttpClient, type HttpClientOptions } from './create-http-client.ts';
import type { HttpSettings } from './http-settings.ts';

type Answer = Parameters<typeof serve>[0];
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function setUp(
  answer: Answer,
  settings: Partial<HttpSettings> = {},
  options: Partial<HttpClientOptions> = {},
) {
  const server = await serve(answer);
  closing.push(server.close);
  const clock = testClock();
  const http = createHttpClient({
    settings: { baseUrl: server.url, authorization: { type: 'none' }, ...settings },
    sleep: clock.sleep,
    now: clock.now,
    random: () => 0,
    ...options,
  });
  return { http, server, clock };
}

async function errorOf(work: Promise<unknown>): Promise<CollegialError> {
  try {
    await work;
  } catch (error) {
    if (CollegialError.isInstance(error)) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('requests', () => {
  it('go below the base URL with parameters, headers and credentials', async () => {
    let seen: Record<string, unknown> = {};
    const { http, server } = await setUp(
      (request, response) => {
        seen = request.headers;
        sendJson(response, { ok: true });
      },
      { authorization: { type: 'basic', username: 'ü', password: 'p' }, headers: { 'x-tenant': '7' } },
    );
    const answer = await http.json('schools/1', {
      search: { page: 2, all: false, none: undefined, q: 'a&b' },
    });
    expect(answer.body).toEqual({ ok: true });
    expect(answer.url).toBe(`${server.url}schools/1`);
    expect(server.requests).toEqual(['/api/schools/1?page=2&all=false&q=a%26b']);
    expect(seen).toMatchObject({
      'x-tenant': '7',
      accept: 'application/json',
      authorization: `Basic ${btoa('Ã¼:p')}`,
    });
  });

  it('follow URLs of the server, and redirects, within its origin only', async () => {
    const { http, server } = await setUp((request, response) => {
      if (request.url === '/api/away') response.writeHead(302, { location: 'http://other.invalid/x' }).end();
      else if (request.url === '/api/here') response.writeHead(307, { location: '/api/there' }).end();
      else if (request.url === '/api/round') response.writeHead(302, { location: '/api/round' }).end();
      else sendJson(response, request.url);
    });
    expect((await http.json(`${server.url}next?page=2`)).body).toBe('/api/next?page=2');
    expect((await http.json('here')).body).toBe('/api/there');
    for (const path of ['http://other.invalid/api/x', '//other.invalid/x', 'away', 'round'])
      expect((await errorOf(http.json(path))).code).toBe('http.schema');
  });
});

describe('limits of rate', () => {
  it('honours Retry-After in seconds and as a date, also when the body is HTML', async () => {
    const { http, server, clock } = await setUp((_, response, count) => {
      if (count === 1)
        response
          .writeHead(429, { 'retry-after': '7', 'content-type': 'text/html' })
          .end('<h1>Slow down</h1>');
      else if (count === 2) response.writeHead(503, { 'retry-after': 'Mon, 02 Sep 2024 08:00:20 GMT' }).end();
      else sendJson(response, 'ok');
    });
    expect((await http.json('x')).body).toBe('ok');
    expect(clock.slept).toEqual([7000, 13_000]);
    expect(server.requests).toHaveLength(3);
  });

  it('waits for the reset when none remain, before the next request', async () => {
    const { http, clock } = await setUp((_, response, count) =>
      sendJson(response, count, 200, {
        'ratelimit-remaining': count === 1 ? '0' : '5',
        'ratelimit-reset': '30',
      }),
    );
    await http.json('x');
    expect(clock.slept).toEqual([]);
    await http.json('x');
    expect(clock.slept).toEqual([30_000]);
  });

  it('gives up as http.rate after all attempts', async () => {
    const { http, server } = await setUp(
      (_, response) => response.writeHead(429, { 'retry-after': '1' }).end(),
      { retries: 2 },
    );
    expect((await errorOf(http.json('x'))).code).toBe('http.rate');
    expect(server.requests).toHaveLength(3);
  });
});

describe('failures that may pass', () => {
  it('are tried again with doubled waits', async () => {
    const statuses = [500, 502, 503, 504];
    const { http, clock } = await setUp((_, response, count) => {
      const status = statuses[count - 1];
      if (status === undefined) sendJson(response, 'ok');
      else response.writeHead(status).end('down');
    });
    expect((await http.json('x')).body).toBe('ok');
    expect(clock.slept).toEqual([500, 1000, 2000, 4000]);
  });

  it('include a connection reset inside the body', async () => {
    const { http, server } = await setUp((request, response, count) => {
      if (count > 1) return sendJson(response, 'ok');
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
      response.write('{"data":[');
      setTimeout(() => request.socket.destroy(), 20);
    });
    expect((await http.json('x')).body).toBe('ok');
    expect(server.requests).toHaveLength(2);
  });

  it('include JSON cut short', async () => {
    const { http } = await setUp((_, response, count) => {
      if (count > 1) return sendJson(response, 'ok');
      response.end('{"data":[{"id":1},{"na');
    });
    expect((await http.json('x')).body).toBe('ok');
    const always = await setUp((_, response) => response.end('{"upn":"A123"'), { retries: 1 });
    const error = await errorOf(always.http.json('x'));
    expect(error.code).toBe('http.schema');
    expect(`${error.message}${error.stack}${error.cause}`).not.toContain('A123');
  });

  it('include a body that drips too slowly, which is a timeout', async () => {
    const { http, server } = await setUp(
      (_, response) => {
        const drip = setInterval(() => response.write(' '), 20);
        response.on('close', () => clearInterval(drip));
      },
      { timeout: 150, retries: 1 },
    );
    const error = await errorOf(http.json('x'));
    expect(error.code).toBe('http.network');
    expect(error.message).toContain('150 ms');
    expect(server.requests).toHaveLength(2);
  });

  it('end as http.upstream or http.network', async () => {
    const down = await setUp((_, response) => response.writeHead(500).end(), { retries: 1 });
    expect((await errorOf(down.http.json('x'))).code).toBe('http.upstream');
    await closing.pop()?.();
    const gone = await errorOf(down.http.json('x'));
    expect(gone.code).toBe('http.network');
    expect(gone.message).toContain('ECONNREFUSED');
  });

  it('include a status 200 that the connector knows for a failure', async () => {
    const failureIn = (body: unknown) =>
      (body as { success: boolean }).success ? undefined : 'success is false';
    const { http } = await setUp(
      (_, response, count) => sendJson(response, { success: count > 1, secret: 'A123' }),
      { failureIn },
    );
    expect((await http.json('x')).body).toMatchObject({ success: true });
    const always = await setUp((_, response) => sendJson(response, { success: false }), {
      failureIn,
      retries: 0,
    });
    expect((await errorOf(always.http.json('x'))).message).toContain('success is false');
  });

  it('include one of a kind that the connector knows: a wrong key is not tried again', async () => {
    let asked = 0;
    const { http } = await setUp(
      (_, response) => {
        asked += 1;
        sendJson(response, { ok: false, error: 'KEY A123' });
      },
      { failureIn: () => ({ code: 'http.auth', reason: 'it does not know the key.' }) },
    );
    const error = await errorOf(http.json('x'));
    expect(error).toMatchObject({ code: 'http.auth' });
    expect(error.message).toContain('it does not know the key. (');
    expect(asked).toBe(1);
  });
});

describe('failures that do not pass', () => {
  it.each([
    [401, 'http.auth'],
    [403, 'http.scope'],
    [404, 'http.not-found'],
    [410, 'http.not-found'],
    [400, 'http.schema'],
    [501, 'http.upstream'],
  ])('status %i is %s, told without query or body', async (status, code) => {
    const { http, server } = await setUp((_, response) =>
      sendJson(response, { message: 'no access to UPN A123' }, status),
    );
    const error = await errorOf(http.json('students', { search: { upn: 'A123' } }));
    expect(error.code).toBe(code);
    expect(error.place.file).toBe('/api/students');
    expect(`${error.message}${error.stack}`).not.toContain('A123');
    expect(server.requests).toHaveLength(1);
  });

  it('an HTML page with status 200 is http.schema', async () => {
    const { http, server } = await setUp((_, response) =>
      response.end('<!DOCTYPE html><title>Sign in A123</title>'),
    );
    const error = await errorOf(http.json('x'));
    expect(error.code).toBe('http.schema');
    expect(String(error.stack)).not.toContain('A123');
    expect(server.requests).toHaveLength(1);
  });

  it('a token that cannot be a header is http.auth and is not shown', async () => {
    const { http } = await setUp((_, response) => sendJson(response, 1), {
      authorization: { type: 'bearer', token: () => 'abc\ndef' },
    });
    const error = await errorOf(http.json('x'));
    expect(error.code).toBe('http.auth');
    expect(String(error.stack)).not.toContain('abc');
  });

  it('a base URL that is none is config.invalid', () => {
    for (const baseUrl of ['mis.example', 'file:///etc', 'https://user:pass@mis.example'])
      expect(() => createHttpClient({ settings: { baseUrl, authorization: { type: 'none' } } })).toThrow(
        expect.objectContaining({ code: 'config.invalid' }),
      );
  });
});

describe('abort', () => {
  it('stops a request under way, and a wait', async () => {
    const controller = new AbortController();
    const { http } = await setUp(() => undefined);
    const work = errorOf(http.json('x', { signal: controller.signal }));
    setTimeout(() => controller.abort(), 30);
    expect((await work).code).toBe('sync.aborted');

    const waiting = new AbortController();
    const slow = await setUp(
      (_, response) => response.writeHead(429, { 'retry-after': '60' }).end(),
      {},
      {
        sleep: undefined as never,
        now: Date.now,
        signal: waiting.signal,
      },
    );
    setTimeout(() => waiting.abort(), 50);
    expect((await errorOf(slow.http.json('x'))).code).toBe('sync.aborted');
  });

  it('works with a fetch that takes no notice of signals', async () => {
    const controller = new AbortController();
    const http = createHttpClient({
      settings: { baseUrl: 'https://mis.example', authorization: { type: 'none' } },
      fetch: () => new Promise(() => undefined),
      signal: controller.signal,
    });
    setTimeout(() => controller.abort(), 20);
    expect((await errorOf(http.json('x'))).code).toBe('sync.aborted');
  });
});

describe('tokens', () => {
  const tokenServer = (): Answer => {
    let current = 'token-1';
    let given = 0;
    return (request, response) => {
      if (request.url === '/api/expire') current = 'none';
      if (request.url?.startsWith('/api/token')) {
        given += 1;
        current = `token-${given}`;
        setTimeout(() => sendJson(response, { access_token: current }), 20);
      } else if (request.headers.authorization === `Bearer ${current}`) sendJson(response, current);
      else response.writeHead(401, { 'content-type': 'text/html' }).end('<p>expired</p>');
    };
  };
  const withTokens = async (answer: Answer, expiresInSeconds = 3600) => {
    let base = '';
    const made = await setUp(answer, {
      authorization: {
        type: 'token',
        async fetchToken(fetch, signal) {
          const response = await fetch(`${base}token`, { method: 'POST', signal });
          if (!response.ok) throw new Error('client_secret=hunter2 was refused');
          return {
            token: ((await response.json()) as { access_token: string }).access_token,
            expiresInSeconds,
          };
        },
      },
    });
    base = made.server.url;
    const fetched = () => made.server.requests.filter((path) => path === '/api/token').length;
    return { ...made, fetched };
  };

  it('are fetched once for concurrent requests, and renewed once when refused', async () => {
    const { http, server, fetched } = await withTokens(tokenServer());
    const many = () => Promise.all(Array.from({ length: 8 }, (_, index) => http.json(`x/${index}`)));
    expect((await many()).map(({ body }) => body)).toEqual(Array(8).fill('token-1'));
    expect(fetched()).toBe(1);
    // From here on the server takes the old token no more.
    await fetch(`${server.url}expire`);
    expect((await many()).map(({ body }) => body)).toEqual(Array(8).fill('token-2'));
    expect(fetched()).toBe(2);
  });

  it('are renewed before they expire', async () => {
    const { http, fetched, clock } = await withTokens(tokenServer(), 600);
    await http.json('x');
    await clock.sleep(571_000);
    await http.json('x');
    expect(fetched()).toBe(2);
  });

  it('that are refused again are http.auth, after one replay', async () => {
    const { http, server } = await withTokens((request, response) =>
      request.url === '/api/token'
        ? sendJson(response, { access_token: 't' })
        : response.writeHead(401).end(),
    );
    expect((await errorOf(http.json('x'))).code).toBe('http.auth');
    expect(server.requests).toEqual(['/api/token', '/api/x', '/api/token', '/api/x']);
  });

  it('that are not given are http.auth, without what the server said', async () => {
    const { http } = await withTokens((_, response) => response.writeHead(400).end());
    const error = await errorOf(http.json('x'));
    expect(error.code).toBe('http.auth');
    expect(`${error.stack}${error.cause}`).not.toContain('hunter2');
  });
});
