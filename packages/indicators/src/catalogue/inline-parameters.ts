import type { Sql } from '@collegial/query';

/**
 * The text of a statement with its parameters written in, and without the indentation it has in the source: for people to read. Statements
 * that run keep their parameters apart.
 */
export function inlineParameters({ text, parameters }: Sql): string {
  let position = 0;
  const inlined = text.replaceAll('?', () => {
    const value = parameters[position];
    position += 1;
    return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
  });
  const lines = inlined.split('\n').filter((line) => line.trim() !== '');
  const first = inlined.startsWith('\n') ? 0 : 1;
  const indents = lines.slice(first).map((line) => line.length - line.trimStart().length);
  const common = indents.length === 0 ? 0 : Math.min(...indents);
  return lines
    .map((line) => (line.slice(0, common).trim() === '' ? line.slice(common) : line).trimEnd())
    .join('\n');
}
