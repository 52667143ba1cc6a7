import { openXml, type Page, page, type ReadContext } from '@collegial/connector-kit';
import { CollegialError } from '@collegial/model';
import type { CtfConfig } from './ctf-config.ts';
import type { CtfCursor } from './ctf-cursor.ts';
import type { CtfFile } from './ctf-file.ts';
import { type CtfIndex, indexOf } from './ctf-index.ts';
import { versionState } from './ctf-versions.ts';
import { droppedElements, pupilFields } from './pupil-fields.ts';
import { openFiles, unreadable } from './read-files.ts';
import { readUpn } from './upn.ts';

const pageSize = 100;

/**
 * Reads the pupils of all files, oldest file first. A file that cannot be read, or the rest of one that breaks off, is told as one row that is
 * set aside. The last page gives the total.
 */
export async function* readPupils(
  context: ReadContext<CtfConfig, CtfCursor>,
): AsyncGenerator<Page<CtfCursor>> {
  const { config, signal } = context;
  const opened = await openFiles(config, signal);
  try {
    const index = await indexOf(config, opened, signal);
    const from = placeOf(context, opened.fingerprint);
    let rows = from?.rows ?? 0;
    const done = (file: number, pupils: number): { cursor: CtfCursor } => ({
      cursor: { files: opened.fingerprint, file, pupils, rows },
    });
    if (from === undefined)
      for (const { place, row } of opened.unread) {
        rows += 1;
        yield page<CtfCursor>([row], { place });
      }
    for (const [order, { file, input }] of opened.files.entries()) {
      if (order < (from?.file ?? 0)) continue;
      const skip = order === from?.file ? from.pupils : 0;
      if (skip === 0) tellVersion(context, file);
      let pupils = 0;
      let part: { row: object; line: number }[] = [];
      const flush = (): Page<CtfCursor> => {
        rows += part.length;
        const whole = page<CtfCursor>(
          part.map(({ row }) => row),
          {
            place: { file: file.name, row: pupils - part.length + 1 },
            lines: part.map(({ line }) => line),
            ...done(order, pupils),
          },
        );
        part = [];
        return whole;
      };
      try {
        const options = { elements: ['CTfile/CTFpupilData/Pupil'], drop: droppedElements };
        const xml = await openXml({ ...input, ...options });
        for await (const group of xml.groups()) {
          signal.throwIfAborted();
          for (const { element } of group) {
            pupils += 1;
            if (pupils <= skip) continue;
            part.push({ row: rowOf(pupilFields(element), file, index), line: element.line });
            if (part.length === pageSize) yield flush();
          }
        }
        if (part.length > 0) yield flush();
      } catch (error) {
        if (!CollegialError.isInstance(error)) throw error;
        if (part.length > 0) yield flush();
        rows += 1;
        const { place, row } = unreadable(file.name, error);
        yield page<CtfCursor>([row], { place, ...done(order + 1, 0) });
      }
    }
    yield page<CtfCursor>([], { place: {}, total: rows });
  } finally {
    opened.close();
  }
}

function rowOf(fields: Record<string, unknown>, file: CtfFile, { persons }: CtfIndex): object {
  const upn = readUpn(fields.UPN as string | undefined)?.value;
  if (upn === undefined) return { ...fields, file, formerly: [] };
  const person = persons.present(upn);
  return { ...fields, file, person, formerly: persons.formerly(person) };
}

function placeOf({ cursor, restart }: ReadContext<CtfConfig, CtfCursor>, files: string) {
  if (cursor === undefined || cursor.files === files) return cursor;
  restart('The transfer files have changed.');
  return undefined;
}

function tellVersion({ drift, logger, source }: ReadContext<CtfConfig, CtfCursor>, file: CtfFile): void {
  const state = versionState(file.version);
  if (state === 'known') return;
  drift('Header.CTFversion');
  logger.warn(
    'A transfer file has a version that this connector was not written for; it is read all the same.',
    {
      source,
      file: file.name,
      state,
    },
  );
}
