import { collaborationMeasures } from './collaboration-measures.ts';

/** The measures of collaboration as Markdown, to stand below the indicators in the catalogue: a table, then each measure. */
export function renderCollaborationMeasures(): string {
  return [
    '# Collaboration',
    '',
    'Figures of pairs, schools, groups and networks. They rest on ties, not on rows of one table, and so have a formula in place of SQL;',
    'each is given by a function of `@collegial/collaboration`, and levels, ledger and group profile stand in published editions.',
    '',
    '| measure | id | of | unit |',
    '|---|---|---|---|',
    ...collaborationMeasures.map(
      ({ id, title, about, unit }) =>
        `| [${title}](#${id.replaceAll('.', '')}) | \`${id}\` | ${about.replaceAll('-', ' ')} | ${unit} |`,
    ),
    '',
    ...collaborationMeasures.flatMap(({ id, title, meaning, formula, unit, sources, given, caution }) => [
      `## ${id}`,
      '',
      `**${title}.** ${meaning}`,
      '',
      `- Formula: ${formula}`,
      `- Unit: ${unit}`,
      `- Sources: ${sources.join('; ')}`,
      `- Given by: ${given}`,
      '',
      `> ${caution}`,
      '',
    ]),
  ].join('\n');
}
