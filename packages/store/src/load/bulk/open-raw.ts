import type { BulkRead } from '@collegial/model';
import type { Writer } from '../../database/writer.ts';
import type { BulkPlan } from './plan-bulk.ts';
import { quoted } from './value-sql.ts';

/**
 * Reads the columns that a plan uses into the temporary table `raw`. Anything that does not fit – a broken quote, a row with too few fields, another
 * encoding – makes the file unsuited: reading row by row then names the place.
 */
export async function openRaw(
  writer: Writer,
  path: string,
  read: BulkRead,
  plan: BulkPlan,
): Promise<{ readonly rows: number } | { readonly unsuited: string }> {
  const csv = `read_csv(${quoted(path)}, header = true, all_varchar = true, auto_detect = true, delim = ',', quote = '"', escape = '"',
    comment = '', sample_size = 1, strict_mode = true, null_padding = false, ignore_errors = false, normalize_names = false)`;
  try {
    const described = await writer.rows(`describe select * from ${csv}`);
    const columns = described.map(([name]) => String(name));
    const missing = [...new Set([...read.required, ...plan.columns])].filter(
      (name) => !columns.includes(name),
    );
    if (missing.length > 0) return { unsuited: `It has no column ${missing.join(', ')}.` };
    await writer.run(`create or replace temp table raw as ${plan.raw(csv)}`);
    const [rows = 0, unsuited = 0] = await writer.numbers(
      'select count(*), count(*) filter (where unsuited) from raw',
    );
    return unsuited > 0
      ? { unsuited: `${unsuited} of its rows hold something that is looked at one by one.` }
      : { rows };
  } catch (error) {
    if (!/Invalid Input|CSV|Conversion|UTF/i.test(error instanceof Error ? error.message : '')) throw error;
    return { unsuited: 'Its rows do not all fit its heading, or it is not in UTF-8.' };
  }
}
