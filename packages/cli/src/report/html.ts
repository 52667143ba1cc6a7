/** Markup that is safe to insert: every value put into it was escaped. */
export interface Html {
  readonly markup: string;
}

type Insertable = string | number | Html | null | undefined | false | readonly Insertable[];

/** Writes HTML or SVG; values are escaped, nested markup is kept, lists are joined, nothing is shown for null and false. */
export function html(strings: TemplateStringsArray, ...values: readonly Insertable[]): Html {
  return { markup: strings.map((text, index) => text + render(values[index])).join('') };
}

function render(value: Insertable): string {
  if (value === null || value === undefined || value === false) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return escapeText(value);
  if (Array.isArray(value)) return value.map(render).join('');
  return (value as Html).markup;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeText(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}
