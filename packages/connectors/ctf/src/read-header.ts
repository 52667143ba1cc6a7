import { type XmlElement, xmlChild, xmlText } from '@collegial/connector-kit';
import type { CtfHeader } from './ctf-file.ts';
import { fieldsOf } from './pupil-fields.ts';
import type { SchoolName } from './school-number.ts';

/** Reads the header of a transfer file. */
export function readHeader(header: XmlElement): CtfHeader {
  const qualifier = xmlText(header, 'DocumentQualifier')?.toLowerCase();
  return {
    version: xmlText(header, 'CTFversion'),
    writtenAt: /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?)?/.exec(xmlText(header, 'DateTime') ?? '')?.[0],
    qualifier: qualifier === 'full' || qualifier === 'partial' ? qualifier : undefined,
    source: schoolIn(header, 'SourceSchool'),
    destination: schoolIn(header, 'DestSchool'),
  };
}

function schoolIn(header: XmlElement, name: string): SchoolName {
  return fieldsOf(xmlChild(header, name), ['LEA', 'Estab', 'URN', 'SchoolName']);
}
