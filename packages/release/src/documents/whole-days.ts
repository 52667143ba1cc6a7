import type { LedgerEntry } from '@collegial/model';

/** A line of the ledger as a group sees it: staff-days in whole days, at least one. */
export function wholeDays(entry: LedgerEntry): LedgerEntry {
  return entry.unit === 'staff-days' ? { ...entry, amount: Math.max(1, Math.round(entry.amount)) } : entry;
}
