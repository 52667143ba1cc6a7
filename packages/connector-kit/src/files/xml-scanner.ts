import { CollegialError } from '@collegial/model';
import { SaxesParser } from 'saxes';
import { appendXml, localName, type OpenXmlElement, openXmlElement, type XmlElement } from './xml-element.ts';
import { malformedXml, refusedXml } from './xml-faults.ts';
import { defaultXmlLimits, type XmlLimits } from './xml-limits.ts';

/** A wanted element, with the path of names under which it was found. */
export interface FoundXml {
  /** For example `CTfile/Header`. */
  readonly path: string;
  readonly element: XmlElement;
}

/** Options of {@link XmlScanner}. */
export interface XmlScannerOptions extends XmlLimits {
  /** File name, for errors. */
  readonly file: string;
  /** Paths of the wanted elements, from the root. */
  readonly elements: readonly string[];
  /** Names of elements in the wanted ones that are not kept, nor what is in them. */
  readonly drop?: readonly string[];
}

/** The parser is given so much at a time: limits are looked at after each piece. */
const pieceLength = 16 * 1024;

/**
 * Finds wanted elements in text as it comes. Outside of them nothing is kept. After a fault, `fault` is set, what was found before it stays
 * valid, and nothing more is read.
 */
export class XmlScanner {
  /** Name of the outermost element, once it has come. */
  root: string | undefined;
  /** Why reading ended, if it broke off. */
  fault: CollegialError | undefined;

  readonly #parser = new SaxesParser({ xmlns: false, position: true });
  readonly #file: string;
  readonly #limits: Required<Omit<XmlLimits, 'maxBytes'>>;
  readonly #wanted: ReadonlySet<string>;
  readonly #dropped: ReadonlySet<string>;
  /** Paths of the open elements outside of a wanted one; inside, names. */
  readonly #paths: string[] = [];
  /** The wanted element that is open, and those open in it. */
  readonly #open: OpenXmlElement[] = [];
  #begin = { position: 0, line: 1 };
  /** Depth at which an element that is not kept was opened. */
  #dropFrom: number | undefined;
  #attributes = 0;
  #line = 1;
  /** Characters that the parser was given; its own position is right only inside of an event. */
  #given = 0;
  #lastEvent = 0;
  #found: FoundXml[] = [];
  /** Position at which the last element was found. */
  #foundAt = -1;

  constructor({ file, elements, drop = [], ...limits }: XmlScannerOptions) {
    this.#file = file;
    const given = Object.entries(limits).filter(([, limit]) => limit !== undefined);
    this.#limits = { ...defaultXmlLimits, ...Object.fromEntries(given) };
    this.#wanted = new Set(elements);
    this.#dropped = new Set(drop);
    this.#listen(this.#parser);
  }

  /** Wanted elements that are whole with this text. */
  push(text: string): FoundXml[] {
    return this.#run(() => {
      for (let at = 0; at < text.length; at += pieceLength) {
        const piece = text.slice(at, at + pieceLength);
        this.#parser.write(piece);
        this.#given += piece.length;
        const { maxTextLength } = this.#limits;
        if (this.#given - this.#lastEvent > maxTextLength + pieceLength)
          throw this.#refused(`A piece of text or markup is longer than ${maxTextLength} characters.`);
        this.#checkLength(this.#given);
      }
    });
  }

  /** Says that all text has come. */
  end(): FoundXml[] {
    return this.#run(() => this.#parser.close());
  }

  #run(parse: () => void): FoundXml[] {
    if (this.fault !== undefined) return [];
    this.#found = [];
    try {
      parse();
    } catch (error) {
      if (!CollegialError.isInstance(error)) throw error;
      this.fault = error;
      // The parser closes an element before it says that its end tag had another name: such an element is not whole.
      if (this.#foundAt === this.#parser.position) this.#found.pop();
    }
    return this.#found;
  }

  #listen(parser: SaxesParser): void {
    parser.on('error', ({ message }) => {
      throw malformedXml(this.#file, parser.line, message);
    });
    parser.on('doctype', () => {
      throw this.#refused('The file has a document type declaration, which can define entities without end.');
    });
    parser.on('opentagstart', () => {
      this.#event();
      this.#attributes = 0;
      this.#line = parser.line;
    });
    parser.on('attribute', ({ value }) => {
      this.#event();
      this.#attributes += 1;
      const { maxAttributes } = this.#limits;
      if (this.#attributes > maxAttributes)
        throw this.#refused(`An element has more than ${maxAttributes} attributes.`);
      this.#checkText(value.length);
    });
    parser.on('opentag', ({ name, attributes }) => this.#opened(localName(name), attributes));
    parser.on('closetag', () => this.#closed());
    parser.on('text', (text) => this.#text(text));
    parser.on('cdata', (text) => this.#text(text));
    parser.on('comment', (text) => this.#event(text));
    parser.on('processinginstruction', ({ body }) => this.#event(body));
    parser.on('xmldecl', () => this.#event());
  }

  #opened(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#event();
    const inside = this.#open.at(-1);
    const path = inside === undefined ? this.#pathOf(name) : name;
    this.#paths.push(path);
    this.root ??= name;
    const { maxDepth } = this.#limits;
    if (this.#paths.length > maxDepth)
      throw this.#refused(`More than ${maxDepth} elements are inside one another.`);
    if (this.#dropFrom !== undefined) return;
    if (inside === undefined) {
      if (!this.#wanted.has(path)) return;
      this.#begin = { position: this.#parser.position, line: this.#line };
    } else if (this.#dropped.has(name)) {
      this.#dropFrom = this.#paths.length;
      return;
    }
    const element = openXmlElement(name, this.#line, attributes);
    if (inside !== undefined) appendXml(inside, element);
    this.#open.push(element);
  }

  #pathOf(name: string): string {
    const above = this.#paths.at(-1);
    return above === undefined ? name : `${above}/${name}`;
  }

  #closed(): void {
    this.#event();
    this.#checkLength(this.#parser.position);
    const path = this.#paths.pop() as string;
    if (this.#dropFrom !== undefined) {
      if (this.#paths.length < this.#dropFrom) this.#dropFrom = undefined;
      return;
    }
    const element = this.#open.pop();
    if (element === undefined) return;
    element.text = element.text.trim();
    if (this.#open.length > 0) return;
    this.#found.push({ path, element });
    this.#foundAt = this.#parser.position;
  }

  #text(text: string): void {
    this.#event(text);
    const element = this.#open.at(-1);
    if (element === undefined || this.#dropFrom !== undefined) return;
    this.#checkText(element.text.length + text.length);
    element.text += text;
  }

  #event(text = ''): void {
    this.#lastEvent = this.#parser.position;
    this.#checkText(text.length);
  }

  #checkText(length: number): void {
    const { maxTextLength } = this.#limits;
    if (length > maxTextLength) throw this.#refused(`A text is longer than ${maxTextLength} characters.`);
  }

  #checkLength(position: number): void {
    const { maxElementLength } = this.#limits;
    if (this.#open.length === 0 || position - this.#begin.position <= maxElementLength) return;
    throw refusedXml(
      this.#file,
      this.#begin.line,
      `An element is longer than ${maxElementLength} characters.`,
    );
  }

  #refused(message: string): CollegialError {
    return refusedXml(this.#file, this.#parser.line, message);
  }
}
