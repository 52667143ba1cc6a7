import type { EntityName, LoadTarget } from '@collegial/model';
import type { SyncReport } from '@collegial/sync';
import { type Contents, compareContents, tellDifference } from '../compare-contents.ts';
import { MemoryTarget } from '../memory-target.ts';
import { must, some } from '../must.ts';
import type { OpenWorld } from '../open-world.ts';
import { createRandom } from '../random.ts';
import { mustBeComplete, mustBeSound, waitsForNext } from '../reports-of.ts';
import type { Trial } from '../trial.ts';
import { besides } from './besides.ts';
import { createDoubts, type Doubts } from './doubts.ts';
import { createFaultPlan, type FaultPlan } from './fault-plan.ts';
import { faultyFetch } from './faulty-fetch.ts';
import { faultyTarget } from './faulty-target.ts';
import { filesIn, spoilFiles } from './spoil-files.ts';

const mostRuns = 60;
const hour = 3_600_000;

/** What a plan is played on. */
export interface Playing {
  readonly trial: Trial;
  readonly seed: number;
  /** Which of the world's doings are played, too. */
  readonly change: boolean;
  readonly remove: boolean;
  /** Takes what the memory takes, for plans on a real store: both must end with the same. */
  readonly store?: LoadTarget & { counts(): Promise<Readonly<Record<string, number>>> };
  /** Called with the name of each fault that happens. */
  readonly onFault: (kind: string) => void;
}

/** Plays one plan: whatever goes wrong, in the end everything is there once, and nobody was told otherwise meanwhile. */
export async function playPlan(playing: Playing): Promise<{ readonly runs: number }> {
  const { trial, seed } = playing;
  const random = createRandom(seed ^ 0x5eed);
  const mostPerPage = random.pick([5, Number.POSITIVE_INFINITY]);
  const size = await trial.sizeAt(mostPerPage);
  const plan = createFaultPlan(seed, size);
  const world = await trial.open({ mostPerPage });
  const play = new Play(playing, plan, world, random.pick([1, 7, 50_000]));
  try {
    await play.whole(random.chance(0.6), random.chance(0.4));
  } catch (error) {
    throw new Error(`${(error as Error).message} [${tellPlan(plan)}]`, { cause: error });
  }
  return { runs: play.runs };
}

/** A plan in a line, for the message of a failure. */
function tellPlan({ seed, faults, storeFaults, clockSkew, stops }: FaultPlan): string {
  return [
    `COLLEGIAL_SEED=${seed} plays this plan alone`,
    ...faults.map(
      ({ kind, request, times }) =>
        `${kind} at request ${request}${times > 1 ? ` to ${request + times - 1}` : ''}`,
    ),
    ...storeFaults.map(({ kind, operation, call }) => `${operation} ${call} ${kind}`),
    ...stops.map((request) => `stopped at request ${request}`),
    ...(clockSkew === 0 ? [] : [`clock off by ${clockSkew / hour} h`]),
  ].join('; ');
}

class Play {
  readonly #playing: Playing;
  readonly #plan: FaultPlan;
  readonly #world: OpenWorld;
  readonly #batchSize: number;
  readonly #memory = new MemoryTarget();
  /** Nothing goes wrong with it. */
  readonly #both: LoadTarget;
  readonly #target: LoadTarget;
  readonly #fetch: ReturnType<typeof faultyFetch>;
  readonly #doubts: Doubts;
  #calm = false;
  #stop = new AbortController();
  runs = 0;

