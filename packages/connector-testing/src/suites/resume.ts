import { mustBeSame } from '../compare-contents.ts';
import { faultyTarget } from '../faults/faulty-target.ts';
import { MemoryTarget } from '../memory-target.ts';
import { must } from '../must.ts';
import type { ReadOptions } from '../open-world.ts';
import { createRandom } from '../random.ts';
import { mustBeComplete, mustBeSound } from '../reports-of.ts';
import type { Check, Suite } from '../suite.ts';
import type { Trial } from '../trial.ts';
import { watchSource } from '../watch-source.ts';

const mostPoints = 60;
/** So that connectors of many requests or streams are tested in seconds, too. */
const costInAll = 1500;
/** Few rows to a page, so that there are places to stop at. */
const mostPerPage = 5;

/** Every point, or a seeded choice where there are many. */
function pointsOf(count: number, seed: number, cost: number): number[] {
  const all = Array.from({ length: count }, (_, index) => index);
  const most = Math.max(8, Math.min(mostPoints, Math.floor(costInAll / Math.max(1, cost))));
  return all.length <= most ? all : createRandom(seed).shuffle(all).slice(0, most);
}

/** Reads until everything is complete, a few times. */
async function readOn(world: Awaited<ReturnType<Trial['open']>>, options: ReadOptions, when: string) {
  for (let run = 0; run < 4; run += 1) {
    const report = await world.read(options);
    mustBeSound(report, when);
    if (report.status === 'complete') return;
  }
  mustBeComplete(await world.read(options), when);
}

async function pagesOf(trial: Trial): Promise<number> {
  const world = await trial.open({ mostPerPage });
  const watched = watchSource(world.source);
  await world.read({ target: new MemoryTarget(), source: watched.source });
  return watched.pages.length;
}

const stopped: Check = {
  name: 'stopped after any page and begun again, everything is there once',
  async run(trial) {
    const { contents, cost } = await trial.reference();
    const points = pointsOf(await pagesOf(trial), trial.options.seed ?? 1, cost);
    for (const point of points) {
      const world = await trial.open({ mostPerPage });
      const target = new MemoryTarget();
      const stop = new AbortController();
      const { source } = watchSource(world.source, {
        onPage: (page, index) => {
          if (index === point) setImmediate(() => stop.abort());
          return page;
        },
      });
      const when = `Stopped at page ${point + 1}`;
      mustBeSound(await world.read({ target, source, signal: stop.signal, batchSize: 1 }), when);
      const strange = trial.compare(target.contents(), contents).extra;
      must(
        strange.length === 0,
        `${when}: ${strange.length} records that an uninterrupted sync does not have.`,
      );
      await readOn(world, { target, batchSize: 1 }, `${when} and begun again`);
      mustBeSame(target.contents(), contents, `${when} and begun again`);
    }
    return { points: points.length };
  },
};

const failing: Check = {
  name: 'with a target that fails before or after any commit, everything is there once',
  async run(trial) {
    const { contents, cost } = await trial.reference();
    let loads = 0;
    const world = await trial.open({ mostPerPage });
    const counting = faultyTarget(new MemoryTarget(), { storeFaults: [] }, { onLoad: () => (loads += 1) });
    await world.read({ target: counting, batchSize: 1 });
    const points = pointsOf(loads, (trial.options.seed ?? 1) + 1, cost * 2);
    for (const point of points)
      for (const kind of ['failed before commit', 'failed after commit'] as const) {
        const again = await trial.open({ mostPerPage });
        const memory = new MemoryTarget();
        const target = faultyTarget(memory, { storeFaults: [{ kind, operation: 'load', call: point + 1 }] });
        const when = `With a target that ${kind} ${point + 1}`;
        await readOn(again, { target, batchSize: 1 }, when);
        mustBeSame(memory.contents(), contents, when);
      }
    return { points: points.length * 2 };
  },
};

/** Interrupted reads against whole ones. */
export const resume: Suite = { name: 'resume-equals-uninterrupted', checks: [stopped, failing] };
