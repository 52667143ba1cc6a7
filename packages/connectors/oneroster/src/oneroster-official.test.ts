import { MemoryTarget } from '@collegial/connector-testing';
import {
  type OpenApiAnswer,
  type OpenApiServer,
  openApiServer,
  type Violation,
} from '@collegial/connector-testing/openapi';
import { beforeAll, describe, expect, it } from 'vitest';
import { cityServer, origin, syncCity } from './__fixtures__/city-sync.ts';
import { officialDocuments, whyNot } from './__fixtures__/official-documents.ts';
import { recordsOf } from './__fixtures__/records-of.ts';
import { roster, summer } from './__fixtures__/roster.ts';

const rosteringUrl = `${origin}/ims/oneroster/rostering/v1p2`;
const gradebookUrl = `${origin}/ims/oneroster/gradebook/v1p2`;

/** Only what the connector may ask for: the documents are large. */
const asked =
  /^\/(orgs|academicSessions|users|demographics|courses|classes|enrollments|categories|lineItems|results)(\/\{sourcedId\})?$|lineItems\/\{lineItemSourcedId\}\/results$/;
const operations = ({ method, path }: { method: string; path: string }) =>
  method.toLowerCase() === 'get' && asked.test(path);

/** Examples as a collection that stands still: the first answer of each path is kept, and cut by offset. */
function steady(): (answer: OpenApiAnswer, request: Request) => OpenApiAnswer {
  const kept = new Map<string, Readonly<Record<string, unknown>>>();
  return (answer, request) => {
    const { pathname, searchParams } = new URL(request.url);
    if (answer.status !== 200) return answer;
    const first = kept.get(pathname) ?? (answer.body as Readonly<Record<string, unknown>>);
    kept.set(pathname, first);
    const offset = Number(searchParams.get('offset') ?? 0);
    const body = Object.fromEntries(
      Object.entries(first).map(([name, rows]) => [name, Array.isArray(rows) ? rows.slice(offset) : rows]),
    );
    return { ...answer, headers: {}, body };
  };
}

async function documents(options: {
  dynamic: boolean;
  seed?: number;
}): Promise<Record<'rostering' | 'gradebook', OpenApiServer>> {
  const given = officialDocuments as NonNullable<typeof officialDocuments>;
  const shared = { operations, adjust: steady(), ...options };
  return {
    rostering: await openApiServer({ document: given.rostering, baseUrl: rosteringUrl, ...shared }),
    gradebook: await openApiServer({ document: given.gradebook, baseUrl: gradebookUrl, ...shared }),
  };
}

const serviceOf = (request: Request) => (request.url.includes('/gradebook/') ? 'gradebook' : 'rostering');

describe.skipIf(officialDocuments === undefined)(
  `the official OpenAPI documents of OneRoster 1.2 (${whyNot})`,
  () => {
    let official: Record<'rostering' | 'gradebook', OpenApiServer>;
    beforeAll(async () => {
      official = await documents({ dynamic: false });
    }, 60_000);

    it('allow every request of a whole sync and of a sync of changes; their examples are read without an untyped failure', async () => {
      const server = cityServer();
      const target = new MemoryTarget();
      const fetch = (request: Request) =>
        request.method === 'POST' ? server.handle(request) : official[serviceOf(request)].fetch(request);
      const config = { version: '1.2' as const, pageSize: 200 };
      const first = await syncCity(server, target, { config, fetch });
      const second = await syncCity(server, target, { config, fetch, now: summer + 3_600_000 });
      for (const { streams } of [first, second]) {
        for (const { error, quarantineBy } of streams) {
          expect(error?.code).not.toBe('connector.failed');
          expect(JSON.stringify(quarantineBy)).not.toContain('connector.failed');
        }
      }
      expect([...official.rostering.violations, ...official.gradebook.violations]).toEqual([]);
      const collections = new Set(
        [...official.rostering.requests, ...official.gradebook.requests].map(
          ({ path }) => path.split('/')[1],
        ),
      );
      expect([...collections].sort()).toEqual(
        [
          'academicSessions',
          'categories',
          'classes',
          'courses',
          'demographics',
          'enrollments',
          'lineItems',
          'orgs',
          'results',
          'users',
        ].sort(),
      );
      expect(
        [...official.rostering.requests].some(({ query }) =>
          String(query.filter).startsWith('dateLastModified'),
        ),
      ).toBe(true);
    });

    it.each([1, 2, 3])('describe answers that are read whatever their values are (seed %i)', async (seed) => {
      const made = await documents({ dynamic: true, seed });
      const server = cityServer();
      const target = new MemoryTarget();
      const fetch = (request: Request) =>
        request.method === 'POST' ? server.handle(request) : made[serviceOf(request)].fetch(request);
      const report = await syncCity(server, target, { config: { version: '1.2' }, fetch });
      expect([...made.rostering.violations, ...made.gradebook.violations]).toEqual([]);
      for (const { status, error, quarantineBy } of report.streams) {
        expect([status, error?.code]).not.toContain('connector.failed');
        expect(JSON.stringify(quarantineBy)).not.toContain('connector.failed');
      }
      expect(report.streams.reduce((sum, { loaded }) => sum + loaded, 0)).toBeGreaterThan(0);
    });

    it('are kept by every answer of the test server, deleted objects and errors included', async () => {
      const violations: Violation[] = [];
      let checked = 0;
      const server = cityServer({ people: {}, refused: ['courses'] });
      const fetch = async (request: Request) => {
        const response = await server.handle(request);
        if (request.method === 'POST') return response;
        violations.push(...(await official[serviceOf(request)].check(request, response)));
        checked += 1;
        return response;
      };
      const config = { version: '1.2' as const, pageSize: 150 };
      const target = new MemoryTarget();
      await syncCity(server, target, { config, fetch });
      server.remove('Student', roster.Student?.[0]?.id ?? '', summer + 1000);
      server.remove('Assessment', roster.Assessment?.[0]?.id ?? '', summer + 1000);
      await syncCity(server, target, { config, fetch, now: summer + 3_600_000 });
      expect(violations).toEqual([]);
      expect(checked).toBeGreaterThan(20);
      expect(recordsOf(target).Student).toHaveLength((roster.Student?.length ?? 0) - 1);
    });
  },
);
