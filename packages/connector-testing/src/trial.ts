import type { SyncReport } from '@collegial/sync';
import { type Contents, compareContents } from './compare-contents.ts';
import type { ConformanceOptions } from './conformance-options.ts';
import { faultyTarget } from './faults/faulty-target.ts';
import { MemoryTarget } from './memory-target.ts';
import { type OpenWorld, openWorld } from './open-world.ts';
import { mustBeComplete } from './reports-of.ts';
import { watchSource } from './watch-source.ts';
import type { Conditions } from './world.ts';

/** What an uninterrupted first sync gave. */
export interface Reference {
  readonly contents: Contents;
  readonly report: SyncReport;
  readonly requests: number;
  /** How long a sync takes, about, in requests: a stream of files counts for some. */
  readonly cost: number;
}

/** What a check works with. The reference is shared by all checks of a connector, worlds are not. */
export class Trial {
  readonly options: ConformanceOptions;
  readonly #open: OpenWorld[] = [];
  readonly #references: Map<string, Promise<Reference>>;
  readonly #sizes = new Map<string, Promise<{ readonly requests: number; readonly loads: number }>>();

  constructor(options: ConformanceOptions, references = new Map<string, Promise<Reference>>()) {
    this.options = options;
    this.#references = references;
  }

  async open(conditions: Partial<Conditions> = {}): Promise<OpenWorld> {
    const world = await openWorld(this.options.world, { start: this.options.startsAt, ...conditions });
    this.#open.push(world);
    return world;
  }

  /** Closes the worlds of a check. */
  close(): void {
    for (const world of this.#open.splice(0)) world.close();
  }

  /** The uninterrupted first sync of a world in which nothing goes wrong. */
  reference(): Promise<Reference> {
    const known = this.#references.get('reference');
    if (known !== undefined) return known;
    const made = this.#readReference();
    // Who asked for it is told; others that were given the same promise and ended before need not be.
    made.catch(() => undefined);
    this.#references.set('reference', made);
    return made;
  }

  async #readReference(): Promise<Reference> {
    const world = await this.open();
    const target = new MemoryTarget();
    const { source, thrown } = watchSource(world.source);
    const report = await world.read({ target, source });
    try {
      mustBeComplete(report, 'A first sync in which nothing goes wrong');
    } catch (error) {
      if (thrown.length > 0) throw withCause(error as Error, thrown[0]);
      throw error;
    }
    const requests = world.requests();
    const cost = Math.max(requests, report.streams.length * 6);
    return { contents: target.contents(), report, requests, cost };
  }

  /** What a first sync of a world gives as it is now. */
  async fresh(world: OpenWorld): Promise<Contents> {
    const target = new MemoryTarget();
    mustBeComplete(await world.read({ target }), 'A first sync in which nothing goes wrong');
    return target.contents();
  }

  readonly compare = compareContents;

  /** How many requests and commits a first sync makes, at most so many rows per page. */
  async sizeAt(mostPerPage: number): Promise<{ readonly requests: number; readonly loads: number }> {
    const name = `size at ${mostPerPage}`;
    const made = this.#sizes.get(name) ?? this.#measure(mostPerPage);
    this.#sizes.set(name, made);
    return made;
  }

  async #measure(mostPerPage: number) {
    const world = await this.open({ mostPerPage });
    let loads = 0;
    const target = faultyTarget(
      new MemoryTarget(),
      { storeFaults: [] },
      {
        onLoad: () => {
          loads += 1;
        },
      },
    );
    await world.read({ target, batchSize: 7 });
    return { requests: Math.max(1, world.requests()), loads: Math.max(1, loads) };
  }
}

/** The failure of a check with what the connector itself threw: its words, and the place in the author's own file. */
function withCause({ message }: Error, cause: unknown): Error {
  const words = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  return new Error(`${message} Underneath: ${words}`, { cause });
}
