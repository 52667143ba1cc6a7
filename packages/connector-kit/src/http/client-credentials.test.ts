import { afterEach, describe, expect, it } from 'vitest';
import { errorOf } from '../__fixtures__/error-of.ts';
import { sendJson, serve, testClock } from '../__fixtures__/serve.ts';
import { Secret } from '../settings/secret.ts';
import { type ClientCredentialsOptions, clientCredentials } from './client-credentials.ts';
import { createHttpClient } from './create-http-client.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

interface Asked {
  readonly authorization: string | undefined;
  readonly form: Record<string, string>;
}

/** A server that gives out tokens and one that takes them, on different origins. */
async function setUp(
  reply: (count: number) => { status?: number; body: unknown; headers?: object },
  options: Partial<ClientCredentialsOptions> = {},
) {
  const asked: Asked[] = [];
  const tokenServer = await serve((request, response, count) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      asked.push({
        authorization: request.headers.authorization,
        form: Object.fromEntries(new URLSearchParams(body)),
      });
      const { status = 200, body: answer, headers } = reply(count);
      sendJson(response, answer, status, headers);
    });
  });
  const server = await serve((request, response) => sendJson(response, request.headers.authorization));
  closing.push(tokenServer.close, server.close);
  const clock = testClock();
  const http = createHttpClient({
    settings: {
      baseUrl: server.url,
      authorization: clientCredentials({
        tokenUrl: `${tokenServer.url}token`,
        clientId: 'a:b é',
        clientSecret: new Secret('hunter2 +'),
        ...options,
      }),
      retries: 2,
    },
    ...clock,
    random: () => 0,
  });
  return { http, asked, clock };
}

const token = { access_token: 't1', token_type: 'Bearer', expires_in: 3600 };

describe('asking for a token', () => {
  it('encodes id and secret in the header, as the RFC says', async () => {
    const { http, asked } = await setUp(() => ({ body: token }), { scope: ['a', 'b'] });
    expect((await http.json('x')).body).toBe('Bearer t1');
    expect(asked).toEqual([
      {
        authorization: `Basic ${btoa('a%3Ab+%C3%A9:hunter2+%2B')}`,
        form: { grant_type: 'client_credentials', scope: 'a b' },
      },
    ]);
  });

  it('puts them into the body when told so', async () => {
    const { http, asked } = await setUp(() => ({ body: token }), { style: 'body', scope: 'a' });
    await http.json('x');
    expect(asked).toEqual([
      {
        authorization: undefined,
        form: {
          grant_type: 'client_credentials',
          scope: 'a',
          client_id: 'a:b é',
          client_secret: 'hunter2 +',
        },
      },
    ]);
  });

  it.each([
    [undefined, 600],
    [null, 600],
    ['soon', 600],
    [-1, 600],
    ['1200', 1200],
    [1800, 1800],
  ])('with a life of %j uses the token for about %i s', async (life, seconds) => {
    const { http, asked, clock } = await setUp(() => ({ body: { access_token: 't', expires_in: life } }));
    await http.json('x');
    await clock.sleep((seconds - 61) * 1000);
    await http.json('x');
    expect(asked).toHaveLength(1);
    await clock.sleep(61_000);
    await http.json('x');
    expect(asked).toHaveLength(2);
  });

  it('tries again what may pass', async () => {
    const { http, asked } = await setUp((count) =>
      count === 1 ? { status: 503, body: {} } : count === 2 ? { status: 429, body: {} } : { body: token },
    );
    expect((await http.json('x')).body).toBe('Bearer t1');
    expect(asked).toHaveLength(3);
  });
});

describe('an answer without a usable token', () => {
  it.each([
    [
      { status: 401, body: { error: 'invalid_client', error_description: 'hunter2' } },
      'http.auth',
      ': invalid_client',
    ],
    [{ status: 400, body: { error: 'hunter2' } }, 'http.auth', 'no token'],
    [{ body: { error: 'invalid_scope' } }, 'http.auth', ': invalid_scope'],
    [{ body: '<html>hunter2' }, 'http.auth', 'no token'],
    [{ body: { ...token, access_token: 7 } }, 'http.auth', 'no token'],
    [{ body: { ...token, token_type: 'mac' } }, 'http.auth', 'not a bearer token'],
    [
      { status: 302, body: {}, headers: { location: 'http://hunter2.invalid/' } },
      'http.auth',
      'not followed',
    ],
    [{ status: 500, body: { hunter2: 1 } }, 'http.upstream', 'tokens failed'],
    [{ status: 429, body: {} }, 'http.rate', 'rate'],
  ])('%j is %s', async (reply, code, text) => {
    const { http } = await setUp(() => reply);
    const error = await errorOf(http.json('x'));
    expect(error.code).toBe(code);
    expect(error.message).toContain(text);
    expect(`${error.stack}${error.cause}`).not.toContain('hunter2');
  });
});

describe('the address for tokens', () => {
  const make = (tokenUrl: string, baseUrl: string) =>
    createHttpClient({
      settings: {
        baseUrl,
        authorization: clientCredentials({ tokenUrl, clientId: 'a', clientSecret: new Secret('hunter2') }),
      },
    });

  it.each([
    ['https://login.example/token', 'https://mis.example/'],
    ['http://127.0.0.1:3000/token', 'https://mis.example/'],
    ['http://localhost/token', 'https://mis.example/'],
    ['http://mis.example/token', 'http://mis.example/'],
  ])('%s is fine for %s', (tokenUrl, baseUrl) => {
    expect(() => make(tokenUrl, baseUrl)).not.toThrow();
  });

  it.each([
    ['http://login.example/token', 'https://mis.example/'],
    ['http://127.0.0.1.example/token', 'https://mis.example/'],
    ['http://localhost.example/token', 'https://mis.example/'],
    ['https://user:hunter2@login.example/', 'https://mis.example/'],
    ['ftp://login.example/', 'http://mis.example/'],
    ['token', 'http://mis.example/'],
  ])('%s is refused for %s', (tokenUrl, baseUrl) => {
    expect(() => make(tokenUrl, baseUrl)).toThrow(expect.objectContaining({ code: 'config.invalid' }));
  });
});
