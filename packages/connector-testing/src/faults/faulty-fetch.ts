import { createRandom } from '../random.ts';
import type { TestClock } from '../test-clock.ts';
import type { Handler } from '../world.ts';
import { type Answer, readAnswer, responseOf } from './answer.ts';
import { answerFaults } from './answer-faults.ts';
import type { Fault, FaultPlan } from './fault-plan.ts';

/** Further options of {@link faultyFetch}. */
export interface FaultyFetchOptions {
  /** The clock that dates in `Retry-After` stand on; default: the machine's. */
  readonly clock?: Pick<TestClock, 'now'>;
  /** Called with each fault that happens. */
  readonly onFault?: (fault: Fault) => void;
  /** Called with the number of each request, before it is answered. */
  readonly onRequest?: (request: number) => void;
}

/** A Fetch function over a server that fails. */
export interface FaultyFetch {
  (input: Request | URL | string, init?: RequestInit): Promise<Response>;
  /** Call it when another sync begins: pages of the one before are not given in place of others. */
  newRun(): void;
}

/**
 * A server that fails as a plan says; any Fetch handler can be that server. Requests are counted over all runs. Give it to `sync` as `fetch`.
 *
 * @param handler answers requests when nothing goes wrong
 * @example
 * ```ts
 * import { createFaultPlan, faultyFetch } from '@collegial/connector-testing';
 *
 * const fetch = faultyFetch(async () => Response.json([{ id: 1 }]), createFaultPlan(7));
 * ```
 */
export function faultyFetch(
  handler: Handler,
  { faults }: Pick<FaultPlan, 'faults'>,
  { clock = Date, onFault, onRequest }: FaultyFetchOptions = {},
): FaultyFetch {
  let requests = 0;
  const before = new Map<string, { readonly url: string; readonly answer: Answer }>();
  const fetch = async (input: Request | URL | string, init?: RequestInit) => {
    const request = new Request(input, init);
    requests += 1;
    onRequest?.(requests);
    const now = requests;
    const fault = faults.find(({ request: first, times }) => now >= first && now < first + times);
    const { url } = request;
    const path = new URL(url).pathname;
    const answer = await readAnswer(await handler(request));
    const earlier = before.get(path);
    before.set(path, { url, answer });
    const previous = earlier !== undefined && isOtherPage(earlier.url, url) ? earlier.answer : undefined;
    if (fault === undefined) return responseOf(answer);
    onFault?.(fault);
    const random = createRandom(fault.seed);
    return answerFaults[fault.kind]({ answer, previous, random, now: clock.now() });
  };
  return Object.assign(fetch, { newRun: () => before.clear() });
}

const placeNames = /page|offset|skip|start|cursor|token|after|next|limit|size/i;

/** Whether two URLs ask for two pages of one list: everything but the place is the same. */
function isOtherPage(one: string, other: string): boolean {
  const filterOf = (url: string) =>
    JSON.stringify([...new URL(url).searchParams].filter(([name]) => !placeNames.test(name)).sort());
  return one !== other && filterOf(one) === filterOf(other);
}
