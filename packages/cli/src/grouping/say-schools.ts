import type { Terminal } from '../output/terminal.ts';
import type { SchoolsReport } from './read-schools.ts';

const shown = 5;

/** Says to people what of a file was not used, and where. */
export function saySchools(
  { file, rows, setAside, unusedColumns }: SchoolsReport,
  { say, colors }: Terminal,
): void {
  if (unusedColumns.length > 0)
    say(
      colors.dim(
        `Not used: the ${unusedColumns.length === 1 ? 'column' : 'columns'} ${unusedColumns.join(', ')}.`,
      ),
    );
  if (setAside.length === 0) return;
  say(colors.yellow(`${setAside.length} of ${rows} rows set aside:`));
  for (const { line, field, reason } of setAside.slice(0, shown))
    say(`  ${file}, line ${line}${field === null ? '' : `, ${field}`}: ${reason}`);
  if (setAside.length > shown) say(`  and ${setAside.length - shown} more; --json lists all of them.`);
}
