import { type LedgerEntry, parseAcademicYear } from '@collegial/model';
import type { QueryEngine } from '@collegial/query';
import { type CollaborationOptions, gatherEvidence } from '../evidence/gather-evidence.ts';
import { ledgerOf } from './ledger-of.ts';

/**
 * The contribution ledger of a scope in an academic year: what each school gave to and received from each other one, by
 * the eight processes (B3), in natural units. An activity of several schools is split so that the ledger adds up to
 * what happened. A shared post that is both seen in staff records and recorded by hand appears once under each basis:
 * add up within a basis, not across them.
 *
 * @throws CollegialError `agreement.missing`, `scope.unknown`, `period.invalid`
 *
 * @example
 * ```ts
 * import { ledger } from '@collegial/collaboration';
 *
 * const entries = await ledger(store, { scope: { kind: 'group', id: 'A' }, period: '2023/24' });
 * entries[0]; // { provider: 'urn:100001', recipient: 'urn:100002', unit: 'staff-days', amount: 39, basis: 'derived', … }
 * ```
 */
export async function ledger(engine: QueryEngine, options: CollaborationOptions): Promise<LedgerEntry[]> {
  const { ties } = await gatherEvidence(engine, options);
  return ledgerOf(ties, parseAcademicYear(options.period));
}
