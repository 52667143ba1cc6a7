import { type AcademicYear, formatAcademicYear, type LedgerEntry, processes } from '@collegial/model';
import { countingOrder } from '../order/counting-order.ts';
import { Numbering } from '../order/positions-of.ts';
import { fromParts } from '../ties/split-amount.ts';
import type { Basis, FlowUnit, Tie } from '../ties/tie.ts';

const processPlace = new Map<string, number>(processes.map(({ id }, index) => [id, index]));
/** Places of units and bases in the order of their names, in which they stand in a ledger. */
const unitPlace: Readonly<Record<FlowUnit, number>> = {
  events: 0,
  places: 1,
  pounds: 2,
  'staff-days': 3,
  'staff-hours': 4,
};
const basisPlace: Readonly<Record<Basis, number>> = { confirmed: 0, derived: 1, unconfirmed: 2 };
const units = Object.keys(unitPlace) as FlowUnit[];
const basesOfUnit = Object.keys(basisPlace).length;
const kindsOfLine = processes.length * units.length * basesOfUnit;

/** Flows side by side: who, whom, what kind of line, how much, and from which tie. */
interface Columns {
  /** Ids of the schools in order; elsewhere a school is its position here. */
  readonly ids: readonly string[];
  readonly provider: Int32Array;
  readonly recipient: Int32Array;
  readonly kind: Int32Array;
  readonly parts: Float64Array;
  readonly tie: Int32Array;
}

/**
 * The contribution ledger of some ties in one academic year: what each school gave each other one, by process and unit,
 * with derived, confirmed and unconfirmed evidence apart. Sums are exact, so the order of the ties does not matter; time
 * grows with the number of flows.
 */
export function ledgerOf(ties: readonly Tie[], academicYear: AcademicYear): LedgerEntry[] {
  const period = formatAcademicYear(academicYear);
  const own = ties.filter((tie) => tie.academicYear === academicYear);
  const { ids, provider, recipient, kind, parts, tie: tieOf } = columnsOf(own);
  let order = countingOrder(kind, kindsOfLine);
  order = countingOrder(recipient, ids.length, order);
  order = countingOrder(provider, ids.length, order);
  const lines: LedgerEntry[] = [];
  for (let at = 0; at < order.length; ) {
    const first = order[at]!;
    let end = at;
    let sum = 0;
    for (; end < order.length; end++) {
      const row = order[end]!;
      if (
        kind[row] !== kind[first] ||
        recipient[row] !== recipient[first] ||
        provider[row] !== provider[first]
      )
        break;
      sum += parts[row]!;
    }
    const tie = own[tieOf[first]!]!;
    lines.push({
      provider: ids[provider[first]!]!,
      recipient: ids[recipient[first]!]!,
      period,
      process: tie.process,
      unit: units[Math.floor(kind[first]! / basesOfUnit) % units.length]!,
      amount: fromParts(sum),
      basis: tie.basis,
      evidence: evidenceOf(own, tieOf, order, at, end),
    });
    at = end;
  }
  return lines;
}

function columnsOf(ties: readonly Tie[]): Columns {
  let size = 0;
  for (const { flows } of ties) size += flows.length;
  const schools = new Numbering();
  const provider = new Int32Array(size);
  const recipient = new Int32Array(size);
  const kind = new Int32Array(size);
  const parts = new Float64Array(size);
  const tieOf = new Int32Array(size);
  let row = 0;
  for (let tie = 0; tie < ties.length; tie++) {
    const { process, basis, flows } = ties[tie]!;
    const ofProcess = (processPlace.get(process) ?? 0) * units.length;
    const ofBasis = basisPlace[basis];
    for (const flow of flows) {
      provider[row] = schools.numberOf(flow.provider);
      recipient[row] = schools.numberOf(flow.recipient);
      kind[row] = (ofProcess + unitPlace[flow.unit]) * basesOfUnit + ofBasis;
      parts[row] = flow.parts;
      tieOf[row] = tie;
      row += 1;
    }
  }
  const { ids, positions } = schools.inOrder();
  for (let at = 0; at < size; at++) {
    provider[at] = positions[provider[at]!]!;
    recipient[at] = positions[recipient[at]!]!;
  }
  return { ids, provider, recipient, kind, parts, tie: tieOf };
}

/** Ids of the records behind some rows, each once, in order. */
function evidenceOf(
  ties: readonly Tie[],
  tie: Int32Array,
  order: Int32Array,
  from: number,
  to: number,
): readonly string[] {
  const first = ties[tie[order[from]!]!]!.evidence;
  if (to === from + 1 && first.length < 2) return [...first];
  const ids = new Set(first);
  for (let at = from + 1; at < to; at++) for (const id of ties[tie[order[at]!]!]!.evidence) ids.add(id);
  return [...ids].sort();
}