  constructor(playing: Playing, plan: FaultPlan, world: OpenWorld, batchSize: number) {
    this.#playing = playing;
    this.#plan = plan;
    this.#world = world;
    this.#batchSize = batchSize;
    this.#doubts = createDoubts(playing.trial);
    const { clock } = world;
    this.#both = playing.store === undefined ? this.#memory : besides(playing.store, this.#memory);
    this.#target = faultyTarget(this.#both, plan, { clock });
    this.#fetch = faultyFetch(world.handler, plan, {
      clock,
      onFault: ({ kind }) => {
        this.#doubts.fault(kind);
        playing.onFault(kind);
      },
      onRequest: (request) => {
        if (plan.stops.includes(request)) this.#stop.abort();
      },
    });
  }

  async whole(changes: boolean, removes: boolean): Promise<void> {
    const { change, remove, trial } = this.#playing;
    const world = this.#world;
    let wanted = (await trial.reference()).contents;
    await this.#faultyFiles();
    await this.#until('a first sync', wanted, true);
    if (changes && change && world.change !== undefined) {
      world.clock.advance(hour * createRandom(this.#plan.seed).pick([0, 1, 72]));
      await world.change();
      wanted = await trial.fresh(world);
      await this.#until('a sync after changes', wanted, false);
    }
    const removing = removes && remove && world.remove !== undefined;
    if (removing) {
      world.clock.advance(hour);
      await world.remove?.();
      wanted = await trial.fresh(world);
      await this.#until('a sync after a removal', wanted, false);
    }
    await this.#settle(wanted, removing);
  }

  /** Runs until everything is complete. */
  async #until(when: string, wanted: Contents, first: boolean): Promise<void> {
    for (let tried = 0; tried < mostRuns; tried += 1) {
      const report = await this.#run(when, wanted, first);
      if (report.status === 'complete') return;
      this.#world.clock.advance(60_000);
    }
    must(false, `After ${mostRuns} runs, ${when} is not complete`);
  }

  async #run(when: string, wanted: Contents, first: boolean): Promise<SyncReport> {
    this.runs += 1;
    this.#stop = new AbortController();
    this.#fetch.newRun();
    const before = this.#memory.contents();
    const { clock } = this.#world;
    const report = await this.#world.read({
      target: this.#target,
      batchSize: this.#batchSize,
      signal: this.#stop.signal,
      fetch: (request) => (this.#calm ? this.#world.handler(request) : this.#fetch(request)),
      now: () => clock.now() + this.#plan.clockSkew,
    });
    mustBeSound(report, `In ${when}`);
    this.#doubts.after(report);
    const after = this.#memory.contents();
    const gone = [...before.keys()].filter(
      (name) => wanted.has(name) && !after.has(name) && !this.#doubts.mayBeHidden(name.split('/')[1] ?? ''),
    );
    must(
      gone.length === 0 || this.#doubts.files,
      () => `In ${when}, ${gone.length} records that the source has were deleted: ${some(gone)}`,
    );
    const { lost, extra, changed } = compareContents(after, wanted);
    must(
      !first || extra.length === 0 || this.#doubts.drifted,
      () => `In ${when}, records came that the source does not have: ${some(extra)}`,
    );
    const silent = [...lost, ...changed].filter((name) =>
      this.#doubts.mustBeWhole(name.split('/')[1] ?? '', report),
    );
    must(
      silent.length === 0,
      () =>
        `After ${when}, the report says nothing, and ${silent.length} records are missing or old: ${some(silent)}`,
    );
    return report;
  }

  /** When nothing goes wrong any more: one sync, another of everything where a report left doubt, and a third where that one has to be confirmed. */
  async #settle(wanted: Contents, removing: boolean): Promise<void> {
    this.#calm = true;
    const world = this.#world;
    const unsettled = removing || this.#doubts.drifted;
    const options = { target: this.#both, ...(unsettled && { maxDeletedShare: 1 }) };
    world.clock.advance(hour * 24);
    mustBeComplete(await world.read(options), 'When all is calm again');
    if (this.#doubts.any || removing) {
      const report = await world.read({ ...options, full: true });
      mustBeComplete(report, 'A full sync when all is calm again');
      if (report.streams.some(waitsForNext))
        mustBeComplete(await world.read({ ...options, full: true }), 'Another one');
    }
    const difference = compareContents(this.#memory.contents(), wanted);
    const untold = new Set(
      Object.values(world.source.connector.streams).flatMap(({ deletes, entity }) =>
        deletes === 'none' ? [entity as string] : [],
      ),
    );
    // Of records that a source never says are gone, and does not have to, some stay.
    const extra = difference.extra.filter((name) => !untold.has(name.split('/')[1] ?? '') || !unsettled);
    const told = tellDifference({ ...difference, extra });
    must(told === undefined, () => `In the end: ${told}`);
    const stored = await this.#playing.store?.counts();
    for (const [entity, count] of Object.entries(stored ?? {})) {
      const wantedCount = this.#memory.count(entity as EntityName);
      must(
        count === wantedCount,
        `In the end, the store has ${count} records of ${entity} instead of ${wantedCount}`,
      );
    }
  }

  /** Files are spoiled for a run or two, and put back. */
  async #faultyFiles(): Promise<void> {
    const files = filesIn(this.#world.directory);
    const random = createRandom(this.#plan.seed + 1);
    if (files.length === 0 || this.#world.source.connector.about.reads !== 'files' || random.chance(0.3))
      return;
    for (let run = random.between(1, 2); run > 0; run -= 1) {
      const how = random.pick(['missing', 'empty', 'cut', 'halved', 'garbage'] as const);
      const chosen = new Set(random.shuffle(files).slice(0, random.between(1, files.length)));
      const { restore } = spoilFiles(this.#world.directory, how, (path) => chosen.has(path));
      this.#playing.onFault(`${how} file`);
      this.#doubts.fault('files');
      const report = await this.#world.read({ target: this.#target, batchSize: this.#batchSize });
      this.runs += 1;
      restore();
      mustBeSound(report, `With ${how} files`);
    }
  }
}
