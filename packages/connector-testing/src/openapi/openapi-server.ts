import {
  createInstance,
  getHttpOperationsFromSpec,
  type IHttpRequest,
  type IHttpResponse,
} from '@stoplight/prism-http';
import { prismRequest, readBody } from './prism-request.ts';
import { silentLogger } from './silent-logger.ts';

/** A request, or an answer, that does something the document does not allow. */
export interface Violation {
  /** Method and path, without query. */
  readonly request: string;
  /** `unmatched`: the document has no such operation. */
  readonly part: 'request' | 'response' | 'unmatched';
  /** Where in it, for example `query.limit`; empty when it is about the whole. */
  readonly place: string;
  readonly message: string;
}

/** A request that {@link OpenApiServer.fetch} answered. */
export interface ServedRequest {
  readonly method: string;
  /** Path below the base URL. */
  readonly path: string;
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  readonly status: number;
}

/** An answer before it is sent. */
export interface OpenApiAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON value; `undefined`: no body. */
  readonly body: unknown;
}

/** What {@link openApiServer} takes. */
export interface OpenApiServerOptions {
  /** Path of an OpenAPI 2 or 3 document in JSON or YAML, or the parsed document. */
  readonly document: string | object;
  /** Where the document's paths begin. */
  readonly baseUrl: string;
  /** Operations to keep, for large documents; default all. */
  readonly operations?: (operation: { readonly method: string; readonly path: string }) => boolean;
  /** True: values made from the schemas; default: the document's examples, and first values where it has none. */
  readonly dynamic?: boolean;
  /** Seed of the values with `dynamic`; default `1`. */
  readonly seed?: string | number;
  /** Whether requests need the credentials that the document demands; default true. */
  readonly security?: boolean;
  /**
   * Changes an answer before it is sent, for what a document cannot say: that the second page is empty, how many rows there are. What it returns
   * is sent.
   */
  readonly adjust?: (answer: OpenApiAnswer, request: Request) => OpenApiAnswer;
}

/** A server over an OpenAPI document. */
export interface OpenApiServer {
  /** Answers requests; give it to `sync` as `fetch`. */
  readonly fetch: (input: Request | URL | string, init?: RequestInit) => Promise<Response>;
  readonly requests: readonly ServedRequest[];
  /** What requests did that the document does not allow, in order; empty is what a test wants. */
  readonly violations: readonly Violation[];
  /** Compares another server's answer with the document. The response can still be read afterwards. */
  check(request: Request, response: Response): Promise<Violation[]>;
}

type Diagnostics = readonly { readonly path?: string[]; readonly message: string }[];

const settings = { isProxy: false as const, upstreamProxy: undefined, errors: false };

/**
 * Serves an OpenAPI document: each request is compared with it, and answered with its examples or with values made from its schemas. For
 * documents of standards, so that a connector is tried against what its authors did not write.
 *
 * @throws Error of the parser when the document cannot be read
 * @example
 * ```ts
 * import { openApiServer } from '@collegial/connector-testing/openapi';
 *
 * const document = {
 *   openapi: '3.0.0',
 *   info: { title: 'Schools', version: '1' },
 *   paths: {
 *     '/schools': {
 *       get: {
 *         parameters: [{ name: 'limit', in: 'query', schema: { type: 'integer' } }],
 *         responses: { 200: { description: 'Schools', content: { 'application/json': { example: [{ urn: 1 }] } } } },
 *       },
 *     },
 *   },
 * };
 * const server = await openApiServer({ document, baseUrl: 'https://mis.example/api' });
 * await (await server.fetch('https://mis.example/api/schools?limit=ten')).text();
 * server.violations[0]?.place; // 'query.limit'
 * ```
 */
