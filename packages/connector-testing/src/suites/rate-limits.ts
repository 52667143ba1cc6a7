import { mustBeSame } from '../compare-contents.ts';
import { MemoryTarget } from '../memory-target.ts';
import { must } from '../must.ts';
import type { OpenWorld } from '../open-world.ts';
import { mustBeComplete, mustBeSound } from '../reports-of.ts';
import type { Check, Suite } from '../suite.ts';
import type { Handler } from '../world.ts';

const seconds = 17;

/** A refusal, and how long a client has to wait after it: at least so many milliseconds. */
interface Limit {
  readonly refuse: (now: number) => Response;
  readonly wait: number;
}

const html = (headers: Record<string, string>) =>
  new Response('<html><h1>Too many requests</h1></html>', {
    status: 429,
    headers: { 'content-type': 'text/html', ...headers },
  });

const limits: Readonly<Record<string, Limit>> = {
  'Retry-After in seconds': {
    refuse: () =>
      Response.json({ error: 'rate limit' }, { status: 429, headers: { 'retry-after': String(seconds) } }),
    wait: seconds * 1000,
  },
  'Retry-After as a date': {
    refuse: (now) => html({ 'retry-after': new Date(now + seconds * 1000).toUTCString() }),
    // An HTTP date has no parts of a second.
    wait: (seconds - 1) * 1000,
  },
  'HTML and no header': { refuse: () => html({}), wait: 1 },
  'RateLimit headers': {
    refuse: () => html({ 'ratelimit-remaining': '0', 'ratelimit-reset': String(seconds) }),
    wait: seconds * 1000,
  },
  '503 with Retry-After': {
    refuse: () => new Response('', { status: 503, headers: { 'retry-after': String(seconds) } }),
    wait: seconds * 1000,
  },
};

/** Refuses each third request once, and notes requests that came too soon after a refusal. */
function limited(world: OpenWorld, { refuse, wait }: Limit) {
  let requests = 0;
  let refused = 0;
  let tooSoon = 0;
  let notBefore = 0;
  const fetch: Handler = (request) => {
    requests += 1;
    const now = world.clock.now();
    if (now < notBefore) tooSoon += 1;
    if (requests % 3 !== 1) return world.handler(request);
    refused += 1;
    notBefore = now + wait;
    return refuse(now);
  };
  return { fetch, told: () => ({ refused, tooSoon }) };
}

const waits: Check = {
  name: 'waits as the server says, and loses nothing',
  server: true,
  async run(trial) {
    const { contents } = await trial.reference();
    let all = 0;
    for (const [name, limit] of Object.entries(limits)) {
      const world = await trial.open({ mostPerPage: 5 });
      const target = new MemoryTarget();
      const { fetch, told } = limited(world, limit);
      mustBeComplete(await world.read({ target, fetch }), `With ${name}`);
      mustBeSame(target.contents(), contents, `With ${name}`);
      const { refused, tooSoon } = told();
      must(tooSoon === 0, `With ${name}, ${tooSoon} requests came before the server allowed them.`);
      all += refused;
    }
    return { refusals: all };
  },
};

const endless: Check = {
  name: 'a limit without end fails as http.rate or http.quota, and what was read stays',
  server: true,
  async run(trial) {
    const { contents, requests: needed } = await trial.reference();
    const world = await trial.open({ mostPerPage: 5 });
    const target = new MemoryTarget();
    // A world of one or two requests is limited before its last one.
    const allowed = Math.min(2, needed - 1);
    let requests = 0;
    const fetch: Handler = (request) => {
      requests += 1;
      return requests <= allowed ? world.handler(request) : html({ 'retry-after': '7200' });
    };
    const report = await world.read({ target, fetch });
    mustBeSound(report, 'With a limit without end');
    const failed = report.streams.filter(({ status }) => status !== 'complete');
    must(failed.length > 0, 'With a limit without end, every stream is said to be complete.');
    for (const { stream, error } of failed)
      must(
        error?.code === 'http.rate' || error?.code === 'http.quota',
        `With a limit without end, “${stream}” failed with ${error?.code} instead of http.rate or http.quota.`,
      );
    world.clock.advance(7_200_000);
    mustBeComplete(await world.read({ target }), 'When the limit was over');
    mustBeSame(target.contents(), contents, 'When the limit was over');
  },
};

/** Servers that allow only so many requests. */
export const rateLimits: Suite = { name: 'rate-limits', checks: [waits, endless] };
