import { describe, expect, it } from 'vitest';
import { createTestClock } from '../test-clock.ts';
import { createFaultPlan, type FaultKind, faultKinds } from './fault-plan.ts';
import { faultyFetch } from './faulty-fetch.ts';

const clock = createTestClock();
const list = (request: Request) => {
  const page = Number(new URL(request.url).searchParams.get('page'));
  const rows = Array.from({ length: 6 }, (_, index) => ({ id: `${page}.${index}`, name: 'A' }));
  const link = `<https://mis.example/list?page=${page + 1}>; rel="next"`;
  return Response.json({ rows, next: page + 1 }, { headers: { link } });
};

/** The answer to page 2 with one fault, after page 1 without. */
async function second(kind: FaultKind, seed = 1): Promise<Response> {
  const fetch = faultyFetch(list, { faults: [{ kind, request: 2, times: 1, seed }] }, { clock });
  await fetch('https://mis.example/list?page=1');
  return fetch('https://mis.example/list?page=2');
}

const whole = await (await list(new Request('https://mis.example/list?page=2'))).json();
const idsOf = (body: unknown) => (body as { rows: { id: string }[] }).rows.map(({ id }) => id);

describe('a plan', () => {
  it('is the same from the same seed, and another from another', () => {
    expect(createFaultPlan(7)).toEqual(createFaultPlan(7));
    expect(createFaultPlan(7)).not.toEqual(createFaultPlan(8));
  });

  it('uses every kind, within its size', () => {
    const plans = Array.from({ length: 300 }, (_, seed) => createFaultPlan(seed, { requests: 5, loads: 4 }));
    const faults = plans.flatMap((plan) => plan.faults);
    expect(new Set(faults.map(({ kind }) => kind))).toEqual(new Set(faultKinds));
    expect(Math.max(...faults.map(({ request }) => request))).toBeLessThanOrEqual(10);
    expect(plans.some(({ clockSkew }) => clockSkew > 0) && plans.some(({ clockSkew }) => clockSkew < 0)).toBe(
      true,
    );
  });
});

describe('a faulty server', () => {
  it.each([
    ['429', 429],
    ['500', 500],
    ['503', 503],
    ['token expiry', 401],
    ['failure with status 200', 200],
  ] as const)('%s has its status', async (kind, status) => {
    expect((await second(kind)).status).toBe(status);
  });

  it('breaks connections before and in an answer, cuts it short, and drips', async () => {
    await expect(second('no connection')).rejects.toThrow('fetch failed');
    await expect((await second('reset mid-body')).text()).rejects.toThrow('terminated');
    await expect((await second('truncated body')).json()).rejects.toThrow(SyntaxError);
    expect(await (await second('slow drip')).json()).toEqual(whole);
  });

  it('gives pages that look right and are not', async () => {
    expect(idsOf(await (await second('duplicate page')).json())).toEqual([
      '1.0',
      '1.1',
      '1.2',
      '1.3',
      '1.4',
      '1.5',
    ]);
    const reordered = idsOf(await (await second('reordered page')).json());
    expect(reordered).not.toEqual(idsOf(whole));
    expect([...reordered].sort()).toEqual(idsOf(whole));
    expect(await (await second('false empty page')).json()).toEqual({ rows: [], next: 3 });
    const loop = await second('cursor loop');
    expect(loop.headers.get('link')).toContain('page=2>');
    expect(await loop.json()).toEqual({ ...(whole as object), next: 2 });
    const drifted = await (await second('schema drift')).json();
    expect(drifted).toMatchObject({ rows: { length: 6 } });
    expect(drifted).not.toEqual(whole);
    const types = [0, 1, 2, 3].map(async (seed) =>
      (await second('wrong content type', seed)).headers.get('content-type'),
    );
    expect((await Promise.all(types)).every((type) => type?.startsWith('text/html'))).toBe(true);
  });

  it('gives no page of an earlier run, of another filter, or of the same request', async () => {
    const faults = [{ kind: 'duplicate page' as const, request: 2, times: 9, seed: 1 }];
    const fetch = faultyFetch(list, { faults });
    await fetch('https://mis.example/list?page=1');
    fetch.newRun();
    const ids = async (search: string) =>
      idsOf(await (await fetch(`https://mis.example/list?${search}`)).json())[0];
    expect(await ids('page=2')).toBe('2.0');
    expect(await ids('page=2')).toBe('2.0');
    expect(await ids('page=3&type=x')).toBe('3.0');
    expect(await ids('page=4&type=x')).toBe('3.0');
  });

  it('says when to come back in every way that servers have', async () => {
    const ways = new Set<string>();
    for (let seed = 0; seed < 40; seed += 1) {
      const { headers } = await second('429', seed);
      const after = headers.get('retry-after');
      ways.add(
        after === null
          ? headers.has('x-ratelimit-reset')
            ? 'reset'
            : 'none'
          : /^\d+$/.test(after)
            ? 'seconds'
            : 'date',
      );
    }
    expect([...ways].sort()).toEqual(['date', 'none', 'reset', 'seconds']);
  });
});
