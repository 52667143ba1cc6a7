import type { SyncReport } from '@collegial/sync';
import { mustBeSame } from '../compare-contents.ts';
import { jsonOf, readAnswer, responseOf, withJson } from '../faults/answer.ts';
import { rowsIn } from '../faults/json-rows.ts';
import { type Spoiled, spoilFiles } from '../faults/spoil-files.ts';
import { MemoryTarget } from '../memory-target.ts';
import { must, some } from '../must.ts';
import type { OpenWorld } from '../open-world.ts';
import { createRandom } from '../random.ts';
import { mustBeComplete, mustBeSound, waitsForNext } from '../reports-of.ts';
import type { Check, Suite } from '../suite.ts';
import type { Handler } from '../world.ts';

type Change = (rows: unknown[], request: number) => void;

/** A server whose lists are changed on their way. */
const changing = (handler: Handler, change: Change): Handler => {
  let requests = 0;
  return async (request) => {
    requests += 1;
    const answer = await readAnswer(await handler(request));
    const body = jsonOf(answer);
    const rows = answer.status === 200 ? rowsIn(body) : undefined;
    if (rows === undefined) return responseOf(answer);
    change(rows, requests);
    return withJson(answer, body);
  };
};

const refusal =
  (status: number): Handler =>
  () =>
    Response.json({ error: 'refused' }, { status });

/** The ways in which a server can look as if everybody had left. */
const outages: Readonly<Record<string, (handler: Handler) => Handler>> = {
  'an outage (503)': () => refusal(503),
  'credentials that were taken back (401)': () => refusal(401),
  'permissions that were taken back (403)': () => refusal(403),
  'a server that has moved (404)': () => refusal(404),
  'empty lists': (handler) => changing(handler, (rows) => void rows.splice(0)),
  'lists that end halfway': (handler) =>
    changing(handler, (rows) => void rows.splice(Math.floor(rows.length / 2))),
  // Too little to stand out: without a total, only the next read can tell.
  'lists without their last row': (handler) => changing(handler, (rows) => void rows.pop()),
  'an outage halfway': (handler) => {
    let requests = 0;
    return (request) => {
      requests += 1;
      return requests % 3 === 2 ? Response.json({}, { status: 500 }) : handler(request);
    };
  },
  'rows that cannot be used': (handler) => {
    const random = createRandom(5);
    return changing(handler, (rows) => {
      const row = rows.length > 0 ? random.pick(rows) : undefined;
      if (typeof row === 'object' && row !== null)
        for (const name of Object.keys(row)) (row as Record<string, unknown>)[name] = [[]];
    });
  },
};

const kept: Check = {
  name: 'outages, refusals, empty, halved and shortened lists delete nothing',
  server: true,
  async run(trial) {
    const { requests } = await trial.reference();
    for (const [index, [name, spoil]] of Object.entries(outages).entries())
      for (const full of requests > 30 ? [index % 2 === 0] : [false, true]) {
        const world = await trial.open(requests > 30 ? {} : { mostPerPage: 5 });
        const target = new MemoryTarget();
        await world.read({ target });
        const before = target.contents();
        world.clock.advance(86_400_000);
        const report = await world.read({ target, full, fetch: spoil(world.handler) });
        mustBeSound(report, `After ${name}`);
        const { lost } = trial.compare(target.contents(), before);
        must(lost.length === 0, () => `After ${name}, ${lost.length} records are gone: ${some(lost)}.`);
        await world.read({ target, full: true });
        mustBeSame(target.contents(), before, `After ${name}, and a sync when it was over`);
      }
    return { outages: Object.keys(outages).length };
  },
};

const keptFiles: Check = {
  name: 'missing, empty, cut and halved files delete nothing',
  files: true,
  async run(trial) {
    const ways: readonly Spoiled[] = ['missing', 'empty', 'cut', 'halved', 'garbage'];
    let spoiled = 0;
    for (const way of ways) {
      const world = await trial.open();
      const target = new MemoryTarget();
      await world.read({ target });
      const before = target.contents();
      const { restore, files } = spoilFiles(world.directory, way);
      spoiled += files;
      const report = await world.read({ target });
      mustBeSound(report, `With ${way} files`);
      const { lost } = trial.compare(target.contents(), before);
      must(lost.length === 0, () => `With ${way} files, ${lost.length} records are gone: ${some(lost)}.`);
      restore();
      await world.read({ target, full: true });
      mustBeSame(target.contents(), before, `With ${way} files, and a sync when they were there again`);
    }
    const { reads } = (await trial.open()).source.connector.about;
    must(
      reads !== 'files' || spoiled > 0,
      'The world wrote no files into its directory: nothing was tested.',
    );
    return { files: spoiled };
  },
};

async function readNext(world: OpenWorld, target: MemoryTarget): Promise<SyncReport> {
  world.clock.advance(86_400_000);
  const report = await world.read({ target, maxDeletedShare: 1 });
  mustBeComplete(report, 'A second time after a removal');
  return report;
}

const removed: Check = {
  name: 'removed records are deleted',
  async run(trial) {
    const world = await trial.open();
    const streams = Object.entries(world.source.connector.streams);
    const target = new MemoryTarget();
    await world.read({ target });
    const before = target.contents();
    if (world.remove === undefined && streams.every(([, { deletes }]) => deletes === 'none')) return;
    must(
      world.remove !== undefined,
      'The world has no remove(): give one, or skip the check with the reason.',
    );
    world.clock.advance(86_400_000);
    const gone = await world.remove();
    world.clock.advance(60_000);
    must(
      Object.values(gone).some((count = 0) => count > 0),
      'remove() says that no record goes from any stream.',
    );
    const report = await world.read({ target, maxDeletedShare: 1 });
    mustBeComplete(report, 'After a removal');
    // Without a total, nothing is deleted before a second read did not meet it either.
    const second = report.streams.some(waitsForNext) ? await readNext(world, target) : undefined;
    for (const first of report.streams) {
      const { stream, deletes } = first;
      const next = second?.streams.find((one) => waitsForNext(first) && one.stream === stream);
      const count = [first, next].reduce(
        (sum, one) => sum + (one?.deleted ?? 0) + (one?.deletedUnseen ?? 0),
        0,
      );
      const wanted = gone[stream];
      const told = deletes === 'none' ? 0 : (wanted ?? count);
      must(
        count === told,
        () =>
          `remove() takes ${wanted} records of “${stream}”, and ${count} were deleted (${JSON.stringify((next ?? first).deletes)}).`,
      );
    }
    const difference = trial.compare(target.contents(), await trial.fresh(world));
    const untold = new Set(
      streams.flatMap(([, { deletes, entity }]) => (deletes === 'none' ? [entity as string] : [])),
    );
    const left = difference.extra.filter((name) => !untold.has(name.split('/')[1] ?? ''));
    must(
      left.length === 0,
      () => `After a removal, records are left that a first sync does not have: ${some(left)}.`,
    );
    const { lost, changed } = difference;
    must(
      lost.length + changed.length === 0,
      () => `After a removal, others are not as a first sync has them: ${some([...lost, ...changed])}.`,
    );
    return { removed: trial.compare(target.contents(), before).lost.length };
  },
};

/** Nothing is deleted but what is gone. */
export const deleteSafety: Suite = { name: 'delete-safety', checks: [kept, keptFiles, removed] };
