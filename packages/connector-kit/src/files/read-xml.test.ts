import { CollegialError } from '@collegial/model';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { openXml, readXml, type XmlOptions } from './read-xml.ts';
import { type XmlElement, xmlChild, xmlChildren, xmlText } from './xml-element.ts';
import type { FoundXml } from './xml-scanner.ts';

type Given = Partial<XmlOptions> & { elements?: readonly string[] };

async function read(text: string | Uint8Array, options: Given = {}) {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const found: FoundXml[] = [];
  const given = { name: 'a.xml', bytes, elements: ['r/p'], ...options } as XmlOptions;
  try {
    for await (const one of readXml(given)) found.push(one);
  } catch (error) {
    if (!CollegialError.isInstance(error)) throw error;
    return { found, error };
  }
  return { found, error: undefined };
}

const texts = ({ found }: { found: readonly FoundXml[] }) => found.map(({ element }) => element.text);
const outcome = async (text: string | Uint8Array, options: Given = {}) => {
  const { found, error } = await read(text, options);
  return [found.length, error?.code, error?.place.line];
};

describe('readXml', () => {
  it('gives wanted elements as trees with lines, in the order of the file', async () => {
    const { found } = await read(
      `<?xml version="1.0"?>
<r><head><id>7</id></head>
  <p a="1" b="&lt;2&gt;"><name>  Hill &amp; Dale </name><q><s>1</s></q>
    <q><s>2</s><s>3</s></q>some <!-- not --> text<![CDATA[ <kept> ]]>
  </p>
  <p/><other><p>not at this path</p></other>
</r>`,
      { elements: ['r/head', 'r/p'] },
    );
    expect(found.map(({ path, element }) => [path, element.line])).toEqual([
      ['r/head', 2],
      ['r/p', 3],
      ['r/p', 6],
    ]);
    const pupil = found[1]?.element as XmlElement;
    expect({ ...pupil.attributes }).toEqual({ a: '1', b: '<2>' });
    expect(pupil.text.replaceAll(/\s+/g, ' ')).toBe('some text <kept>');
    expect(xmlText(pupil, 'name')).toBe('Hill & Dale');
    expect(xmlChildren(pupil, 'q/s').map(({ text, line }) => [text, line])).toEqual([
      ['1', 3],
      ['2', 4],
      ['3', 4],
    ]);
    expect(xmlChild(pupil, 'q/none')).toBeUndefined();
    expect(xmlText(found[2]?.element as XmlElement, 'name')).toBeUndefined();
  });

  it('is the same however the bytes are cut into pieces', async () => {
    const bytes = Buffer.from('<r>\r\n<p a="é">x😀<q>1</q></p>\r\n<p>&#x1F600;<![CDATA[]]]]></p></r>');
    const whole = (await read(bytes)).found;
    expect(whole).toHaveLength(2);
    for (let size = 1; size < 9; size += 1) {
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
        bytes.subarray(index * size, (index + 1) * size),
      );
      const open = async function* () {
        yield* pieces;
      };
      const found: FoundXml[] = [];
      for await (const one of readXml({ name: 'a.xml', open, elements: ['r/p'] })) found.push(one);
      expect(JSON.stringify(found)).toBe(JSON.stringify(whole));
    }
  });

  it('takes names without their prefixes, whether a namespace is declared or not', async () => {
    const { found, error } = await read(
      '<x:r xmlns:x="urn:x" xmlns="urn:y"><x:p x:a="1" a="2"><y:q>1</y:q></x:p></x:r>',
    );
    expect(error).toBeUndefined();
    expect(Object.entries(found[0]?.element.attributes ?? {})).toEqual([['a', '1']]);
    expect(xmlText(found[0]?.element as XmlElement, 'q')).toBe('1');
  });

  it('never holds what is to be dropped', async () => {
    const { found } = await read('<r><p><n>secret<m>secret</m></n><k>1</k><o><n/><k>2</k></o></p></r>', {
      drop: ['n'],
    });
    expect(JSON.stringify(found)).not.toContain('secret');
    expect(xmlChildren(found[0]?.element as XmlElement, 'o/k').map(({ text }) => text)).toEqual(['2']);
    expect(xmlText(found[0]?.element as XmlElement, 'k')).toBe('1');
  });

  it('gives objects that inherit nothing', async () => {
    const { found } = await read(
      '<r><p __proto__="a" constructor="b"><__proto__><polluted>1</polluted></__proto__></p></r>',
    );
    const element = found[0]?.element as XmlElement;
    expect(Object.keys(element.attributes)).toEqual(['__proto__', 'constructor']);
    for (const inherited of ['toString', 'constructor', '__proto__'])
      expect(Reflect.has(element, inherited)).toBe(false);
    expect(xmlText(element, '__proto__/polluted')).toBe('1');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('encodings', () => {
  const body = '<r><p>Zoë – 日本</p></r>';
  const latin = '<r><p>Zoë – £</p></r>';
  it.each([
    ['UTF-8', Buffer.from(body), 'Zoë – 日本'],
    ['UTF-8 with a mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(body)]), 'Zoë – 日本'],
    ['UTF-16LE with a mark', iconv.encode(body, 'utf-16le', { addBOM: true }), 'Zoë – 日本'],
    ['UTF-16BE with a mark', iconv.encode(body, 'utf-16be', { addBOM: true }), 'Zoë – 日本'],
    [
      'UTF-16LE without',
      iconv.encode(`<?xml version="1.0" encoding="UTF-16"?>${body}`, 'utf-16le'),
      'Zoë – 日本',
    ],
    ['UTF-16BE without', iconv.encode(body, 'utf-16be'), 'Zoë – 日本'],
    [
      'windows-1252, declared',
      iconv.encode(`<?xml version="1.0" encoding="windows-1252"?>${latin}`, 'win1252'),
      'Zoë – £',
    ],
    [
      'windows-1252 that says ISO 8859-1',
      iconv.encode(`<?xml version='1.0' encoding='ISO-8859-1'?>${latin}`, 'win1252'),
      'Zoë – £',
    ],
    [
      'windows-1252 that says UTF-8',
      iconv.encode(`<?xml version="1.0" encoding="utf-8"?>${latin}`, 'win1252'),
      'Zoë – £',
    ],
    [
      'UTF-8 that says UTF-16, as some programs write it',
      Buffer.from(`<?xml version="1.0" encoding="utf-16"?>${body}`),
      'Zoë – 日本',
    ],
    [
      'ISO 8859-1 whose bytes fit UTF-8',
      iconv.encode('<?xml version="1.0" encoding="ISO-8859-1"?><r><p>Ã©</p></r>', 'win1252'),
      'Ã©',
    ],
  ])('%s', async (_, bytes, expected) => {
    const result = await read(bytes);
    expect(result.error).toBeUndefined();
    expect(texts(result)).toEqual([expected]);
  });

  it('is reported with the fingerprint', async () => {
    const bytes = iconv.encode(latin, 'win1252');
    expect(await openXml({ name: 'a.xml', bytes, elements: [] })).toMatchObject({
      name: 'a.xml',
      encoding: 'windows-1252',
      bytes: bytes.length,
      fingerprint: expect.stringMatching(/^.{22}$/),
    });
  });

  it.each(['UTF-7', 'UTF-32', 'EBCDIC-CP-GB', 'x'])('%s is refused', async (name) => {
    expect(await outcome(`<?xml version="1.0" encoding="${name}"?>${latin}`)).toEqual([
      0,
      'file.encoding',
      1,
    ]);
  });
});

describe('a break', () => {
  it.each([
    ['cut short', '<r><p>1</p>\n<p>2</p>\n<p><q>3', 2, 3],
    ['an element closed by another name', '<r><p>1</p>\n<p><q></p></r>', 1, 2],
    ['an element never closed', '<r><p>1</p>\n<p><q>2</q></r>', 1, 2],
    ['an undefined entity', '<r><p>1</p>\n\n<p>&nbsp;</p></r>', 1, 3],
    ['a control character', '<r><p>1</p><p>\n\u0001</p></r>', 1, 2],
    ['an attribute twice', '<r><p>1</p><p a="1" a="2"/></r>', 1, 1],
    ['a second root', '<r><p>1</p></r>\n<r><p>2</p></r>', 1, 2],
    ['text after the end', '<r><p>1</p></r>\n\nx', 1, 3],
    ['nothing but white space', '  \n', 0, 2],
  ])('%s: what was whole before it is given', async (_, text, whole, line) => {
    expect(await outcome(text)).toEqual([whole, 'xml.malformed', line]);
  });

  it('is told without anything from the file', async () => {
    const { error } = await read('<r><Surname>Secret</Sirname></r>');
    expect(error?.message).toContain('a.xml, line 1');
    expect(`${error?.message} ${error?.cause} ${error?.stack}`).not.toMatch(/secret|s[ui]rname/i);
  });
});

describe('limits', () => {
  it('refuse a document type declaration wherever it stands', async () => {
    for (const text of [
      '<!DOCTYPE r><r><p/></r>',
      '<?xml version="1.0"?>\n<!DOCTYPE r SYSTEM "file:///etc/passwd">\n<r><p/></r>',
      '<!DOCTYPE r [<!ENTITY a "1"><!ENTITY b "&a;&a;">]><r><p>&b;</p></r>',
    ])
      expect((await read(text)).error?.code).toBe('xml.refused');
    expect((await read('<r><!DOCTYPE r><p/></r>')).error?.code).toMatch(/^xml/);
  });

  it.each([
    ['depth', `<r>${'<a>'.repeat(9)}${'</a>'.repeat(9)}</r>`, { maxDepth: 9 }, 'xml.refused'],
    ['text', `<r><p>${'x'.repeat(101)}</p></r>`, { maxTextLength: 100 }, 'xml.refused'],
    [
      'text in parts',
      `<r><p>${'<![CDATA[xxxxx]]>'.repeat(21)}</p></r>`,
      { maxTextLength: 100 },
      'xml.refused',
    ],
    ['an attribute', `<r><p a="${'x'.repeat(101)}"/></r>`, { maxTextLength: 100 }, 'xml.refused'],
    ['a comment', `<r><!--${'x'.repeat(101)}--></r>`, { maxTextLength: 100 }, 'xml.refused'],
    ['a text without end', `<r><p>${'x'.repeat(40_000)}`, { maxTextLength: 100 }, 'xml.refused'],
    [
      'a declaration without end',
      `<!DOCTYPE r [${'x'.repeat(40_000)}`,
      { maxTextLength: 100 },
      'xml.refused',
    ],
    [
      'attributes',
      `<r><p ${Array.from({ length: 4 }, (_, n) => `a${n}=""`).join(' ')}/></r>`,
      { maxAttributes: 3 },
      'xml.refused',
    ],
    ['an element', `<r><p>${'<q/>'.repeat(30)}</p></r>`, { maxElementLength: 100 }, 'xml.refused'],
    ['an element without end', `<r><p>${'<q/>'.repeat(9000)}`, { maxElementLength: 100 }, 'xml.refused'],
    ['bytes', `<r><p/>${' '.repeat(100)}</r>`, { maxBytes: 100 }, 'file.too-large'],
  ])('hold %s', async (_, text, limits, code) => {
    expect((await read(text, limits)).error?.code).toBe(code);
  });

  it('let through what just fits', async () => {
    const limits = { maxDepth: 3, maxTextLength: 10, maxAttributes: 1, maxElementLength: 60 };
    const { found, error } = await read(
      `<r><p a="0123456789">0123456789<q/></p>${'<p>0123456789</p>'.repeat(20_000)}</r>`,
      limits,
    );
    expect(error).toBeUndefined();
    expect(found).toHaveLength(20_001);
  });
});
