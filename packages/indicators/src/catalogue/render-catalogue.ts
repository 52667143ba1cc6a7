import { type CatalogueEntry, type CatalogueOptions, catalogue } from './catalogue.ts';

/**
 * The catalogue as a Markdown document, for the documentation: a table of contents, then each indicator with its meaning, formula, caution,
 * sources, breakdowns, parameters and SQL.
 */
export function renderCatalogue(options: CatalogueOptions = {}): string {
  const entries = catalogue(options);
  const rows = entries.map(
    ({ id, title, kind, counts, better }) =>
      `| [${title}](#${anchor(id)}) | \`${id}\` | ${kind} of ${counts}s | ${better} |`,
  );
  return [
    '# Indicators',
    '',
    '| indicator | id | kind | better |',
    '|---|---|---|---|',
    ...rows,
    '',
    ...entries.flatMap(section),
  ].join('\n');
}

function section(entry: CatalogueEntry): string[] {
  const parameters = Object.entries((entry.parameters.properties ?? {}) as Record<string, object>);
  return [
    `## ${entry.id}`,
    '',
    `**${entry.title}**, version ${entry.version}. ${entry.meaning}`,
    '',
    `- Formula: ${entry.formula}`,
    `- Unit: ${entry.unit}; better: ${entry.better}`,
    `- Definition in force: ${period(entry.valid)}`,
    `- Sources: ${entry.sources.join('; ')}`,
    `- Needs: ${entry.needs.join(', ')}`,
    `- Read beside: ${entry.balancedBy.map((id) => `\`${id}\``).join(', ') || '–'}`,
    `- Breakdowns: ${entry.breakdowns.join(', ') || 'none'}`,
    ...(entry.notPublished === undefined ? [] : [`- Editions: left out. ${entry.notPublished}`]),
    ...parameters.map(([name, schema]) => `- Parameter \`${name}\`: \`${JSON.stringify(schema)}\``),
    '',
    `> ${entry.caution}`,
    '',
    '```sql',
    entry.sql,
    '```',
    '',
  ];
}

function period({ from, to }: CatalogueEntry['valid']): string {
  if (from === undefined && to === undefined) return 'always';
  return [from === undefined ? '' : `from ${from}`, to === undefined ? '' : `to ${to}`]
    .filter(Boolean)
    .join(' ');
}

/** Anchor of a heading as GitHub makes it: dots fall away. */
function anchor(id: string): string {
  return id.replaceAll('.', '');
}
