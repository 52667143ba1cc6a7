import { mustBeSame } from '../compare-contents.ts';
import { MemoryTarget } from '../memory-target.ts';
import { must, some } from '../must.ts';
import type { OpenWorld } from '../open-world.ts';
import { mustBeComplete } from '../reports-of.ts';
import type { Check, Suite } from '../suite.ts';
import type { Handler } from '../world.ts';

const day = 86_400_000;

/** Lets a world change, or says that it cannot. */
export async function change(world: OpenWorld): Promise<void> {
  must(world.change !== undefined, 'The world has no change(): give one, or skip the check with the reason.');
  await world.change();
}

const unchanged: Check = {
  name: 'a sync of nothing new changes nothing',
  async run(trial) {
    const world = await trial.open();
    const target = new MemoryTarget();
    await world.read({ target });
    const before = target.contents();
    world.clock.advance(day);
    const again = await world.read({ target });
    mustBeComplete(again, 'A second sync of nothing new');
    mustBeSame(target.contents(), before, 'A second sync of nothing new');
    const busy = again.streams.filter(
      ({ loaded, deleted, deletedUnseen }) => loaded + deleted + deletedUnseen > 0,
    );
    must(
      busy.length === 0,
      () => `A second sync of nothing new counts changes in ${some(busy.map(({ stream }) => stream))}.`,
    );
  },
};

const changes: Check = {
  name: 'a sync after changes has what a first one would have',
  async run(trial) {
    const facts: Record<string, number> = {};
    // Soon after, within any overlap that a cursor keeps; and long after.
    for (const later of [60_000, 3 * day]) {
      const world = await trial.open();
      const target = new MemoryTarget();
      await world.read({ target });
      const before = target.contents();
      world.clock.advance(later);
      await change(world);
      world.clock.advance(later);
      const report = await world.read({ target });
      mustBeComplete(report, 'A sync after changes');
      const fresh = await trial.fresh(world);
      const { lost, extra, changed } = trial.compare(fresh, before);
      must(
        lost.length + extra.length + changed.length > 0,
        'change() changed no record: nothing would be tested.',
      );
      mustBeSame(target.contents(), fresh, 'A sync after changes against a first one');
      facts.added = extra.length;
      facts.changed = changed.length;
      facts.incremental = report.streams.filter(({ mode }) => mode === 'incremental').length;
    }
    return facts;
  },
};

const meanwhile: Check = {
  name: 'what changes while it is read comes with the next sync',
  async run(trial) {
    const { requests } = await trial.reference();
    const points = [...new Set([1, 2, Math.ceil(requests / 2), requests])];
    for (const point of points) {
      const world = await trial.open();
      const target = new MemoryTarget();
      const fetch: Handler = async (request) => {
        const response = await world.handler(request);
        if (world.requests() === point) {
          world.clock.advance(60_000);
          await change(world);
        }
        world.clock.advance(1_000);
        return response;
      };
      await world.read({ target, fetch });
      world.clock.advance(day);
      mustBeComplete(await world.read({ target }), `After changes at request ${point}`);
      mustBeSame(
        target.contents(),
        await trial.fresh(world),
        `After changes at request ${point} and another sync`,
      );
    }
    return { points: points.length };
  },
};

/** Later syncs against first ones. */
export const incremental: Suite = {
  name: 'incremental-equals-full',
  checks: [unchanged, changes, { ...meanwhile, server: true }],
};
