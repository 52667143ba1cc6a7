import { CollegialError } from '@collegial/model';
import { expect, it } from 'vitest';
import {
  readCsvBytes,
  readJsonBytes,
  readXmlBytes,
  readZipBytes,
} from './__fixtures__/hostile/read-bytes.ts';
import { mutate } from './__fixtures__/malformed/mutate.ts';
import { Random } from './__fixtures__/malformed/random.ts';
import { personal, samples } from './__fixtures__/malformed/samples.ts';

const total = Number(process.env.COLLEGIAL_MALFORMED ?? 20_000);
const seed = Number(process.env.COLLEGIAL_SEED ?? Math.floor(Math.random() * 2 ** 32));
const readers = { csv: readCsvBytes, xml: readXmlBytes, json: readJsonBytes, zip: readZipBytes } as const;
const kinds = Object.keys(readers) as (keyof typeof readers)[];
const each = Math.ceil(total / kinds.length);
/** Longest time of the processor for one input: all of them are small. */
const most = 500;

/** What became of an input, and the time of the processor that it took. */
async function take(
  kind: keyof typeof readers,
  bytes: Buffer,
): Promise<{ outcome: unknown; milliseconds: number }> {
  const before = process.cpuUsage();
  const outcome = await readers[kind](bytes).then(
    () => 'read',
    (error: unknown) => error,
  );
  const { user, system } = process.cpuUsage(before);
  return { outcome, milliseconds: (user + system) / 1000 };
}

/** Slow is what is slow each time: the engine may just have been tidying up. */
async function isSlow(kind: keyof typeof readers, bytes: Buffer): Promise<boolean> {
  for (let time = 0; time < 3; time += 1) if ((await take(kind, bytes)).milliseconds <= most) return false;
  return true;
}

/** What is wrong with how a reader took an input, if anything. */
async function faultOf(kind: keyof typeof readers, bytes: Buffer): Promise<{ fault?: string; code: string }> {
  const { outcome, milliseconds } = await take(kind, bytes);
  if (milliseconds > most && (await isSlow(kind, bytes)))
    return { code: 'slow', fault: `took ${milliseconds} ms` };
  if (outcome === 'read') return { code: 'read' };
  if (!CollegialError.isInstance(outcome))
    return { code: 'untyped', fault: `untyped: ${(outcome as Error)?.stack}` };
  const text = [outcome.message, JSON.stringify(outcome.place)].join(' ');
  // Headings of CSV files and names in archives are told on purpose.
  const tells = (kind === 'xml' || kind === 'json') && text.includes(personal);
  return { code: outcome.code, ...(tells ? { fault: `repeats data: ${outcome.code}` } : {}) };
}

it.each(kinds)(
  `malformed %s is read safely or refused with a typed error (COLLEGIAL_SEED=${seed})`,
  { timeout: Math.max(120_000, total * 5) },
  async (kind) => {
    const random = new Random(seed + kinds.indexOf(kind));
    const codes = new Map<string, number>();
    const faults: string[] = [];
    for (let count = 0; count < each && faults.length < 5; count += 1) {
      // What streams keep until the event loop turns would pile up otherwise.
      if (count % 100 === 0) await new Promise((resolve) => setImmediate(resolve));
      const bytes = mutate(random.of(samples[kind]), samples[random.of(kinds)], random);
      const { code, fault } = await faultOf(kind, bytes);
      codes.set(code, (codes.get(code) ?? 0) + 1);
      if (fault !== undefined)
        faults.push(`input ${count}: ${fault}; ${bytes.subarray(0, 4096).toString('base64')}`);
    }
    console.info(
      `${each} malformed ${kind}, seed ${seed}: ${[...codes]
        .sort()
        .map(([code, count]) => `${code} ${count}`)
        .join(', ')}`,
    );
    expect(faults).toEqual([]);
    // Mutations that broke nothing, or everything, would test nothing.
    expect(codes.get('read') ?? 0).toBeGreaterThan(each / 100);
    expect(each - (codes.get('read') ?? 0)).toBeGreaterThan(each / 100);
    expect(({} as Record<string, unknown>).a).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  },
);
