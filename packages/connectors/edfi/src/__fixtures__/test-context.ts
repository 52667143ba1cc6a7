import type { MapContext } from '@collegial/connector-kit';
import type * as z from 'zod';
import { EdfiConfig } from '../edfi-config.ts';

/** Pseudonyms that show what they were made from, so that a test can be read. */
const identity = { pseudonym: (kind: string, value: string) => `<${kind} ${value}>` };

/** A context that keeps what was counted. */
export function mapContext(config: Partial<z.input<typeof EdfiConfig>> = {}) {
  const counted = { drift: [] as string[], unmapped: [] as string[] };
  const context: MapContext<EdfiConfig> = {
    source: 'edfi',
    identity,
    config: EdfiConfig.parse({ baseUrl: 'https://edfi.example/api', clientId: 'key', clientSecret: 'secret', ...config }),
    drift: (field) => void counted.drift.push(field),
    unmapped: (field, code) => void counted.unmapped.push(`${field} ${code}`),
  };
  return { ...context, counted };
}
