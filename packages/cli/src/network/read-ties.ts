import type { NetworkEdge } from '@collegial/collaboration';
import { reject } from '@collegial/connector-kit';
import { type FileReport, readRows } from './read-rows.ts';

/** What was read from a file of ties; its rows are `edges + repeated + selfLoops + setAside`. */
export interface TiesReport extends FileReport {
  /** Different pairs of nodes and directions. */
  readonly edges: number;
  /** Further rows of the same two nodes and direction, whose weights were summed. */
  readonly repeated: number;
  /** Rows from a node to itself, which are no ties. */
  readonly selfLoops: number;
}

/** Reads ties from a CSV file with the columns from, to and weight; other columns are passed over. */
export async function readTies(
  name: string,
  directory: string,
): Promise<{ edges: NetworkEdge[]; report: TiesReport }> {
  const edges: NetworkEdge[] = [];
  const met = new Map<string, Set<string>>();
  let repeated = 0;
  let selfLoops = 0;
  const columns = { from: 'from', to: 'to', weight: 'weight' };
  const read = await readRows(name, directory, columns, (values) => {
    const from = (values.from ?? '').trim();
    const to = (values.to ?? '').trim();
    const text = (values.weight ?? '').trim();
    const weight = Number(text);
    if (from === '') return reject('The tie begins nowhere.', { field: 'from' });
    if (to === '') return reject('The tie ends nowhere.', { field: 'to' });
    if (text === '' || !Number.isFinite(weight))
      return reject('The weight is not a number; write it as 12 or 12.5.', { field: 'weight' });
    if (weight <= 0) return reject('The weight is not above 0.', { field: 'weight' });
    if (from === to) {
      selfLoops += 1;
      return undefined;
    }
    const heads = met.get(from) ?? new Set<string>();
    if (heads.has(to)) repeated += 1;
    met.set(from, heads.add(to));
    edges.push({ from, to, weight });
    return undefined;
  });
  return { edges, report: { ...read, edges: edges.length - repeated, repeated, selfLoops } };
}
