import { describePlace } from '@collegial/model';
import type { Terminal } from '../output/terminal.ts';
import type { InputReport } from './read-network.ts';
import type { FileReport } from './read-rows.ts';

/** Faults and ids that are listed for people; `--json` has all. */
const shown = 10;

/** Says what was read, and what was not used and why. */
export function sayInput(
  { ties, nodes, notAmongNodes, withoutGroup }: InputReport,
  terminal: Terminal,
): void {
  const { say, colors } = terminal;
  say(
    `${ties.file}: ${count(ties.rows, 'row')}, ${count(ties.edges, 'tie')}${nodes === null ? '' : `; ${nodes.file}: ${count(nodes.nodes, 'node')}`}.`,
  );
  sayFaults(ties, terminal);
  if (nodes !== null) sayFaults(nodes, terminal);
  if (ties.selfLoops > 0)
    say(`${colors.yellow('Set aside')} ${count(ties.selfLoops, 'tie')} of a node to itself.`);
  if (ties.repeated > 0)
    say(
      `${colors.yellow('Summed')} ${count(ties.repeated, 'further row')} of ties that were there already, in the same direction.`,
    );
  if (notAmongNodes.length > 0)
    say(
      `${colors.yellow('Not in')} ${nodes?.file}, and so without a group: ${listed(notAmongNodes)}. Add a row for each, or correct its id.`,
    );
  if (withoutGroup.length > 0)
    say(
      `${colors.yellow('No group')} in ${nodes?.file}: ${listed(withoutGroup)}. Measures by group leave them out.`,
    );
}

function sayFaults(report: FileReport, { say, colors }: Terminal): void {
  for (const { place, reason } of report.faults.slice(0, shown))
    say(`${colors.yellow('Set aside')} ${describePlace(place)}: ${reason}`);
  const more = report.setAside - Math.min(shown, report.faults.length);
  if (more > 0) say(colors.dim(`  … and ${more} more in ${report.file}; --json lists them.`));
}

function listed(ids: readonly string[]): string {
  const more = ids.length - shown;
  return `${ids.slice(0, shown).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
