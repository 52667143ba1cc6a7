import type { NetworkInput } from '@collegial/collaboration';
import { CollegialError } from '@collegial/model';
import { type NodesReport, readNodes } from './read-nodes.ts';
import { readTies, type TiesReport } from './read-ties.ts';

/** What a network was read from. */
export interface InputReport {
  readonly ties: TiesReport;
  /** `null` when no file of nodes was named. */
  readonly nodes: NodesReport | null;
  /** Ids that stand among the ties but not in the file of nodes; they take part without a group. */
  readonly notAmongNodes: readonly string[];
  /** Ids without a group in the file of nodes. */
  readonly withoutGroup: readonly string[];
}

/**
 * Reads a network from CSV files. Nodes are those of either file.
 *
 * @throws CollegialError `file.*`, `csv.*`; `file.empty` without a single node; `record.invalid` when rows are there and none can be used
 */
export async function readNetwork(
  ties: string,
  nodes: string | undefined,
  directory: string,
): Promise<{ network: NetworkInput; report: InputReport }> {
  const named = nodes === undefined ? undefined : await readNodes(nodes, directory);
  const { edges, report } = await readTies(ties, directory);
  const known = new Set(named?.nodes.map(({ id }) => id));
  const met = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const unknown = [...met].filter((id) => !known.has(id)).sort();
  if (report.rows > 0 && report.rows === report.setAside) {
    const [first] = report.faults;
    throw new CollegialError({
      code: 'record.invalid',
      message: `None of the ${report.rows} ties can be used. The first: ${first?.reason}`,
      place: first?.place ?? { file: report.file },
      fix: 'Give each tie in a row of its own: from, to, and a weight above 0.',
    });
  }
  if (known.size + met.size === 0)
    throw new CollegialError({
      code: 'file.empty',
      message: 'The file holds no ties, and there are no nodes.',
      place: { file: report.file },
    });
  return {
    network: { nodes: [...(named?.nodes ?? []), ...unknown.map((id) => ({ id }))], edges },
    report: {
      ties: report,
      nodes: named?.report ?? null,
      notAmongNodes: named === undefined ? [] : unknown,
      withoutGroup: (named?.nodes ?? [])
        .filter(({ group }) => group === null)
        .map(({ id }) => id)
        .sort(),
    },
  };
}
