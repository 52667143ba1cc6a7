import { mustBeSame } from '../compare-contents.ts';
import { MemoryTarget } from '../memory-target.ts';
import { must, some } from '../must.ts';
import { mustBeComplete } from '../reports-of.ts';
import type { Check, Suite } from '../suite.ts';

/** Sizes at which ways of paging that count wrongly lose rows: few, all, one more and one less, and a divisor. */
function sizesFor(counts: readonly number[]): number[] {
  const near = counts.flatMap((count) => [count - 1, count, count + 1]);
  const halves = counts.filter((count) => count % 2 === 0).map((count) => count / 2);
  const sizes = [1, 2, 3, ...near, ...halves].filter((size) => size >= 1);
  return [...new Set(sizes)];
}

const clamped: Check = {
  name: 'a server that gives fewer rows than were asked for loses none',
  server: true,
  async run(trial) {
    const { contents, report, requests } = await trial.reference();
    const most = Math.max(6, Math.min(24, Math.floor(1500 / requests)));
    const sizes = sizesFor(report.streams.map(({ rows }) => rows).sort((a, b) => b - a)).slice(0, most);
    for (const mostPerPage of sizes) {
      const world = await trial.open({ mostPerPage });
      const target = new MemoryTarget();
      const read = await world.read({ target });
      mustBeComplete(read, `At ${mostPerPage} rows per page`);
      mustBeSame(
        target.contents(),
        contents,
        `At ${mostPerPage} rows per page, with which ${some(read.streams.map(({ stream, rows }) => `“${stream}” gave ${rows} of ${report.streams.find((one) => one.stream === stream)?.rows} rows`))}`,
      );
      must(
        mostPerPage > 1 || world.requests() > requests,
        'With one row per page the server was asked no more often: world takes no notice of mostPerPage.',
      );
    }
    return { sizes: sizes.length };
  },
};

const nothing: Check = {
  name: 'empty lists are read as empty',
  server: true,
  async run(trial) {
    const world = await trial.open({ empty: true });
    const target = new MemoryTarget();
    const report = await world.read({ target });
    mustBeComplete(report, 'With empty lists');
    for (const { stream, loaded } of report.streams)
      must(
        loaded === (world.holds[stream] ?? loaded),
        `With empty lists, “${stream}” loaded ${loaded} records, and the world holds ${world.holds[stream]}.`,
      );
    const { contents } = await trial.reference();
    must(
      target.contents().size < contents.size,
      'The world that was to be empty holds as much as the other one.',
    );
  },
};

/** Ways of paging against servers that clamp. */
export const paging: Suite = { name: 'paging', checks: [clamped, nothing] };
