import { CollegialError } from '@collegial/model';

/** What the parser's complaints mean. Its own words are not passed on: they quote names from the file. */
const meanings: readonly [RegExp, string][] = [
  [/unclosed|unexpected end|root element/i, 'it ends too early, or holds no element'],
  [/clos(e|ing) tag/i, 'an element is closed that is not the last one opened'],
  [/entity/i, 'it uses an entity that is not defined, or writes one wrongly'],
  [/attribute/i, 'an attribute is not written as it must be, or stands twice'],
  [/text data outside|outside of root|tag name|character/i, 'it holds a character where none may stand'],
  [/declaration|instruction|version|encoding/i, 'its declaration is not written as it must be'],
];

/** The error of a file that is not well-formed XML. */
export function malformedXml(file: string, line: number, complaint: string): CollegialError {
  const meaning = meanings.find(([pattern]) => pattern.test(complaint))?.[1] ?? 'its markup is wrong';
  return new CollegialError({
    code: 'xml.malformed',
    message: `The file is not well-formed XML: ${meaning}.`,
    place: { file, line },
  });
}

/** The error of a file that could do harm. */
export function refusedXml(file: string, line: number, message: string): CollegialError {
  return new CollegialError({ code: 'xml.refused', message, place: { file, line } });
}
