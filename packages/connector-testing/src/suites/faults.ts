import { playPlan } from '../faults/play-plan.ts';
import { must } from '../must.ts';
import type { Check, Suite } from '../suite.ts';

const mostFailures = 5;

const plans: Check = {
  name: 'under seeded plans of faults nothing is lost, doubled, or partial without saying so',
  async run(trial) {
    const { seed = 1, plans: count = 200, skip = {} } = trial.options;
    const skips = (suite: string) =>
      Object.keys(skip).some((name) => name === suite || name.startsWith(`${suite}/`));
    const happened = new Map<string, number>();
    const failures: string[] = [];
    let runs = 0;
    for (let plan = seed; plan < seed + count && failures.length < mostFailures; plan += 1) {
      try {
        const played = await playPlan({
          trial,
          seed: plan,
          change: !skips('incremental-equals-full'),
          remove: !skips('delete-safety'),
          onFault: (kind) => happened.set(kind, (happened.get(kind) ?? 0) + 1),
        });
        runs += played.runs;
      } catch (error) {
        failures.push((error as Error).message);
      }
      trial.close();
    }
    must(failures.length === 0, () => `${failures.length} plans failed. ${failures.join('\n')}`);
    const kinds = [...happened].sort(([, a], [, b]) => b - a).map(([kind, times]) => `${kind} ×${times}`);
    return { plans: count, seeds: `${seed}–${seed + count - 1}`, runs, faults: kinds.join(', ') };
  },
};

/** Plans on the store are slow: one for so many others. */
const plansForOne = 100;

const onStore: Check = {
  name: 'the store ends with the same as the target in memory',
  async run(trial) {
    const { seed = 1, plans: count = 200 } = trial.options;
    const { openStore } = await import('@collegial/store');
    const played = Math.ceil(count / plansForOne);
    for (let plan = seed; plan < seed + played; plan += 1) {
      const store = await openStore({ path: ':memory:' });
      try {
        await playPlan({ trial, seed: plan, change: false, remove: false, store, onFault: () => undefined });
      } finally {
        await store.close();
      }
    }
    return { plans: played };
  },
};

/** Whatever goes wrong, everything is there once in the end. */
export const faults: Suite = { name: 'faults', checks: [plans, onStore] };
