import { isAtLeast } from '../service/discovery.ts';

/** A JSON answer. */
export function json(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  });
}

/** A refusal: problem details (RFC 9457) from version 7 on, a message before. */
export function problem(
  version: string,
  status: number,
  type: string,
  title: string,
  errors: readonly string[] = [],
): Response {
  if (!isAtLeast(version, 7, 0)) return json({ message: [title, ...errors].join(' ') }, status);
  const body = {
    detail: `${title}.`,
    type: `urn:ed-fi:api:${type}`,
    title,
    status,
    correlationId: '00000000-0000-0000-0000-000000000000',
    ...(errors.length > 0 && { errors }),
  };
  return json(body, status, { 'content-type': 'application/problem+json' });
}

/** The document at the root. */
export function discoveryOf(
  base: string,
  version: string,
  dataStandard: 4 | 5,
  changeQueries: boolean,
): unknown {
  return {
    version,
    informationalVersion: version,
    suite: '3',
    build: `${version}.1`,
    dataModels: [
      {
        name: 'Ed-Fi',
        version: dataStandard === 4 ? '4.0.0' : '5.0.0',
        informationalVersion: `The Ed-Fi Data Model ${dataStandard}.0`,
      },
    ],
    urls: {
      dependencies: `${base}/metadata/data/v3/dependencies`,
      openApiMetadata: `${base}/metadata`,
      oauth: `${base}/oauth/token`,
      dataManagementApi: `${base}/data/v3/`,
      ...(changeQueries && { changeQueries: `${base}/changeQueries/v1/` }),
    },
  };
}
