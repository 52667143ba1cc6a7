import { isDeepStrictEqual } from 'node:util';
import { jsonOf, readAnswer, responseOf, withJson } from '../../faults/answer.ts';
import { driftRow } from '../../faults/drift-rows.ts';
import { rowsIn } from '../../faults/json-rows.ts';
import { MemoryTarget } from '../../memory-target.ts';
import { must } from '../../must.ts';
import { createRandom } from '../../random.ts';
import type { Check } from '../../suite.ts';
import type { Handler } from '../../world.ts';
import { mustCostOneRow } from './cost-of-one-row.ts';

const rounds = 40;

/** Servers that break their own specification: one row of one answer has a field that is null, missing or of another type. */
export const fieldsOfAnswers: Check = {
  name: 'a null, missing or wrong-typed field costs its own row at most, and is counted',
  server: true,
  async run(trial) {
    const { contents } = await trial.reference();
    const seed = trial.options.seed ?? 1;
    const { http } = (await trial.open()).source.connector;
    must(http !== undefined, 'The connector asks no server.');
    let mutated = 0;
    let counted = 0;
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
      const told = mustCostOneRow({ report, contents: target.contents() }, contents, when);
      mutated += 1;
      if (told) counted += 1;
    }
    return { fields: mutated, counted };
  },
};
