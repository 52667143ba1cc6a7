import type { Terminal } from '../output/terminal.ts';
import type { CountsReport } from './read-counts.ts';

const shown = 5;

/** Says to people which columns were taken for what, and which rows were not used and why. */
export function sayCounts(report: CountsReport, { say, colors }: Terminal): void {
  const { file, rows, notMeant, schools, areas, columns, unusedColumns, setAside, faults } = report;
  say(
    `${file}: ${rows} rows, ${schools} schools${areas > 0 ? ` in ${areas} ${areas === 1 ? 'area' : 'areas'}` : ''}${notMeant > 0 ? `; ${notMeant} rows are not what --only asks for` : ''}.`,
  );
  const groups = columns.groups.map((name) => `“${name}”`).join(', ');
  const students =
    columns.total === null
      ? `${groups}, together all students`
      : `${groups} of all students, “${columns.total}”`;
  say(
    colors.dim(
      `Schools by “${columns.school}”${columns.area === null ? '' : `, areas by “${columns.area}”`}; counted: ${students}.${
        unusedColumns.length > 0 ? ` Not used: ${unusedColumns.map((name) => `“${name}”`).join(', ')}.` : ''
      }`,
    ),
  );
  if (setAside === 0) return;
  say(colors.yellow(`${setAside} of ${rows} rows set aside:`));
  for (const { line, field, reason } of faults.slice(0, shown))
    say(`  ${file}, line ${line}${field === null ? '' : `, ${field}`}: ${reason}`);
  if (setAside > shown)
    say(
      `  and ${setAside - shown} more; --json lists ${setAside > 1000 ? 'the first 1,000' : 'all of them'}.`,
    );
}
