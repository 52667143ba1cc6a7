import { type AcademicYear, formatAcademicYear, type LedgerEntry, processes } from '@collegial/model';
import { fromParts } from '../ties/split-amount.ts';
import type { Tie } from '../ties/tie.ts';

/** Places of the processes, one digit each: lines are sorted by text. */
const processOrder = new Map<string, number>(processes.map(({ id }, index) => [id, index]));

/**
 * The contribution ledger of some ties in one academic year: what each school gave each other one, by process and unit,
 * with derived, confirmed and unconfirmed evidence apart. Sums are exact, so the order of the ties does not matter.
 */
export function ledgerOf(ties: readonly Tie[], academicYear: AcademicYear): LedgerEntry[] {
  const period = formatAcademicYear(academicYear);
  const lines = new Map<string, { entry: LedgerEntry; parts: number; evidence: Set<string> }>();
  for (const tie of ties) {
    if (tie.academicYear !== academicYear) continue;
    const order = processOrder.get(tie.process) ?? 0;
    for (const { provider, recipient, unit, parts } of tie.flows) {
      const key = `${provider} ${recipient} ${order} ${unit} ${tie.basis}`;
      let line = lines.get(key);
      if (line === undefined) {
        const { process, basis } = tie;
        const entry = { provider, recipient, period, process, unit, amount: 0, basis, evidence: [] };
        line = { entry, parts: 0, evidence: new Set() };
        lines.set(key, line);
      }
      line.parts += parts;
      for (const id of tie.evidence) line.evidence.add(id);
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
