import { readFile } from 'node:fs/promises';
import { CollegialError } from '@collegial/model';
import { type Cassette, type CassetteEntry, comparableUrl } from './cassette.ts';

/** Options of {@link replayCassette}. */
export interface ReplayOptions {
  /** Query parameters that change with every run, such as a time; they are not compared. */
  readonly ignore?: readonly string[];
}

/** A recording as a server. */
export interface Replay {
  (input: Request | URL | string, init?: RequestInit): Promise<Response>;
  /** Answers that were not asked for. */
  readonly unused: number;
}

/**
 * Answers as a recording has it: the same request gets its answers one after the other, as they were recorded.
 *
 * @param cassette path of a recording, or the recording
 * @returns a Fetch function; it rejects with `cassette.unmatched` for a request that the recording does not hold, or not so often
 */
export async function replayCassette(
  cassette: string | URL | Cassette,
  { ignore = [] }: ReplayOptions = {},
): Promise<Replay> {
  const { entries } =
    typeof cassette === 'string' || cassette instanceof URL
      ? (JSON.parse(await readFile(cassette, 'utf8')) as Cassette)
      : cassette;
  const waiting = new Map<string, CassetteEntry[]>();
  let unused = entries.length;
  for (const entry of entries) {
    const name = `${entry.method} ${comparableUrl(entry.url, ignore)}`;
    waiting.set(name, [...(waiting.get(name) ?? []), entry]);
  }
  const fetch = async (input: Request | URL | string, init?: RequestInit) => {
    const request = new Request(input, init);
    const entry = waiting.get(`${request.method} ${comparableUrl(request.url, ignore)}`)?.shift();
    if (entry === undefined)
      throw new CollegialError({
        code: 'cassette.unmatched',
        message: `The recording has no (further) answer to ${request.method} ${new URL(request.url).pathname}${otherParameters(new URL(request.url), entries)}.`,
      });
    unused -= 1;
    const { status, headers, body } = entry;
    const isJson = /\bjson\b/i.test(headers['content-type'] ?? 'json');
    const text =
      body === undefined ? null : typeof body === 'string' && !isJson ? body : JSON.stringify(body);
    return new Response(text, { status, headers });
  };
  return Object.defineProperty(fetch, 'unused', { get: () => unused }) as Replay;
}

/** Which parameters of a request the recording has with other values, for the same path. */
function otherParameters(asked: URL, entries: readonly CassetteEntry[]): string {
  const same = entries.map(({ url }) => new URL(url)).filter(({ pathname }) => pathname === asked.pathname);
  const names = new Set([
    ...asked.searchParams.keys(),
    ...same.flatMap(({ searchParams }) => [...searchParams.keys()]),
  ]);
  const other = [...names].filter((name) =>
    same.every(({ searchParams }) => searchParams.get(name) !== asked.searchParams.get(name)),
  );
  return same.length === 0 || other.length === 0
    ? ''
    : `; it has this path with other values of ${other.join(', ')}`;
}
