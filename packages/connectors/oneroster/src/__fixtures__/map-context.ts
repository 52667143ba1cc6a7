import * as z from 'zod';
import type { OneRosterContext } from '../mapping/ids.ts';
import { mappingSettings } from '../mapping/mapping-settings.ts';
import type { KnownOrganisation, Reading } from '../mapping/reading.ts';

const Settings = z.strictObject(mappingSettings);

/** A context whose pseudonyms show what they were made from, so that a test can be read, and that notes what is counted. */
export function mapContext(settings: Partial<z.input<typeof Settings>> = {}) {
  const unmapped: string[] = [];
  const drift: string[] = [];
  const context: OneRosterContext = {
    source: 'or',
    identity: { pseudonym: (kind, value) => `<${kind} ${value}>` },
    config: Settings.parse({ jurisdiction: 'US-CA', ...settings }),
    drift: (field) => drift.push(field),
    unmapped: (field, code) => unmapped.push(`${field} ${code}`),
  };
  return { ...context, counted: { unmapped, drift } };
}

const organisations = new Map<string, KnownOrganisation>([
  ['s1', { id: 'or:s1', kind: 'school' }],
  ['s2', { id: 'or:s2', kind: 'school' }],
  ['d1', { id: 'or:d1', kind: 'authority' }],
]);

/** What rows are read with in tests: a day in November of the school year that began in August 2025. */
export const reading: Reading = { today: '2025-11-20', delta: false, rollFrom: '2025-08-18', organisations };
export const changes: Reading = { ...reading, delta: true };
