import { utf16 } from '../hostile/hostile-case.ts';
import { zip64End, zipOf } from '../hostile/zip-parts.ts';

/** Stands in the samples where a person's data would: no error may repeat it. */
export const personal = 'KANARIENVOGEL';

const csv = [
  `urn,name,note\r\n${Array.from({ length: 20 }, (_, row) => `${row},"Hill ""${personal}"", ${row}",=1+1\r\n`).join('')}`,
  `a;b;c\n1;"x\ny";3\n\n2;é;"${personal}"\n`,
  'a\tb\n1\t2\n3\t4',
];
const xml = [
  `<?xml version="1.0" encoding="UTF-8"?>\n<r xmlns:x="urn:x"><head a="1"/>${`<p id="1"><x:n>${personal}</x:n><q>1 &amp; 2</q><![CDATA[<]]><!-- c --></p>\n`.repeat(12)}</r>`,
  `<r><p>${'<q><s>1</s></q>'.repeat(20)}</p><p/></r>`,
  '<!DOCTYPE r [<!ENTITY a "b">]><r><p>&a;</p></r>',
];
const json = [
  { data: Array.from({ length: 15 }, (_, id) => ({ id, name: personal, nested: { list: [1, [2, { a: null }]] } })), meta: { next: null } },
  ['a"\\\u0000\ud83d\ude00', -1.5e10, true, {}, [], { __proto: 1 }],
];

const both = (texts: readonly string[]) => [
  ...texts.map((text) => Buffer.from(text)),
  ...texts.map((text) => utf16(text, { bigEndian: text.length % 2 === 0 })),
  ...texts.map((text) => Buffer.from(text, 'latin1')),
];

const entries = [
  { name: 'users.csv', content: Buffer.from(csv[0] as string) },
  { name: 'data/a.xml', content: Buffer.from(xml[0] as string), method: 0 },
  { name: 'data/', method: 0 },
];
const small = zipOf(entries.slice(0, 1));

/** Sound files and answers, by the reader that takes them. */
export const samples = {
  csv: both(csv),
  xml: both(xml),
  json: [...json.map((value) => Buffer.from(JSON.stringify(value))), Buffer.from('{"__proto__":{"a":1},"b":[[[]]]}')],
  zip: [
    zipOf(entries),
    small,
    zipOf(entries, { comment: Buffer.from('a comment') }),
    zipOf(entries.slice(0, 1), {
      count: 0xffff,
      before: zip64End({
        count: 1n,
        size: BigInt(small.length),
        offset: BigInt(small.indexOf(Buffer.from('PK\x01\x02', 'latin1'))),
        at: BigInt(small.length - 22),
      }),
    }),
  ],
} as const;
