import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { readAhead } from './read-ahead.ts';

async function* numbers(size: number, log: string[] = [], failAt = -1) {
  try {
    for (let number = 0; number < size; number += 1) {
      await delay(1);
      if (number === failAt) throw new Error('broken');
      log.push(`read ${number}`);
      yield number;
    }
  } finally {
    log.push('closed');
  }
}

describe('readAhead', () => {
  it.each([1, 2, 5])('keeps the order and ends, %i ahead', async (depth) => {
    const taken: number[] = [];
    for await (const number of readAhead(numbers(20), { depth })) taken.push(number);
    expect(taken).toEqual(Array.from({ length: 20 }, (_, index) => index));
  });

  it('reads the next item while one is taken, and no further than the depth', async () => {
    const log: string[] = [];
    for await (const number of readAhead(numbers(5, log), { depth: 1 })) {
      await delay(20);
      log.push(`took ${number}`);
    }
    expect(log.slice(0, 5)).toEqual(['read 0', 'read 1', 'took 0', 'read 2', 'took 1']);
  });

  it('passes an error on after the items before it', async () => {
    const taken: number[] = [];
    const work = (async () => {
      for await (const number of readAhead(numbers(9, [], 3), { depth: 5 })) {
        await delay(10);
        taken.push(number);
      }
    })();
    await expect(work).rejects.toThrow('broken');
    expect(taken).toEqual([0, 1, 2]);
  });

  it('closes the source when the taker stops', async () => {
    const log: string[] = [];
    for await (const number of readAhead(numbers(9, log), { depth: 2 })) if (number === 1) break;
    await delay(30);
    expect(log).toContain('closed');
    expect(log).not.toContain('read 6');
  });

  it('stops at once when aborted, even though the source hangs', async () => {
    const controller = new AbortController();
    async function* hanging() {
      yield 1;
      await new Promise(() => undefined);
    }
    const taken: number[] = [];
    const work = (async () => {
      for await (const number of readAhead(hanging(), { signal: controller.signal })) taken.push(number);
    })();
    setTimeout(() => controller.abort(new Error('stopped')), 20);
    await expect(work).rejects.toThrow('stopped');
    expect(taken).toEqual([1]);
  });
});
