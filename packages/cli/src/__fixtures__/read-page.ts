/** An element of a page, with all the text inside it. */
export interface PageElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: PageElement[];
  text: string;
}

const voids = new Set(['meta', 'br', 'line', 'circle', 'rect', 'polygon', 'polyline']);
const token =
  /<!doctype html>|<style>[^<]*<\/style>|<\/([a-z0-9]+)>|<([a-z0-9]+)((?:\s[a-zA-Z0-9-]+(?:="[^"<>]*")?)*)\s*\/?>|[^<>]+/y;
const entity = /&(?:amp|lt|gt|quot|#39);/g;
const characters: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};
const decode = (text: string) => text.replace(entity, (found) => characters[found] ?? found);

/**
 * Reads a page strictly: every element is closed where it was opened, every attribute quoted, every `&` an entity that the
 * renderer writes. Throws with the place at the first fault.
 */
export function readPage(html: string): PageElement {
  const root: PageElement = { name: 'page', attributes: {}, children: [], text: '' };
  const open: PageElement[] = [root];
  for (token.lastIndex = 0; token.lastIndex < html.length; ) {
    const at = token.lastIndex;
    const match = token.exec(html);
    const fault = (what: string) => new Error(`${what} at ${at}: ${html.slice(at, at + 80)}`);
    if (match === null) throw fault('Not well-formed');
    const [text, closing, opening, attributes = ''] = match;
    if (closing !== undefined) {
      if (open.pop()?.name !== closing) throw fault(`</${closing}> closes nothing`);
    } else if (opening !== undefined) {
      const pairs = [...attributes.matchAll(/([a-zA-Z0-9-]+)(?:="([^"]*)")?/g)];
      const element: PageElement = {
        name: opening,
        attributes: Object.fromEntries(pairs.map(([, name, value = '']) => [name, decode(value)])),
        children: [],
        text: '',
      };
      open.at(-1)?.children.push(element);
      if (!voids.has(opening) && !text.endsWith('/>')) open.push(element);
    } else if (!text.startsWith('<')) {
      if (/&(?!(?:amp|lt|gt|quot|#39);)/.test(text)) throw fault('A bare &');
      for (const element of open) element.text += decode(text);
    }
  }
  if (open.length !== 1) throw new Error(`<${open.at(-1)?.name}> is never closed`);
  return root;
}

/** All elements below one, that a condition holds for, in order. */
export function findAll(element: PageElement, is: (candidate: PageElement) => boolean): PageElement[] {
  return element.children.flatMap((child) => [...(is(child) ? [child] : []), ...findAll(child, is)]);
}

/** All elements below one with a name and, if given, a class. */
export function byName(element: PageElement, name: string, className?: string): PageElement[] {
  return findAll(
    element,
    (candidate) =>
      candidate.name === name &&
      (className === undefined || (candidate.attributes.class ?? '').split(' ').includes(className)),
  );
}
