import type { Random } from '../random.ts';
import { type Answer, jsonOf, responseOf, withJson } from './answer.ts';
import { driftRow } from './drift-rows.ts';
import type { FaultKind } from './fault-plan.ts';
import { rowsIn, withOtherMeta } from './json-rows.ts';

/** What a fault is made of. */
interface Spoiling {
  readonly answer: Answer;
  /** The answer before, at the same path. */
  readonly previous: Answer | undefined;
  readonly random: Random;
  readonly now: number;
}

type Spoil = (spoiling: Spoiling) => Response;

const html = (status: number, headers: Record<string, string> = {}) =>
  new Response('<html><body><h1>Something went wrong</h1></body></html>', {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
  });

/** A body in parts, and whether the connection breaks after the last of them. */
function inParts({
  answer,
  breaks,
  parts,
}: {
  answer: Answer;
  breaks: boolean;
  parts: readonly string[];
}): Response {
  const encoder = new TextEncoder();
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await new Promise((resolve) => setImmediate(resolve));
      if (sent < parts.length) controller.enqueue(encoder.encode(parts[sent++]));
      else if (breaks) controller.error(new TypeError('terminated'));
      else controller.close();
    },
  });
  return new Response(body, { status: answer.status, headers: answer.headers });
}

const split = (text: string, parts: number) => {
  const size = Math.max(1, Math.ceil(text.length / parts));
  return Array.from({ length: Math.ceil(text.length / size) }, (_, index) =>
    text.slice(index * size, (index + 1) * size),
  );
};

/** Changes the rows of a JSON answer; one without rows goes through as it is. */
function changeRows(answer: Answer, change: (rows: unknown[], body: unknown) => void): Response {
  const body = jsonOf(answer);
  const rows = rowsIn(body);
  if (answer.status !== 200 || rows === undefined) return responseOf(answer);
  change(rows, body);
  return withJson(answer, body);
}

const tooMany: Spoil = ({ random, now }) => {
  const seconds = random.between(1, 90);
  const date = new Date(now + seconds * 1000).toUTCString();
  return random.pick([
    () =>
      Response.json(
        { error: 'Too many requests' },
        { status: 429, headers: { 'retry-after': String(seconds) } },
      ),
    () => html(429, { 'retry-after': date }),
    () => html(429),
    () => html(429, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(seconds) }),
  ])();
};

/** How each fault looks from outside. */
export const answerFaults: Readonly<Record<FaultKind, Spoil>> = {
  '429': tooMany,
  '500': () => Response.json({ message: 'Internal error' }, { status: 500 }),
  '503': ({ random }) =>
    html(503, random.chance(0.5) ? { 'retry-after': String(random.between(1, 60)) } : {}),
  'no connection': () => {
    throw new TypeError('fetch failed', { cause: Object.assign(new Error('read'), { code: 'ECONNRESET' }) });
  },
  'reset mid-body': ({ answer }) =>
    inParts({ answer, breaks: true, parts: split(answer.text.slice(0, answer.text.length / 2), 2) }),
  'truncated body': ({ answer, random }) =>
    responseOf({
      ...answer,
      text: answer.text.slice(0, random.between(0, Math.max(0, answer.text.length - 1))),
    }),
  'slow drip': ({ answer }) => inParts({ answer, breaks: false, parts: split(answer.text, 12) }),
  'wrong content type': ({ answer, random }) => {
    if (random.chance(0.5)) return html(200);
    const headers = new Headers(answer.headers);
    headers.set('content-type', 'text/html');
    return responseOf({ ...answer, headers });
  },
  'duplicate page': ({ answer, previous }) => responseOf(previous ?? answer),
  'reordered page': ({ answer, random }) =>
    changeRows(answer, (rows) => void rows.splice(0, rows.length, ...random.shuffle(rows))),
  'false empty page': ({ answer }) => changeRows(answer, (rows) => void rows.splice(0)),
  'cursor loop': ({ answer, previous }) => {
    if (previous === undefined || previous.status !== 200) return responseOf(answer);
    const headers = new Headers(answer.headers);
    const link = previous.headers.get('link');
    if (link !== null) headers.set('link', link);
    const body = jsonOf(answer);
    return body === undefined
      ? responseOf({ ...answer, headers })
      : withJson({ ...answer, headers }, withOtherMeta(body, jsonOf(previous)));
  },
  'token expiry': () => Response.json({ error: 'invalid_token' }, { status: 401 }),
  'schema drift': ({ answer, random }) =>
    changeRows(answer, (rows) => {
      for (const row of rows) if (random.chance(0.5)) driftRow(row as Record<string, unknown>, random);
    }),
  'failure with status 200': ({ random }) =>
    Response.json(random.pick([{ success: false, error: 'Try again' }, {}, null, [], 'error', 0])),
};
