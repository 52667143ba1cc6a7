import { defineConnector } from '@collegial/connector-kit';
import { describe, expect, it } from 'vitest';
import { example } from '../__fixtures__/example-connector.ts';
import { exampleWorld } from '../__fixtures__/example-world.ts';
import type { MakeWorld } from '../world.ts';
import { ConformanceRun } from './conformance-run.ts';

/** What each check says of a world. */
async function resultsOf(world: MakeWorld) {
  const run = new ConformanceRun({
    name: 'broken',
    world,
    plans: 3,
    reports: false,
    skip: { readme: 'It has none, here.' },
  });
  const results: { status: string; reason?: string; cause?: unknown }[] = [];
  for (const selected of run.checks)
    results.push(
      await run
        .run(selected)
        .catch((error: Error) => ({ status: 'failed', reason: error.message, cause: error.cause })),
    );
  const of = (status: string) => results.filter((result) => result.status === status);
  return { failed: of('failed'), notRun: of('not-run'), passed: of('passed') };
}

describe('one cause fails one check', () => {
  it('when no world can be made', async () => {
    const { failed, notRun, passed } = await resultsOf(() => {
      throw new Error('no such fixture');
    });
    expect(failed.map(({ reason }) => reason)).toEqual(['no such fixture']);
    expect(passed).toEqual([]);
    expect(new Set(notRun.map(({ reason }) => reason))).toEqual(
      new Set(['See “contract/the definition is whole”, which failed first.']),
    );
  });

  it.each([
    ['its settings of HTTP cannot be made', { http: () => fail() }],
    [
      'a stream cannot be read',
      { streams: { ...example.streams, pupils: { ...example.streams.pupils, read: () => fail() } } },
    ],
    [
      'a row cannot be mapped',
      { streams: { ...example.streams, schools: { ...example.streams.schools, map: () => fail() } } },
    ],
  ])('when %s, with the words and the place of what was thrown', async (_, change) => {
    const connector = defineConnector({ ...example, ...change } as never);
    const { failed, notRun, passed } = await resultsOf(exampleWorld(connector as never));
    expect(failed).toMatchObject([
      {
        reason: expect.stringContaining('Underneath: TypeError: a fault of the author'),
        cause: expect.any(TypeError),
      },
    ]);
    // The definition can be judged all the same.
    expect(passed.length).toBeGreaterThanOrEqual(3);
    expect(new Set(notRun.map(({ reason }) => reason))).toEqual(
      new Set(['See “contract/every record is found, and the same each time”, which failed first.']),
    );
  });
});

function fail(): never {
  throw new TypeError('a fault of the author');
}
