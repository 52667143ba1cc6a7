import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Logger, Source } from '@collegial/connector-kit';
import { CollegialError, type LoadTarget } from '@collegial/model';
import { type SyncReport, sync } from '@collegial/sync';
import { createTestClock, type TestClock } from './test-clock.ts';
import type { Conditions, Handler, MakeWorld, World } from './world.ts';

/** Key of the pseudonyms in every check. */
export const testKey = new Uint8Array(32).fill(7);

/** How a world is read. */
export interface ReadOptions {
  readonly target: LoadTarget;
  /** Takes the place of the world's server; default: the server as it is. */
  readonly fetch?: Handler;
  /** Takes the place of the world's source, for example one that is watched. */
  readonly source?: Source;
  /** Default {@link testKey}; `null`: none. */
  readonly key?: Uint8Array | null;
  readonly streams?: readonly string[];
  readonly full?: boolean;
  readonly batchSize?: number;
  readonly commitInterval?: number;
  readonly maxDeletedShare?: number;
  readonly signal?: AbortSignal;
  readonly logger?: Logger;
  /** The host's clock, where it differs from the server's. */
  readonly now?: () => number;
  readonly onProgress?: (progress: unknown) => void;
}

/** A world that was made, and reads itself. */
export interface OpenWorld extends World {
  readonly clock: TestClock;
  readonly directory: string;
  /** Requests that its server has answered. */
  requests(): number;
  /** The world's server, which counts requests; only where the connector has HTTP. */
  readonly handler: Handler;
  read(options: ReadOptions): Promise<SyncReport>;
  close(): void;
}

/** Makes a world and the means to read it. */
export async function openWorld(
  make: MakeWorld,
  { start, ...given }: Partial<Conditions> & { readonly start?: string | undefined } = {},
): Promise<OpenWorld> {
  const directory = mkdtempSync(join(tmpdir(), 'conformance-'));
  const clock = createTestClock(start);
  const close = () => rmSync(directory, { recursive: true, force: true });
  try {
    const world = await make({
      clock,
      mostPerPage: Number.POSITIVE_INFINITY,
      empty: false,
      directory,
      ...given,
    });
    return { ...world, directory, clock, close, ...reader(world, clock) };
  } catch (error) {
    close();
    throw error;
  }
}

function reader(world: World, clock: TestClock): Pick<OpenWorld, 'handler' | 'read' | 'requests'> {
  const { connector } = world.source;
  if (connector.http !== undefined && world.fetch === undefined)
    throw new CollegialError({
      code: 'argument.invalid',
      message: `The connector “${connector.id}” makes requests, and its world has no fetch to answer them.`,
      fix: 'Return fetch from world: (request) => Response.',
    });
  let requests = 0;
  const handler: Handler = (request) => {
    requests += 1;
    return (world.fetch as Handler)(request);
  };
  return {
    handler,
    requests: () => requests,
    read({ source = world.source, fetch = handler, key = testKey, target, ...options }) {
      return sync({
        sources: [source],
        target,
        fetch: async (input, init) => fetch(new Request(input, init)),
        now: clock.now,
        sleep: clock.sleep,
        random: () => 0.5,
        commitInterval: 0,
        ...(key !== null && { key }),
        ...options,
      });
    },
  };
}
