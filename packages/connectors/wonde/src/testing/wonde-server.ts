import type { EntityInput, EntityName } from '@collegial/model';
import type { AspectSetting } from '../wonde-config.ts';
import { type Answer, Answers, refusal } from './answer.ts';
import { putRecord, takeRecord } from './change.ts';
import { type Listening, listen } from './listen.ts';
import { People } from './people.ts';
import { createRateLimit } from './rate-limit.ts';
import type { WondeServerOptions } from './server-options.ts';
import { instantOf } from './wire-date.ts';
import { wireId } from './wire-id.ts';
import { aspectName } from './wire-rows.ts';
import { World } from './world.ts';

/** A server that answers as Wonde is documented to, from a dataset of the domain model. */
export interface WondeServer {
  /** Fetch handler; paths begin with `/v1.0/`, at any origin. */
  handle(request: Request): Promise<Response>;
  /** Serves on the loopback interface. `url` is the base URL for the connector. */
  listen(options?: { readonly port?: number }): Promise<Listening>;
  /** Token that is let in. */
  readonly token: string;
  /** How the results of the dataset are read: for the setting `aspects` of the connector. */
  readonly aspects: readonly AspectSetting[];
  /** Id at Wonde of a school of the dataset. */
  schoolId(organisationId: string): string;
  /** Requests answered so far. */
  readonly requests: number;
  /**
   * Writes a record as someone at a school would; one with the same key is replaced.
   *
   * @param at milliseconds since 1970; default: now
   */
  update<Name extends EntityName>(entity: Name, record: EntityInput<Name>, at?: number): void;
  /**
   * Takes a record away; the feed of deletions says so where Wonde's would.
   *
   * @param key value of the entity's key, or the values in order
   * @returns whether there was one
   */
  remove(entity: EntityName, key: string | readonly string[], at?: number): boolean;
}

/** The initial data counts as written this long before the server began, out of reach of an incremental read. */
const secondsLoadedBefore = 30 * 86_400;

/**
 * Makes a Wonde server over a dataset. It keeps the shapes and rules of Wonde's public documentation and clients: bearer token, pages
 * by the URL of the next one, `updated_after`, includes, PHP dates, a feed of deletions, 401, 403, 404 and 429.
 *
 * @example
 * ```ts
 * import { createWondeServer } from '@collegial/connector-wonde/testing';
 *
 * const server = createWondeServer({
 *   dataset: { Organisation: [{ id: 'urn:990001', kind: 'school', name: 'Example School' }] },
 * });
 * const response = await server.handle(
 *   new Request('https://wonde.example/v1.0/schools', { headers: { authorization: `Bearer ${server.token}` } }),
 * );
 * (await response.json()).data[0].urn; // 990001
 * ```
 */
export function createWondeServer(options: WondeServerOptions): WondeServer {
  const { dataset, token = 'test-token', latency = 0, keepBytes = 0, now = Date.now } = options;
  const world = new World(options, Math.floor(now() / 1000) - secondsLoadedBefore);
  const answers = new Answers(world, new People(world, options.people), options, now);
  const tooSoon = createRateLimit(options.rateLimit, now);
  const kept = new Map<string, Answer>();
  let keptBytes = 0;
  let requests = 0;
  let aspects: readonly AspectSetting[] | undefined;

  const answer = (href: string, authorization: string | null): Answer => {
    requests += 1;
    const wait = tooSoon();
    if (wait > 0) return refusal(429, 'Too Many Attempts.', { 'retry-after': String(wait) });
    if (!isLetIn(authorization, token)) return refusal(401, 'invalid_token');
    const known = kept.get(href);
    if (known !== undefined) return known;
    const url = new URL(href);
    const made = answers.to(url);
    if (made.status === 200 && keptBytes + made.body.byteLength <= keepBytes) {
      kept.set(href, made);
      keptBytes += made.body.byteLength;
    }
    return made;
  };
  const answerInTime = async (href: string, authorization: string | null): Promise<Answer> => {
    if (latency > 0) await new Promise((resolve) => setTimeout(resolve, latency));
    const made = answer(href, authorization);
    return { ...made, headers: { ...made.headers, date: new Date(now()).toUTCString() } };
  };
  const changed = (at: number) => {
    kept.clear();
    keptBytes = 0;
    return Math.floor(at / 1000);
  };

  return {
    token,
    get requests() {
      return requests;
    },
    get aspects() {
      aspects ??= aspectsOf(dataset.Assessment ?? []);
      return aspects;
    },
    schoolId: (organisationId) => wireId('school', organisationId),
    async handle(request) {
      const { status, headers, body } = await answerInTime(request.url, request.headers.get('authorization'));
      return new Response(body as Uint8Array<ArrayBuffer>, { status, headers });
    },
    listen: (place) => listen(answerInTime, place?.port),
    update(entity, record, at = now()) {
      const seconds = changed(at);
      putRecord(world, entity, record, seconds, instantOf(seconds).slice(0, 10));
    },
    remove(entity, key, at = now()) {
      return takeRecord(world, entity, typeof key === 'string' ? [key] : key, changed(at));
    },
  };
}

/** A bearer token, or the token as the user of basic authentication. */
function isLetIn(authorization: string | null, token: string): boolean {
  if (authorization === `Bearer ${token}`) return true;
  const [, basic] = /^Basic ([\w+/=]+)$/.exec(authorization ?? '') ?? [];
  return basic !== undefined && Buffer.from(basic, 'base64').toString() === `${token}:`;
}

function aspectsOf(assessments: Iterable<EntityInput<'Assessment'>>): AspectSetting[] {
  const settings = new Map<string, AspectSetting>();
  for (const assessment of assessments) {
    const name = aspectName(assessment);
    const { kind, gradeScheme, qualificationId } = assessment;
    if (!settings.has(name))
      settings.set(name, { name, kind, gradeScheme, ...(qualificationId ? { qualificationId } : {}) });
  }
  return [...settings.values()];
}
