import { type AcademicYear, formatAcademicYear, type LedgerEntry, processes } from '@collegial/model';
import { fromParts } from '../ties/split-amount.ts';
import type { Tie } from '../ties/tie.ts';

/**
 * The contribution ledger of some ties in one academic year: what each school gave each other one, by process and unit,
 * with derived, confirmed and unconfirmed evidence apart. Sums are exact, so the order of the ties does not matter.
 */
export function ledgerOf(ties: readonly Tie[], academicYear: AcademicYear): LedgerEntry[] {
  const lines = new Map<string, { entry: LedgerEntry; parts: number; evidence: Set<string> }>();
  for (const tie of ties) {
    if (tie.academicYear !== academicYear) continue;
    for (const { provider, recipient, unit, parts } of tie.flows) {
      const order = String(processes.findIndex(({ id }) => id === tie.process)).padStart(2, '0');
      const key = [provider, recipient, order, unit, tie.basis].join(' ');
      const line = lines.get(key) ?? {
        entry: {
          provider,
          recipient,
          period: formatAcademicYear(academicYear),
          process: tie.process,
          unit,
          amount: 0,
          basis: tie.basis,
          evidence: [],
        },
        parts: 0,
        evidence: new Set<string>(),
      };
      line.parts += parts;
      for (const id of tie.evidence) line.evidence.add(id);
      lines.set(key, line);
    }
  }
  return [...lines]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, { entry, parts, evidence }]) => ({
      ...entry,
      amount: fromParts(parts),
      evidence: [...evidence].sort(),
    }));
}
