import type { Terminal } from '../output/terminal.ts';
import type { ModelOutput } from './model-output.ts';

/** Says which rows were used, and which not and why. */
export function sayRows({ file, rows, decimalComma }: ModelOutput['input'], { say, colors }: Terminal): void {
  say(`${file}: ${rows.read} rows, ${rows.used} used.`);
  if (rows.leftOut > 0) {
    const lacking = Object.entries(rows.withoutValue).map(([column, count]) => `${column} (${count})`);
    say(`${colors.yellow('Left out')} ${rows.leftOut} without a value in ${lacking.join(', ')}.`);
  }
  if (decimalComma.length > 0) say(colors.dim(`Read with a decimal comma: ${decimalComma.join(', ')}.`));
}
