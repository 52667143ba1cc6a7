import { byteSource, type FileInput } from './byte-source.ts';
import type { TextScan } from './scan-text.ts';
import { scanXml } from './scan-xml.ts';
import { textChunks } from './text-chunks.ts';
import type { XmlLimits } from './xml-limits.ts';
import { type FoundXml, XmlScanner } from './xml-scanner.ts';

/** Options of {@link openXml} and {@link readXml}. */
export type XmlOptions = FileInput &
  XmlLimits & {
    /**
     * Paths of the wanted elements, names without prefixes from the root on, for example `CTfile/CTFpupilData/Pupil`. A wanted element in another
     * comes with that one, not by itself.
     */
    readonly elements: readonly string[];
    /** Names of elements in the wanted ones that are passed over, with all that is in them: what nobody should hold is never held. */
    readonly drop?: readonly string[];
  };

/** Characters after which what was found is handed on, so that a file held in memory does not come as trees all at once. */
const pieceLength = 128 * 1024;

/** An XML file whose encoding has been found. */
export interface XmlFile extends TextScan {
  readonly name: string;
  /**
   * The wanted elements, in groups as they are read, from the beginning each time it is called.
   *
   * @throws CollegialError `xml.malformed`, `xml.refused`, after all elements that were whole before the fault
   */
  groups(): AsyncGenerator<FoundXml[], void, undefined>;
}

/**
 * Opens an XML file: finds its encoding.
 *
 * @throws CollegialError `file.*`
 */
export async function openXml(options: XmlOptions): Promise<XmlFile> {
  const source = await byteSource(options);
  const { maxBytes } = options;
  const scan = await scanXml(source, maxBytes === undefined ? {} : { maxBytes });
  return {
    name: source.name,
    ...scan,
    async *groups() {
      const scanner = new XmlScanner({ ...limitsOf(options), file: source.name });
      for await (const text of textChunks(source, scan))
        for (let at = 0; at < text.length; at += pieceLength)
          yield* told(scanner, scanner.push(text.slice(at, at + pieceLength)));
      yield* told(scanner, scanner.end());
    },
  };
}

/**
 * Reads wanted elements of an XML file, one after the other, each as a plain tree with lines. The file is read as a stream: only one wanted
 * element is in memory at a time. Namespaces are tolerated: names are taken without their prefixes. A document type declaration is refused, so
 * that there are no entities but the five of XML.
 *
 * @throws CollegialError `file.*`, `xml.malformed`, `xml.refused`
 * @example
 * ```ts
 * import { readXml, xmlText } from '@collegial/connector-kit';
 *
 * const bytes = Buffer.from('<register>\n<school><name>Hill School</name></school>\n</register>');
 * for await (const { path, element } of readXml({ name: 'a.xml', bytes, elements: ['register/school'] })) {
 *   path; // 'register/school'
 *   element.line; // 2
 *   xmlText(element, 'name'); // 'Hill School'
 * }
 * ```
 */
export async function* readXml(options: XmlOptions): AsyncGenerator<FoundXml, void, undefined> {
  const file = await openXml(options);
  for await (const group of file.groups()) yield* group;
}

function* told(scanner: XmlScanner, found: FoundXml[]): Generator<FoundXml[], void, undefined> {
  if (found.length > 0) yield found;
  if (scanner.fault !== undefined) throw scanner.fault;
}

function limitsOf({ elements, drop = [], ...options }: XmlOptions) {
  const {
    maxDepth,
    maxTextLength,
    maxAttributes,
    maxElementLength,
  }: { -readonly [Limit in keyof XmlLimits]?: number | undefined } = options;
  return {
    elements,
    drop,
    ...(maxDepth === undefined ? {} : { maxDepth }),
    ...(maxTextLength === undefined ? {} : { maxTextLength }),
    ...(maxAttributes === undefined ? {} : { maxAttributes }),
    ...(maxElementLength === undefined ? {} : { maxElementLength }),
  };
}
