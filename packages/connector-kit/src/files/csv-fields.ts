const quote = 0x22;

/**
 * Fields of one record by the rules of RFC 4180: a field in quotes may hold the delimiter, line breaks and
 * doubled quotes; a quote stands nowhere else.
 *
 * @returns `undefined` when the text breaks the rules, or ends inside quotes
 */
export function csvFields(text: string, delimiter: string): string[] | undefined {
  if (!text.includes('"')) return text.split(delimiter);
  const fields: string[] = [];
  for (let at = 0; ; at += delimiter.length) {
    if (text.charCodeAt(at) === quote) {
      const end = closingQuote(text, at + 1);
      if (end === undefined) return undefined;
      const value = text.slice(at + 1, end);
      fields.push(value.includes('"') ? value.replaceAll('""', '"') : value);
      at = end + 1;
    } else {
      const next = text.indexOf(delimiter, at);
      const value = text.slice(at, next === -1 ? text.length : next);
      if (value.includes('"')) return undefined;
      fields.push(value);
      at += value.length;
    }
    if (at === text.length) return fields;
    if (!text.startsWith(delimiter, at)) return undefined;
  }
}

function closingQuote(text: string, from: number): number | undefined {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 2))
    if (text.charCodeAt(at + 1) !== quote) return at;
  return undefined;
}
