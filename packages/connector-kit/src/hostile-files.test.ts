import { CollegialError } from '@collegial/model';
import { afterAll, describe, expect, it } from 'vitest';
import { csvCases } from './__fixtures__/hostile/csv-cases.ts';
import type { HostileCase } from './__fixtures__/hostile/hostile-case.ts';
import { jsonCases } from './__fixtures__/hostile/json-cases.ts';
import {
  readCsvBytes,
  readJsonBytes,
  readXmlBytes,
  readZipBytes,
} from './__fixtures__/hostile/read-bytes.ts';
import { xmlCases } from './__fixtures__/hostile/xml-cases.ts';
import { zipCases } from './__fixtures__/hostile/zip-cases.ts';

const most = 500;
const kinds = [
  { kind: 'csv', cases: csvCases, read: readCsvBytes },
  { kind: 'json', cases: jsonCases, read: readJsonBytes },
  { kind: 'xml', cases: xmlCases, read: readXmlBytes },
  { kind: 'zip', cases: zipCases, read: readZipBytes },
] as const;

const times: { name: string; milliseconds: number }[] = [];
const inherited = Object.getOwnPropertyNames(Object.prototype).sort();

/** What became of a case, and the time of the processor that it took: other programs on the machine do not count. */
async function outcomeOf(name: string, { make }: HostileCase, read: (bytes: Uint8Array) => Promise<unknown>) {
  const bytes = make();
  const before = process.cpuUsage();
  const outcome = await read(bytes).then(
    (value) => ({ read: value }),
    (error: unknown) => (CollegialError.isInstance(error) ? error.code : { untyped: error }),
  );
  const { user, system } = process.cpuUsage(before);
  times.push({ name, milliseconds: (user + system) / 1000 });
  return { outcome, milliseconds: (user + system) / 1000 };
}

describe.each(kinds)('hostile $kind', ({ kind, cases, read }) => {
  it.each(cases)('$name', async (given) => {
    const { outcome, milliseconds } = await outcomeOf(`${kind}: ${given.name}`, given, read);
    if (typeof given.must === 'string') expect(outcome).toBe(given.must);
    else if (typeof given.must.read === 'string')
      expect(outcome).toMatchObject({
        read: given.must.read === 'array' ? expect.any(Array) : expect.any(Object),
      });
    else expect(outcome).toEqual(given.must);
    expect(milliseconds).toBeLessThan(most);
    expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(inherited);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

it('there are enough cases, and no two have one name', () => {
  for (const { cases } of kinds) expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  expect(kinds.reduce((sum, { cases }) => sum + cases.length, 0)).toBeGreaterThanOrEqual(60);
});

afterAll(() => {
  const slowest = times.sort((a, b) => b.milliseconds - a.milliseconds).slice(0, 8);
  const lines = slowest.map(({ name, milliseconds }) => `${milliseconds.toFixed(0).padStart(5)} ms  ${name}`);
  console.info(`${times.length} hostile files; slowest:\n${lines.join('\n')}`);
});
