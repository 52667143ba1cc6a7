import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApiServer } from './index.ts';

const baseUrl = 'https://mis.example/api/v1';
const document = `
openapi: 3.0.0
info: { title: Schools, version: '1' }
security: [{ token: [] }]
paths:
  /schools:
    get:
      parameters:
        - { name: limit, in: query, schema: { type: integer, minimum: 1 } }
        - { name: fields, in: query, schema: { type: array, items: { type: string } } }
      responses:
        '200':
          description: Schools
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Schools' }
              example: { schools: [{ urn: 100001, name: First }] }
        '401': { description: Who are you }
  /staff:
    get: { responses: { '200': { description: Staff } } }
components:
  schemas:
    Schools:
      type: object
      required: [schools]
      properties:
        schools:
          type: array
          items:
            type: object
            required: [urn, name]
            properties: { urn: { type: integer }, name: { type: string, minLength: 1 } }
  securitySchemes:
    token: { type: http, scheme: bearer }
`;
const headers = { authorization: 'Bearer x', accept: 'application/json' };
let folder = '';
let path = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'openapi-'));
  path = join(folder, 'schools.yaml');
  writeFileSync(path, document);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a server over an OpenAPI document', () => {
  it('answers with its examples, below the base URL', async () => {
    const server = await openApiServer({ document: path, baseUrl });
    const response = await server.fetch(`${baseUrl}/schools?limit=2`, { headers });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ schools: [{ urn: 100001, name: 'First' }] });
    expect(server.violations).toEqual([]);
    expect(server.requests).toEqual([
      { method: 'GET', path: '/schools', query: { limit: '2' }, status: 200 },
    ]);
  });

  it('records what a request does that the document does not allow', async () => {
    const server = await openApiServer({ document: path, baseUrl });
    await server.fetch(`${baseUrl}/schools?limit=ten`, { headers });
    const refused = await server.fetch(`${baseUrl}/schools`);
    expect(refused.status).toBe(401);
    await server.fetch(`${baseUrl}/pupils`, { headers });
    await server.fetch('https://elsewhere.example/schools', { headers });
    expect(server.violations.map(({ request, part, place }) => [request, part, place])).toEqual([
      ['GET /api/v1/schools', 'request', 'query.limit'],
      ['GET /api/v1/schools', 'request', ''],
      ['GET /api/v1/pupils', 'unmatched', ''],
      ['GET /schools', 'unmatched', ''],
    ]);
  });

  it('makes values of the schemas, the same from the same seed', async () => {
    const ask = async (seed: number) => {
      const server = await openApiServer({ document: path, baseUrl, dynamic: true, seed });
      return (await server.fetch(`${baseUrl}/schools`, { headers })).text();
    };
    expect(await ask(3)).toBe(await ask(3));
    expect(await ask(3)).not.toBe(await ask(4));
  });

  it('keeps only the operations that are wanted, and sends what adjust makes of an answer', async () => {
    const server = await openApiServer({
      document: path,
      baseUrl,
      operations: ({ path: at }) => at === '/schools',
      adjust: (answer, request) =>
        request.url.includes('offset') ? { ...answer, body: { schools: [] } } : answer,
    });
    expect((await server.fetch(`${baseUrl}/staff`, { headers })).status).toBe(404);
    const second = await server.fetch(`${baseUrl}/schools?offset=1`, { headers });
    expect(await second.json()).toEqual({ schools: [] });
  });

  it("finds what another server's answer does that the document does not allow", async () => {
    const server = await openApiServer({ document: path, baseUrl });
    const request = new Request(`${baseUrl}/schools`);
    const good = Response.json({ schools: [{ urn: 1, name: 'A' }] });
    expect(await server.check(request, good)).toEqual([]);
    expect(await good.json()).toEqual({ schools: [{ urn: 1, name: 'A' }] });
    const bad = await server.check(request, Response.json({ schools: [{ urn: '1', name: '' }] }));
    expect(bad.map(({ part, place }) => [part, place])).toEqual([
      ['response', 'body.schools.0.urn'],
      ['response', 'body.schools.0.name'],
    ]);
    const status = await server.check(request, Response.json({}, { status: 203 }));
    expect(status).toHaveLength(1);
    expect((await server.check(new Request(`${baseUrl}/x`), Response.json({})))[0]?.part).toBe('unmatched');
  });
});
