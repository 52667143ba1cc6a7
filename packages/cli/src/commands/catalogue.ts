import { collaborationMeasures, renderCollaborationMeasures } from '@collegial/collaboration';
import { catalogue, renderCatalogue } from '@collegial/indicators';
import type { CommandContext } from '../command.ts';
import { exitCode } from '../output/exit-code.ts';
import { textTable } from '../output/table.ts';

/**
 * Lists every indicator and every measure of collaboration: for people, as Markdown, or as JSON – indicators with formula, SQL,
 * sources and cautions, measures of collaboration, which rest on ties and have no SQL, with what they are figures of.
 */
export async function catalogueCommand(
  options: { json?: boolean; markdown?: boolean },
  { terminal }: CommandContext,
): Promise<number> {
  const entries = catalogue();
  if (options.json) terminal.data(JSON.stringify([...entries, ...collaborationMeasures], null, 2));
  else if (options.markdown)
    terminal.data(`${renderCatalogue().trimEnd()}\n\n${renderCollaborationMeasures()}`);
  else
    for (const line of textTable(
      ['id', 'kind', 'title'],
      [
        ...entries.map((entry) => [entry.id, entry.kind, entry.title]),
        ...collaborationMeasures.map(({ id, about, title }) => [
          id,
          `of a ${about.replaceAll('-', ' ')}`,
          title,
        ]),
      ],
    ))
      terminal.data(line);
  return exitCode.ok;
}
