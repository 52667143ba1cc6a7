import { type LedgerEntry, processes } from '@collegial/model';
import type { Naming } from './naming.ts';

const unitWords = {
  'staff-hours': 'staff-hours',
  'staff-days': 'staff-days',
  places: 'student places',
  pounds: 'pounds',
  events: 'events, each split over the directions between those who took part,',
} as const;

const basisWords = {
  derived: 'seen in records that schools keep anyway',
  confirmed: 'recorded, and confirmed by both schools',
  unconfirmed: 'recorded, and not confirmed by both schools yet',
} as const;

/** Why a line of the ledger holds its amount. */
export function explainLedgerEntry(entry: LedgerEntry, name: Naming): string[] {
  const { provider, recipient, amount, unit, period, process, basis, evidence } = entry;
  const title = processes.find(({ id }) => id === process)?.title ?? process;
  return [
    `${name(provider)} gave ${name(recipient)} ${amount} ${unitWords[unit]} in ${period}.`,
    `Process: ${title}. Basis: ${basisWords[basis]}.`,
    'An activity of several schools is split by what each gave or received, so that the lines add up to what happened.',
    evidence.length === 1
      ? `It is one piece of evidence: ${evidence[0]}.`
      : `It adds up ${evidence.length} records: ${evidence.join(', ')}.`,
  ];
}
