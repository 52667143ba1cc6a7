import type { Writer } from '../../database/writer.ts';
import { cellText, named, quoted } from './value-sql.ts';

/** What is wanted of a file. */
export interface WantedCells {
  /** Columns that must be there, whatever the case of their headings. */
  readonly required: readonly string[];
  /** Columns that are used, and what they are called. */
  readonly columns: readonly { readonly name: string; readonly as: string }[];
  /** Column that is given once more as `key`, exactly as it stands in the file. */
  readonly key?: string;
}

/** What the engine reads of a file at once: its own 32 MB cost 100 MB of memory, are no faster, and leave smaller files to one thread. */
const bufferBytes = 4 * 1024 ** 2;

/** SQL that reads columns of a file, in its order. */
export async function openCells(
  writer: Writer,
  path: string,
  { required, columns, key }: WantedCells,
): Promise<string | { readonly unsuited: string }> {
  const csv = `read_csv(${quoted(path)}, header = true, all_varchar = true, auto_detect = true, delim = ',', quote = '"', escape = '"',
    comment = '', buffer_size = ${bufferBytes}, sample_size = 1, strict_mode = true, null_padding = false, ignore_errors = false, normalize_names = false)`;
  const described = await writer.rows(`describe select * from ${csv}`);
  const headings = new Set(described.map(([name]) => String(name).toLowerCase()));
  const missing = [...new Set([...required, ...columns.map(({ name }) => name)])].filter(
    (name) => !headings.has(name.toLowerCase()),
  );
  if (missing.length > 0) return { unsuited: `It has no column ${missing.join(', ')}.` };
  const cells = columns.map(({ name, as }) => `${cellText(name)} as ${named(as)}`);
  return `select ${[...(key === undefined ? [] : [`${named(key)} as key`]), ...cells].join(', ')} from ${csv}`;
}
