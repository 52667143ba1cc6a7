import { MemoryTarget } from '@collegial/connector-testing';
import { sync } from '@collegial/sync';
import { describe, expect, it } from 'vitest';
import { cityServer, key, origin, settingsFor, syncCity } from './__fixtures__/city-sync.ts';
import { recordsOf } from './__fixtures__/records-of.ts';
import { roster } from './__fixtures__/roster.ts';
import { oneroster } from './oneroster-connector.ts';

const oauth1 = (consumerSecret: string, method: 'HMAC-SHA1' | 'HMAC-SHA256' = 'HMAC-SHA1') => ({
  type: 'oauth1' as const,
  consumerKey: 'collegial',
  consumerSecret,
  method,
});

describe('access', () => {
  it.each(['HMAC-SHA1', 'HMAC-SHA256'] as const)(
    'signs requests with OAuth 1.0a and %s, filters and all',
    async (method) => {
      const target = new MemoryTarget();
      const server = cityServer({ version: '1.1', authentication: 'oauth1' });
      const config = {
        version: '1.1' as const,
        authentication: oauth1('test-secret', method),
        filters: { users: "familyName!='O Brien & sons+(ü)*'" },
        since: '2020-01-01T00:00:00Z',
      };
      const report = await syncCity(server, target, { config, streams: ['staff', 'classes'] });
      expect(report.status).toBe('complete');
      expect(recordsOf(target).Staff).toHaveLength(roster.Staff?.length ?? 0);
    },
  );

  it('is refused with a wrong secret, which is told nowhere', async () => {
    for (const authentication of [
      oauth1('wrong-secret'),
      {
        type: 'oauth2' as const,
        tokenUrl: `${origin}/token`,
        clientId: 'collegial',
        clientSecret: 'wrong-secret',
      },
      { type: 'bearer' as const, token: 'wrong-secret' },
    ]) {
      const server = cityServer(authentication.type === 'oauth1' ? { authentication: 'oauth1' } : {});
      const report = await syncCity(server, new MemoryTarget(), {
        config: { version: '1.2', authentication },
        streams: ['classes'],
      });
      expect(report.streams[0]?.error?.code).toBe('http.auth');
      expect(JSON.stringify(report)).not.toContain('wrong-secret');
    }
  });

  it('renews tokens that run out during a sync', async () => {
    const server = cityServer({ tokenSeconds: 1, quirks: { htmlRateLimitEvery: 3 } });
    const target = new MemoryTarget();
    let tokens = 0;
    const fetch = (request: Request) => {
      if (request.method === 'POST') tokens += 1;
      return server.handle(request);
    };
    const report = await syncCity(server, target, {
      fetch,
      streams: ['classes', 'staff'],
      config: { pageSize: 40 },
    });
    expect(report.status).toBe('complete');
    expect(tokens).toBeGreaterThan(1);
    expect(recordsOf(target).Class).toHaveLength(roster.Class?.length ?? 0);
  });

  it('asks for the scopes that it needs and no more', async () => {
    const scopes: string[] = [];
    const server = cityServer();
    const fetch = async (request: Request) => {
      if (request.method === 'POST')
        scopes.push(new URLSearchParams(await request.clone().text()).get('scope') ?? '');
      return server.handle(request);
    };
    await syncCity(server, new MemoryTarget(), {
      fetch,
      streams: ['classes'],
      config: { version: '1.2', gradebook: false },
    });
    const base = 'https://purl.imsglobal.org/spec/or/v1p2/scope';
    expect(scopes).toEqual([`${base}/roster-core.readonly ${base}/roster-demographics.readonly`]);
  });
});

