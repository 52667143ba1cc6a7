import { catalogue, renderCatalogue } from '@collegial/indicators';
import type { CommandContext } from '../command.ts';
import { exitCode } from '../output/exit-code.ts';
import { textTable } from '../output/table.ts';

/** Lists every indicator: for people, as Markdown, or as JSON with formula, SQL, sources and cautions. */
export async function catalogueCommand(
  options: { json?: boolean; markdown?: boolean },
  { terminal }: CommandContext,
): Promise<number> {
  const entries = catalogue();
  if (options.json) terminal.data(JSON.stringify(entries, null, 2));
  else if (options.markdown) terminal.data(renderCatalogue());
  else
    for (const line of textTable(
      ['id', 'kind', 'title'],
      entries.map((entry) => [entry.id, entry.kind, entry.title]),
    ))
      terminal.data(line);
  return exitCode.ok;
}
