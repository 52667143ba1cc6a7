import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { misshape } from '../../faults/misshape-text.ts';
import { filesIn } from '../../faults/spoil-files.ts';
import { MemoryTarget } from '../../memory-target.ts';
import { createRandom } from '../../random.ts';
import type { Check } from '../../suite.ts';
import { mustCostOneRow } from './cost-of-one-row.ts';

const rounds = 40;

/** Exports that break their own specification: one cell of one row, or one element of one person, is empty or makes no sense. */
export const cellsOfFiles: Check = {
  name: 'an empty or senseless cell costs its own row at most, and is counted',
  files: true,
  async run(trial) {
    const { contents } = await trial.reference();
    const seed = trial.options.seed ?? 1;
    let mutated = 0;
    let counted = 0;
    for (let round = 0; round < rounds; round += 1) {
      const random = createRandom(seed * 1000 + round);
      const world = await trial.open();
      const control = new Set(world.controlFiles);
      const files = filesIn(world.directory).filter((path) => !control.has(basename(path)));
      if (files.length === 0) continue;
      const path = random.pick(files);
      const changed = misshape(basename(path), readFileSync(path, 'latin1'), random);
      if (changed === undefined) continue;
      writeFileSync(path, changed.text, 'latin1');
      const target = new MemoryTarget();
      const report = await world.read({ target });
      const when = `With “${changed.value}” in place of “${changed.instead}” at line ${changed.line} of ${basename(path)} (seed ${seed}, round ${round})`;
      mutated += 1;
      if (mustCostOneRow({ report, contents: target.contents() }, contents, when)) counted += 1;
    }
    return { cells: mutated, counted };
  },
};