describe('the version', () => {
  it.each([
    ['1.2 by its discovery document', { version: '1.2', discovery: true }],
    ['1.2 without one', { version: '1.2', discovery: false }],
    ['1.1', { version: '1.1' }],
  ] as const)('is found out: %s', async (_, options) => {
    const target = new MemoryTarget();
    const report = await syncCity(cityServer(options), target, {
      config: { version: 'auto' },
      streams: ['classes', 'results'],
    });
    expect(report.status).toBe('complete');
    expect(recordsOf(target).Class).toHaveLength(roster.Class?.length ?? 0);
    expect(recordsOf(target).Assessment?.length).toBeGreaterThan(0);
  });

  it('of a server at another place comes from its discovery document or the settings', async () => {
    const server = cityServer();
    const moved = async (request: Request) => {
      const { pathname } = new URL(request.url);
      if (pathname.includes('/discovery/')) {
        const service = pathname.includes('rostering') ? 'rostering' : 'gradebook';
        return Response.json({
          openapi: '3.0.0',
          servers: [{ url: `{host}/v2/${service}`, variables: { host: { default: origin } } }],
        });
      }
      if (request.method === 'POST') return server.handle(request);
      const url = request.url.replace(/\/v2\/(rostering|gradebook)\//, '/ims/oneroster/$1/v1p2/');
      return url === request.url
        ? new Response('', { status: 404 })
        : server.handle(new Request(url, request));
    };
    for (const config of [
      { version: 'auto' as const },
      { version: '1.2' as const, services: { rostering: '/v2/rostering', gradebook: '/v2/gradebook/' } },
    ]) {
      const target = new MemoryTarget();
      const report = await syncCity(server, target, {
        config,
        fetch: moved,
        streams: ['classes', 'results'],
      });
      expect(report.status).toBe('complete');
      expect(recordsOf(target).Assessment?.length).toBeGreaterThan(0);
    }
  });

  it('of a server that is another one is not followed there', async () => {
    const asked = new Set<string>();
    const server = cityServer();
    const fetch = async (request: Request) => {
      const url = new URL(request.url);
      asked.add(url.origin);
      if (url.pathname.includes('/discovery/'))
        return Response.json({ openapi: '3.0.0', servers: [{ url: 'https://elsewhere.example/rostering' }] });
      return server.handle(request);
    };
    const report = await syncCity(server, new MemoryTarget(), { fetch, streams: ['classes'] });
    expect(report.status).toBe('complete');
    expect([...asked]).toEqual([origin]);
  });
});

describe('settings', () => {
  const settings = settingsFor(cityServer());

  it.each([
    ['a filter of two predicates', { filters: { users: "status='active' AND role='student'" } }],
    ['a filter of a collection that is not filtered', { filters: { academicSessions: "status='active'" } }],
    ['a jurisdiction in words', { jurisdiction: 'England' }],
    ['an unknown version', { version: '2.0' }],
  ])('refuse %s', (_, wrong) => {
    expect(() => oneroster({ ...settings, ...wrong } as never)).toThrowError(
      expect.objectContaining({ code: 'config.invalid' }),
    );
  });

  it('narrow what is read, and nothing is taken for deleted then', async () => {
    const server = cityServer();
    const target = new MemoryTarget();
    const source = oneroster({
      ...settings,
      since: '2030-01-01T00:00:00Z',
      baseUrl: `${origin}/ims/oneroster/rostering/v1p2`,
    });
    const fetch = ((input: string | URL | Request, init?: RequestInit) =>
      server.handle(new Request(input, init))) as typeof globalThis.fetch;
    const report = await sync({ sources: [source], target, key, fetch, streams: ['enrolments', 'classes'] });
    expect(report.streams.map(({ rows }) => rows)).toEqual([0, 0]);
    expect(report.streams[0]?.deletes).toMatchObject({ unknown: expect.stringContaining('part') });
  });
});

describe('listen', () => {
  it('serves over HTTP what the connector reads with the real fetch', async () => {
    const server = cityServer();
    const { url, close } = await server.listen();
    try {
      const settings = settingsFor(server, {
        baseUrl: url,
        authentication: {
          type: 'oauth2',
          tokenUrl: `${url}/token`,
          clientId: server.clientId,
          clientSecret: server.clientSecret,
          style: 'body',
        },
      });
      const target = new MemoryTarget();
      const report = await sync({ sources: [oneroster(settings)], target, key, streams: ['classes'] });
      expect(report.status).toBe('complete');
      expect(recordsOf(target).Class).toHaveLength(roster.Class?.length ?? 0);
    } finally {
      await close();
    }
  });
});