export async function openApiServer(options: OpenApiServerOptions): Promise<OpenApiServer> {
  const { document, operations: wanted = () => true, dynamic = false, seed = 1, security = true } = options;
  const { adjust = (answer) => answer } = options;
  const baseUrl = new URL(options.baseUrl);
  const operations = (await getHttpOperationsFromSpec(document)).filter(wanted);
  const checks = { ...settings, validateRequest: true, validateResponse: false, checkSecurity: security };
  const mock = { dynamic, seed: String(seed) };
  const prism = createInstance({ ...checks, mock }, { logger: silentLogger as never });
  const requests: ServedRequest[] = [];
  const violations: Violation[] = [];

  const answerTo = async (request: Request): Promise<OpenApiAnswer> => {
    const name = nameOf(request);
    const asked = await prismRequest(request, baseUrl);
    if (asked === undefined) {
      violations.push({
        request: name,
        part: 'unmatched',
        place: '',
        message: 'It is not below the base URL.',
      });
      return { status: 404, headers: {}, body: undefined };
    }
    const told = await prism.request(asked, operations)();
    if (told._tag === 'Left') {
      violations.push(...violationsOfError(name, told.left));
      return { status: (told.left as PrismError).status ?? 404, headers: {}, body: undefined };
    }
    const { output, validations } = told.right;
    violations.push(...violationsOf(name, 'request', validations.input));
    return { status: output.statusCode, headers: output.headers ?? {}, body: output.body };
  };

  return {
    requests,
    violations,
    async fetch(input, init) {
      const request = new Request(input, init);
      const url = new URL(request.url);
      const { status, headers, body } = adjust(await answerTo(request), request);
      requests.push({
        method: request.method,
        path: url.pathname.slice(baseUrl.pathname.replace(/\/+$/, '').length) || '/',
        query: Object.fromEntries(url.searchParams),
        status,
      });
      return new Response(body === undefined ? null : JSON.stringify(body), {
        status,
        headers: { 'content-type': 'application/json', ...headers },
      });
    },
    async check(request, response) {
      const name = nameOf(request);
      const asked = await prismRequest(request, baseUrl);
      if (asked === undefined)
        return [{ request: name, part: 'unmatched', place: '', message: 'It is not below the base URL.' }];
      return checkAnswer(operations, name, asked, await prismResponse(response));
    },
  };
}

/** Prism over an answer that somebody else gave: only its comparison is used. */
async function checkAnswer(
  operations: Awaited<ReturnType<typeof getHttpOperationsFromSpec>>,
  name: string,
  asked: IHttpRequest,
  answer: IHttpResponse,
): Promise<Violation[]> {
  const checks = { ...settings, validateRequest: false, validateResponse: true, checkSecurity: false };
  const given = () => () => ({ _tag: 'Right' as const, right: answer });
  const prism = createInstance(
    { ...checks, mock: { dynamic: false } },
    { logger: silentLogger as never, mock: given },
  );
  const told = await prism.request(asked, operations)();
  if (told._tag === 'Left') return violationsOfError(name, told.left);
  return violationsOf(name, 'response', told.right.validations.output);
}

async function prismResponse(response: Response): Promise<IHttpResponse> {
  const text = await response.clone().text();
  return {
    statusCode: response.status,
    headers: Object.fromEntries(response.headers),
    ...(text !== '' && { body: readBody(text, response.headers.get('content-type')) }),
  };
}

function nameOf(request: Request): string {
  return `${request.method} ${new URL(request.url).pathname}`;
}

/** What Prism fails with: no such operation, or a wrong request for which the document has no answer. */
interface PrismError extends Error {
  readonly detail?: string;
  readonly status?: number;
  readonly additional?: {
    readonly validation?: readonly { readonly location?: string[]; readonly message: string }[];
  };
}

function violationsOfError(request: string, error: PrismError): Violation[] {
  const found = error.additional?.validation;
  if (found === undefined)
    return [{ request, part: 'unmatched', place: '', message: error.detail ?? error.message }];
  return found.map(({ location = [], message }) => {
    const place = location.filter((part, index) => index > 0 || part !== 'request').join('.');
    return { request, part: 'request', place, message };
  });
}

function violationsOf(request: string, part: 'request' | 'response', found: Diagnostics): Violation[] {
  return found.map(({ path = [], message }) => ({ request, part, place: path.join('.'), message }));
}
