import { readFileSync } from 'node:fs';
import type { MapContext } from '@collegial/connector-kit';
import type * as z from 'zod';
import { WondeConfig } from '../wonde-config.ts';
import type { RowOrigin } from '../wonde-schemas.ts';

/** Pseudonyms that show what they were made from, so that a test can be read. */
export const identity = { pseudonym: (kind: string, value: string) => `<${kind} ${value}>` };

export function mapContext(config: Partial<z.input<typeof WondeConfig>> = {}): MapContext<WondeConfig> {
  return {
    source: 'wonde',
    identity,
    config: WondeConfig.parse({ token: 'secret', ...config }),
    drift: () => undefined,
    unmapped: () => undefined,
  };
}

export const ofSchool: RowOrigin = {
  organisationId: 'urn:990001',
  today: '2025-11-20',
  deletion: false,
  codes: new Map([['A7000000001', '/']]),
};

/** Rows of a fixture as the reader hands them on, checked against a wire shape. */
export function rowsOf<Wire>(fixture: string, wire: z.ZodType<Wire>): Wire[] {
  const text = readFileSync(new URL(`./${fixture}.json`, import.meta.url), 'utf8');
  const { data } = JSON.parse(text) as { data: object[] };
  return data.map((row) => wire.parse({ ...row, ofSchool }));
}
