import { isDeepStrictEqual } from 'node:util';
import { jsonOf, readAnswer, responseOf, withJson } from '../faults/answer.ts';
import { driftRow } from '../faults/drift-rows.ts';
import { rowsIn } from '../faults/json-rows.ts';
import { MemoryTarget } from '../memory-target.ts';
import { must, some } from '../must.ts';
import { createRandom } from '../random.ts';
import { mustBeSound } from '../reports-of.ts';
import type { Check, Suite } from '../suite.ts';
import type { Handler } from '../world.ts';

const rounds = 40;

/**
 * One row in each answer, now and then, has a field that is null, missing or of another type. The records of the other rows must be there as they
 * were, as far as they come from other rows: what a row is part of cannot be told from outside, so that as many records as were in the
 * answer's changed rows, and what hangs on them, may differ, and no more than half.
 */
const rows: Check = {
  name: 'a null, missing or wrong-typed field costs its own row at most, and is counted',
  server: true,
  async run(trial) {
    const { contents } = await trial.reference();
    const seed = trial.options.seed ?? 1;
    const { http } = (await trial.open()).source.connector;
    must(http !== undefined, 'The connector asks no server.');
    let mutated = 0;
    let counted = 0;
    const answersOf = (await trial.open()).requests;
    void answersOf;
    for (let round = 0; round < rounds; round += 1) {
      const random = createRandom(seed * 1000 + round);
      const { requests } = await trial.reference();
      const chosen = random.between(1, requests);
      const world = await trial.open();
      const fields: string[] = [];
      let whole: unknown;
      let asked = 0;
      const fetch: Handler = async (request) => {
        asked += 1;
        const answer = await readAnswer(await world.handler(request));
        if (asked !== chosen) return responseOf(answer);
        const body = jsonOf(answer);
        const found = rowsIn(body);
        if (answer.status !== 200 || found === undefined || found.length < 2) return responseOf(answer);
        whole = structuredClone(body);
        const field = driftRow(random.pick(found) as Record<string, unknown>, random);
        if (field !== undefined && !isDeepStrictEqual(whole, body)) fields.push(field);
        return withJson(answer, body);
      };
      const target = new MemoryTarget();
      const report = await world.read({ target, fetch });
      if (fields.length === 0) continue;
      const when = `With another shape of “${fields[0]}” at request ${chosen} (seed ${seed}, round ${round})`;
      mustBeSound(report, when);
      const failed = report.streams.filter(({ status }) => status !== 'complete');
      must(
        failed.length === 0,
        () =>
          `${when}, a whole stream failed for one row: ${some(failed.map(({ stream, error }) => `${stream} (${error?.code}: ${error?.message})`))}.`,
      );
      const { lost, changed } = trial.compare(target.contents(), contents);
      must(
        (lost.length + changed.length) * 2 <= contents.size || contents.size < 8,
        () =>
          `${when}, ${lost.length} records are missing and ${changed.length} other than before: ${some([...lost, ...changed])}.`,
      );
      const told = report.streams.reduce(
        (sum, { quarantined, skipped, drift, unmapped }) =>
          sum + quarantined + skipped + Object.keys(drift).length + unmapped.length,
        0,
      );
      must(
        told > 0 || lost.length === 0,
        () => `${when}, ${lost.length} records are missing, and the report counts nothing: ${some(lost)}.`,
      );
      mutated += 1;
      if (told > 0) counted += 1;
    }
    return { fields: mutated, counted };
  },
};

/** Servers that break their own specification. */
export const leniency: Suite = { name: 'leniency', checks: [rows] };
