import { join } from 'node:path';
import { type OpenApiServer, openApiServer } from '@collegial/connector-testing/openapi';
import { beforeAll, describe, expect, it } from 'vitest';
import { cityServer, dataset, syncCity } from './__fixtures__/city-sync.ts';
import { CollectingTarget } from './__fixtures__/collecting-target.ts';
import { officialDocuments } from './__fixtures__/official-documents.ts';
import type { EdfiServer } from './testing/index.ts';

const folder = officialDocuments();
const absent = 'the folder edfi-openapi of the official documents is not there';
const base = 'https://edfi.example/api';
const data = `${base}/data/v3`;
const used = new Set([
  'schools',
  'localEducationAgencies',
  'students',
  'staffs',
  'studentSchoolAssociations',
  'studentEducationOrganizationAssociations',
  'staffEducationOrganizationAssignmentAssociations',
  'courses',
  'courseOfferings',
  'sections',
  'studentSectionAssociations',
  'staffSectionAssociations',
  'sessions',
  'calendars',
  'calendarDates',
  'gradingPeriods',
  'studentSchoolAttendanceEvents',
  'studentSectionAttendanceEvents',
  'disciplineActions',
  'studentAssessments',
  'grades',
]);
const config = { grades: { gradeScheme: 'letters' } };
/** A list of a resource, not its deletions or changes of keys, which the documents do not have. */
const isList = (url: URL) => /^\/api\/data\/v3\/ed-fi\/\w+$/.test(url.pathname);
const guid = (index: number) => String(index + 1).padStart(32, '0');

const wholeFetch = (server: EdfiServer, lists: (request: Request) => Promise<Response>) =>
  (async (input: string | URL | Request, init?: RequestInit) => {
    const request = new Request(input, init);
    return isList(new URL(request.url)) ? await lists(request) : await server.handle(request);
  }) as typeof fetch;

describe.skipIf(folder === undefined).each([
  ['resources-ds-4.0.yaml', '6.2'],
  ['resources-ds-5.0.yaml', '7.3'],
])(`the official document %s${folder === undefined ? ` (skipped: ${absent})` : ''}`, (name, version) => {
  let official: OpenApiServer;
  beforeAll(async () => {
    official = await openApiServer({
      document: join(folder ?? '', name),
      baseUrl: data,
      dynamic: true,
      operations: ({ method, path }) =>
        method.toLowerCase() === 'get' && used.has(path.replace('/ed-fi/', '')),
      adjust: (answer) => {
        const { body, headers } = answer;
        if (!Array.isArray(body)) return answer;
        const rows = body.slice(0, 1).map((row: object, index) => ({ ...row, id: guid(index) }));
        return { ...answer, body: rows, headers: { ...headers, 'total-count': String(rows.length) } };
      },
    });
  }, 60_000);

  it('allows every request of a full and of an incremental sync, and its rows have the shapes that are read', async () => {
    const server = cityServer({ version });
    const target = new CollectingTarget();
    const fetch = wholeFetch(server, (request) => official.fetch(request));
    const report = await syncCity(server, target, { config, fetch });
    expect(
      report.streams.flatMap(({ stream, status, error }) =>
        status === 'complete' ? [] : [`${stream}: ${error?.message}`],
      ),
    ).toEqual([]);
    // The mock's change versions move on, so that there is something to ask for.
    server.changeKey('students', server.rows('students')[0]?.guid ?? '', { studentUniqueId: 'X' });
    await syncCity(server, target, { config, fetch });
    expect(official.violations).toEqual([]);
    const asked = new Set(official.requests.map(({ path }) => path.replace('/ed-fi/', '')));
    expect([...used].filter((resource) => !asked.has(resource))).toEqual([]);
    expect(official.requests.some(({ query }) => query.minChangeVersion !== undefined)).toBe(true);
    // What is set aside is so because made-up rows refer to nothing, never because of their shape.
    const reasons = new Set(
      report.streams.flatMap(({ quarantine }) => quarantine.map(({ reason }) => reason)),
    );
    expect(
      [...reasons].filter(
        (reason) => !/not among|No enrolment|no calendar|not given|no date|no score|is empty/.test(reason),
      ),
    ).toEqual([]);
    expect(
      report.streams.flatMap(({ stream, drift }) => Object.keys(drift).map((field) => `${stream}.${field}`)),
    ).toEqual([]);
  }, 60_000);

  it('describes every answer of the mock server for the resources that are read', async () => {
    const server = cityServer({ version });
    server.put('gradingPeriods', gradingPeriod(server, version));
    const target = new CollectingTarget();
    const violations: string[] = [];
    let checked = 0;
    const fetch = wholeFetch(server, async (request) => {
      const response = await server.handle(request);
      for (const { request: at, place, message } of await official.check(request, response))
        violations.push(`${at} ${place.replaceAll(/\d+/g, 'n')}: ${message}`);
      checked += 1;
      return response;
    });
    await syncCity(server, target, { config, fetch });
    expect([...new Set(violations)]).toEqual([]);
    expect(checked).toBeGreaterThan(used.size);
    expect(target.records('Enrolment')).toHaveLength(dataset.Enrolment.length);
  }, 60_000);
});

function gradingPeriod(server: EdfiServer, version: string) {
  const [session] = server.rows('sessions');
  const { schoolReference, schoolYearTypeReference } = session?.row ?? {};
  return {
    gradingPeriodDescriptor: 'uri://ed-fi.org/GradingPeriodDescriptor#First Six Weeks',
    schoolReference,
    schoolYearTypeReference,
    beginDate: '2022-09-01',
    endDate: '2022-10-14',
    totalInstructionalDays: 30,
    periodSequence: 1,
    ...(version.startsWith('7') && { gradingPeriodName: 'First' }),
  };
}

describe.skipIf(folder === undefined)(
  `the official documents of discovery and change queries${folder === undefined ? ` (skipped: ${absent})` : ''}`,
  () => {
    it('describe the answers of the mock server', async () => {
      const server = cityServer();
      const ask = async (
        name: string,
        baseUrl: string,
        path: string,
        headers: Record<string, string> = {},
      ) => {
        const official = await openApiServer({
          document: join(folder ?? '', name),
          baseUrl,
          operations: ({ path: at }) => at === path,
        });
        const request = new Request(`${baseUrl}${path}`, { headers });
        return await official.check(request, await server.handle(request));
      };
      expect(await ask('discovery-api-1.0.yaml', base, '/')).toEqual([]);
      const form = new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: server.clientId,
        client_secret: server.clientSecret,
      });
      const grant = await server.handle(new Request(`${base}/oauth/token`, { method: 'POST', body: form }));
      const { access_token } = (await grant.json()) as { access_token: string };
      const headers = { authorization: `Bearer ${access_token}` };
      const versions = await ask(
        'change-queries-api-1.0.0.yaml',
        `${base}/changeQueries/v1`,
        '/availableChangeVersions',
        headers,
      );
      expect(versions).toEqual([]);
    }, 60_000);
  },
);
