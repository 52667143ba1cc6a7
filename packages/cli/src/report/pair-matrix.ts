import { shorten } from './format.ts';
import { type Html, html } from './html.ts';
import { scrollBox } from './scroll-box.ts';

/** A cell of a matrix of schools: its strength from 0 to 1, what is written in it and what it says when asked. */
export interface MatrixCell {
  readonly strength: number;
  readonly text: string;
  readonly title: string;
}

const cell = 46;
const longestName = 46;
const letter = 6.4;
const head = 34;

/** Schools against schools, as a table of squares: rows give, columns receive, or both mean the same for pairs. */
export function pairMatrix(options: {
  readonly title: string;
  readonly schools: readonly { readonly id: string; readonly name: string }[];
  /** What stands in the cell of a row and a column; `undefined` leaves it empty. */
  readonly at: (row: string, column: string) => MatrixCell | undefined;
}): Html {
  const { schools, at, title } = options;
  const names = schools.map(({ name }, index) => `${index + 1}. ${shorten(name, longestName)}`);
  const labels = Math.round(Math.max(0, ...names.map((name) => name.length)) * letter) + 14;
  const width = labels + schools.length * cell + 4;
  const height = head + schools.length * cell + 4;
  return scrollBox(
    title,
    html`<svg class="matrix" viewBox="0 0 ${width} ${height}" style="width:${width}px" role="img" aria-label="${title}; the same figures are in the table">
${schools.map((_, column) => html`<text class="tick" x="${labels + column * cell + cell / 2}" y="${head - 10}" text-anchor="middle">${column + 1}</text>`)}
${schools.map(
  (row, rowIndex) =>
    html`<text class="label" x="${labels - 10}" y="${head + rowIndex * cell + cell / 2 + 4}" text-anchor="end">${names[rowIndex]}</text>${schools.map(
      (column, columnIndex) => {
        const x = labels + columnIndex * cell;
        const y = head + rowIndex * cell;
        if (row.id === column.id)
          return html`<rect class="self" x="${x + 1}" y="${y + 1}" width="${cell - 2}" height="${cell - 2}"/>`;
        const content = at(row.id, column.id);
        if (content === undefined)
          return html`<rect class="empty" x="${x + 1}" y="${y + 1}" width="${cell - 2}" height="${cell - 2}"/>`;
        return html`<g><title>${content.title}</title><rect class="filled" x="${x + 1}" y="${y + 1}" width="${cell - 2}" height="${cell - 2}" fill-opacity="${(0.12 + 0.78 * content.strength).toFixed(2)}"/><text class="${content.strength > 0.55 ? 'inside light' : 'inside'}" x="${x + cell / 2}" y="${y + cell / 2 + 4}" text-anchor="middle">${content.text}</text></g>`;
      },
    )}`,
)}
</svg>`,
  );
}
