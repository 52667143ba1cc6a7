import { describe, expect, it } from 'vitest';
import { EdfiConfig } from '../edfi-config.ts';
import { createEdfiServer } from '../testing/index.ts';
import { isAtLeast, readDiscovery } from './discovery.ts';
import { fetchToken } from './fetch-token.ts';

const urls = {
  oauth: 'http://api.example:8080/v7/oauth/token',
  dataManagementApi: 'http://api.example:8080/v7/data/v3/',
};
const base = 'https://api.example/v7/';

describe('the root of an API', () => {
  it('gives its URLs, at the origin that it was reached by', () => {
    const dataModels = [
      { name: 'TPDM', version: '1.1' },
      { name: 'Ed-Fi', version: '4.0.0' },
    ];
    expect(readDiscovery({ version: '6.2', dataModels, urls }, base)).toEqual({
      version: '6.2',
      dataStandard: '4.0.0',
      oauth: 'https://api.example/v7/oauth/token',
      data: 'https://api.example/v7/data/v3',
      changeQueries: undefined,
    });
  });

  it('that names another host, a placeholder or nothing is refused', () => {
    const refused = (body: unknown) => () => readDiscovery(body, base);
    expect(refused({ urls: { ...urls, oauth: 'https://thief.example/token' } })).toThrow(
      expect.objectContaining({ code: 'config.invalid' }),
    );
    expect(
      refused({ urls: { ...urls, dataManagementApi: 'https://api.example/{tenantIdentifier}/data' } }),
    ).toThrow(expect.objectContaining({ code: 'config.invalid' }));
    expect(refused({ hello: 'world' })).toThrow(expect.objectContaining({ code: 'http.schema' }));
  });

  it.each([
    ['7.3', true],
    ['v7.3.1', true],
    ['8', true],
    ['7.2', false],
    ['6.10', false],
    ['', false],
  ])('of version %s is at least 7.3: %s', (version, expected) => {
    expect(isAtLeast(version, 7, 3)).toBe(expected);
  });
});

describe('a token', () => {
  const server = createEdfiServer({ dataset: {} });
  const ask = (
    settings: object,
    respond: (request: Request) => Promise<Response> = (request) => server.handle(request),
  ) =>
    fetchToken(
      EdfiConfig.parse({
        baseUrl: 'https://edfi.example/api',
        clientId: server.clientId,
        clientSecret: server.clientSecret,
        ...settings,
      }),
      ((input: string, init: RequestInit) => respond(new Request(input, init))) as typeof fetch,
      new AbortController().signal,
    );

  it.each(['basic', 'body'])('is given out for key and secret, sent as %s', async (tokenStyle) => {
    expect(await ask({ tokenStyle })).toMatchObject({
      token: expect.stringMatching(/^token-/),
      expiresInSeconds: 1800,
    });
  });

  it('is refused for a wrong secret, without repeating it', async () => {
    const error = await ask({ clientSecret: 'hunter2' }).catch((failure: unknown) => failure as Error);
    expect(error).toMatchObject({ code: 'http.auth' });
    expect(String((error as Error).message)).not.toContain('hunter2');
  });

  it.each([
    [429, '', 'http.rate'],
    [503, '', 'http.upstream'],
    [404, '', 'http.not-found'],
    [200, '<html>', 'http.schema'],
    [200, '{"version": "7', 'http.upstream'],
    [302, '', 'http.schema'],
  ])('cannot be had where the root answers %d %s: %s', async (status, body, code) => {
    await expect(ask({}, async () => new Response(body, { status }))).rejects.toMatchObject({ code });
  });
});
