import type { NetworkNode } from '@collegial/collaboration';
import { reject } from '@collegial/connector-kit';
import { type FileReport, readRows } from './read-rows.ts';

/** What was read from a file of nodes; its rows are `nodes + repeated + setAside`. */
export interface NodesReport extends FileReport {
  /** Different nodes. */
  readonly nodes: number;
  /** Further rows that say the same of a node. */
  readonly repeated: number;
}

/** Reads nodes from a CSV file with the columns id and, where there are groups, group. */
export async function readNodes(
  name: string,
  directory: string,
): Promise<{ nodes: NetworkNode[]; report: NodesReport }> {
  const groups = new Map<string, string | null>();
  let repeated = 0;
  const columns = { id: 'id', group: { names: 'group', required: false } };
  const read = await readRows(name, directory, columns, (values) => {
    const id = (values.id ?? '').trim();
    const group = (values.group ?? '').trim() || null;
    if (id === '') return reject('The node has no id.', { field: 'id' });
    const before = groups.get(id);
    if (before === undefined) groups.set(id, group);
    else if (before === group) repeated += 1;
    else return reject('An earlier row puts the same node into another group.', { field: 'group' });
    return undefined;
  });
  return {
    nodes: [...groups].map(([id, group]) => ({ id, group })),
    report: { ...read, nodes: groups.size, repeated },
  };
}
