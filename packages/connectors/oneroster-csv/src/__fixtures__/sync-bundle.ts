import type { EntityName } from '@collegial/model';
import { sync, type SyncOptions, type SyncReport } from '@collegial/sync';
import { MemoryTarget } from '@collegial/connector-testing';
import { oneRosterCsv } from '../oneroster-csv-connector.ts';

export { MemoryTarget };
export const noon = Date.parse('2025-11-20T12:00:00Z');

/** Pseudonyms that show what they were made from, so that a test can be read. */
export const identity = { pseudonym: (kind: string, value: string) => `<${kind.replace('oneroster-', '')} ${value.replace('oneroster-csv:', '')}>` };

/** Syncs a bundle into a target. */
export function syncBundle(settings: Partial<Parameters<typeof oneRosterCsv>[0]> & { path: string }, target: SyncOptions['target'], options: Partial<SyncOptions> = {}): Promise<SyncReport> {
  return sync({ sources: [oneRosterCsv({ jurisdiction: 'US-CA', ...settings })], target, identity, now: () => noon, maxDeletedShare: 1, ...options });
}

export const stream = (report: SyncReport, name: string) => {
  const found = report.streams.find((one) => one.stream === name);
  if (found === undefined) throw new Error(`no stream ${name}`);
  return found;
};
export type { EntityName };
