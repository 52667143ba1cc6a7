/**
 * An element of an XML document as a plain tree. It inherits nothing, nor do its attributes, so that no name in a file can be mistaken for
 * something that objects have.
 */
export interface XmlElement {
  /** Name without its namespace prefix. */
  readonly name: string;
  /** 1-based line on which it begins. */
  readonly line: number;
  /** Its own text and CDATA, put together, without white space around it; empty when there is none. */
  readonly text: string;
  /** By name without prefix, the first of a name; declarations of namespaces are left out. */
  readonly attributes: Readonly<Record<string, string | undefined>>;
  /** Elements in it, in the order of the file. */
  readonly children: readonly XmlElement[];
}

/** An {@link XmlElement} while it is read. */
export interface OpenXmlElement {
  name: string;
  line: number;
  text: string;
  attributes: Record<string, string>;
  children: OpenXmlElement[];
}

/** Most elements have no elements in them. */
const noChildren: OpenXmlElement[] = Object.freeze([]) as never;

const Bare = function Bare(this: OpenXmlElement, name: string, line: number) {
  this.name = name;
  this.line = line;
  this.text = '';
  this.children = noChildren;
} as unknown as new (
  name: string,
  line: number,
) => OpenXmlElement;
Bare.prototype = Object.freeze(Object.create(null));

/** Most elements have no attributes. */
const none: Record<string, string> = Object.freeze(Object.create(null));

/** Begins an element with attributes as the parser gives them. */
export function openXmlElement(
  name: string,
  line: number,
  attributes: Readonly<Record<string, string>>,
): OpenXmlElement {
  const element = new Bare(name, line);
  element.attributes = none;
  for (const written in attributes) {
    if (element.attributes === none) element.attributes = Object.create(null);
    const local = localName(written);
    if (written === 'xmlns' || written.startsWith('xmlns:') || local in element.attributes) continue;
    element.attributes[local] = attributes[written] as string;
  }
  return element;
}

/** Puts an element into another. */
export function appendXml(to: OpenXmlElement, child: OpenXmlElement): void {
  if (to.children === noChildren) to.children = [child];
  else to.children.push(child);
}

/** A name without its namespace prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/**
 * The first element with a name, or along a path of names, below an element.
 *
 * @param path for example `SchoolHistory/School`
 */
export function xmlChild(element: XmlElement, path: string): XmlElement | undefined {
  return xmlChildren(element, path)[0];
}

/** The elements along a path of names below an element, in the order of the file. */
export function xmlChildren(element: XmlElement, path: string): readonly XmlElement[] {
  return path
    .split('/')
    .reduce<readonly XmlElement[]>(
      (level, name) =>
        level.flatMap(({ children }) => children.filter((candidate) => candidate.name === name)),
      [element],
    );
}

/** Text of the first element along a path; `undefined` when there is none, or it has no text. */
export function xmlText(element: XmlElement, path: string): string | undefined {
  return xmlChildren(element, path).find(({ text }) => text !== '')?.text;
}
