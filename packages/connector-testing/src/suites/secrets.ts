import type { Logger } from '@collegial/connector-kit';
import { MemoryTarget } from '../memory-target.ts';
import { must, some } from '../must.ts';
import type { OpenWorld } from '../open-world.ts';
import { revealSecrets } from '../reveal-secrets.ts';
import type { Check, Suite } from '../suite.ts';
import type { Handler } from '../world.ts';

/** The forms in which a secret can appear. */
function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const forms = [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    bytes.toString('base64'),
    bytes.toString('hex'),
  ];
  return [...new Set(forms)];
}

/** What a server sees of a request, as one text. */
async function seenOf(request: Request): Promise<string> {
  const headers = [...request.headers].map(([name, value]) => `${name}: ${value}`);
  return [request.url, ...headers, await request.clone().text()].join('\n');
}

/** Servers that say back what they were sent, in every place where an answer can hold it. */
const echoes: Readonly<Record<string, (handler: Handler) => Handler>> = {
  'an answer that succeeds': (handler) => handler,
  'a refusal that quotes the request': () => async (request) =>
    Response.json({ error: await seenOf(request) }, { status: 401 }),
  'a failure that quotes the request in HTML': () => async (request) =>
    new Response(`<pre>${await seenOf(request)}</pre>`, {
      status: 500,
      headers: { 'content-type': 'text/html' },
    }),
  'a success in HTML that quotes the request': () => async (request) =>
    new Response(`<pre>${await seenOf(request)}</pre>`, { headers: { 'content-type': 'text/html' } }),
  'a success that is a failure and quotes the request': () => async (request) =>
    Response.json({ success: false, error: await seenOf(request), message: await seenOf(request) }),
  'a broken connection whose error quotes the request': () => async (request) => {
    throw new TypeError(`fetch failed: ${await seenOf(request)}`, {
      cause: new Error(await seenOf(request)),
    });
  },
  'a redirect elsewhere that quotes the request': () => async (request) =>
    new Response(null, {
      status: 302,
      headers: { location: `https://elsewhere.example/?${encodeURIComponent(await seenOf(request))}` },
    }),
  'a rejection that quotes the request in a header': () => async (request) =>
    new Response('', {
      status: 403,
      headers: { 'www-authenticate': `Bearer ${request.headers.get('authorization') ?? ''}` },
    }),
};

/** What came of a read, by what it is, as texts in which to look. */
type Said = readonly { readonly where: string; readonly text: string }[];

async function everythingSaid(world: OpenWorld, fetch: Handler): Promise<Said> {
  const said: unknown[] = [];
  const log: Logger['info'] = (message, facts) => void said.push([message, facts]);
  const target = new MemoryTarget();
  const report = await world.read({
    target,
    fetch,
    logger: { debug: log, info: log, warn: log },
    onProgress: (progress) => void said.push(progress),
  });
  const fields = [...target.contents()].flatMap(([name, json]) =>
    Object.entries(JSON.parse(json) as Record<string, unknown>).map(([field, value]) => ({
      where: `field “${field}” of ${name.split('/')[1]} records`,
      text: JSON.stringify(value),
    })),
  );
  const streams = report.streams.map((one) => ({
    where: `the report of the stream “${one.stream}”`,
    text: JSON.stringify(one),
  }));
  return [
    ...fields,
    ...streams,
    { where: 'a log line or progress', text: JSON.stringify(said) },
    // Last, since they repeat what is told above with its place.
    { where: 'a key, a checkpoint or what was set aside', text: target.everything() },
    { where: 'the report', text: JSON.stringify(report) },
  ];
}

/** Where a value came out: the first place that holds it. */
function placeOf(said: Said, value: string): string {
  const found = said.find(({ text }) => text.includes(value)) as Said[number];
  const at = found.text.indexOf(value);
  return `${found.where}: …${found.text.slice(Math.max(0, at - 60), at)}[hidden]`;
}

const silent: Check = {
  name: 'no secret of the settings and no canary is in records, checkpoints, reports, errors or logs',
  async run(trial) {
    const { source, canaries = [] } = await trial.open();
    const secrets = revealSecrets(source.config);
    const short = secrets.filter((secret) => secret.length < 8);
    must(
      short.length === 0,
      `${short.length} secrets of the world have fewer than 8 characters, and could be anywhere by chance.`,
    );
    const hidden = [...secrets.flatMap(formsOf), ...canaries];
    const servers =
      source.connector.http === undefined ? { 'a read': (handler: Handler) => handler } : echoes;
    for (const [name, spoil] of Object.entries(servers)) {
      const world = await trial.open();
      const said = await everythingSaid(world, spoil(world.handler));
      const all = said.map(({ text }) => text).join('\n');
      const found = hidden.filter((value) => all.includes(value)).map((value) => placeOf(said, value));
      must(
        found.length === 0,
        () => `After ${name}, ${found.length} hidden values came out, in ${some(found)}.`,
      );
    }
    return { secrets: secrets.length, canaries: canaries.length, servers: Object.keys(servers).length };
  },
};

const settings: Check = {
  name: 'settings that are wrong are refused without their values',
  reads: false,
  async run(trial) {
    const { source } = await trial.open();
    const connect = source.connector.config;
    const canary = 'canary-of-a-wrong-setting';
    const shape = (connect as { readonly shape?: Record<string, unknown> }).shape ?? {};
    for (const wrong of [canary, { setting: canary }, [canary]]) {
      const parsed = connect.safeParse(Object.fromEntries(Object.keys(shape).map((name) => [name, wrong])));
      const issues: readonly { readonly message: string }[] = parsed.success ? [] : parsed.error.issues;
      must(
        !issues.some(({ message }) => message.includes(canary)),
        'The message about a wrong setting quotes it.',
      );
    }
  },
};

/** What must never come out. */
export const secrets: Suite = { name: 'secrets', checks: [silent, settings] };
