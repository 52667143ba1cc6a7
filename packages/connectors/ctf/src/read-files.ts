import { createHash } from 'node:crypto';
import { openXml, type Rejected, reject } from '@collegial/connector-kit';
import { CollegialError, type Place } from '@collegial/model';
import type { CtfConfig } from './ctf-config.ts';
import type { CtfHeader, OpenCtfFile } from './ctf-file.ts';
import type { Aside } from './ctf-schemas.ts';
import { type CtfInput, listInputs } from './list-inputs.ts';
import { readHeader } from './read-header.ts';
import { readUrn, schoolNumber } from './school-number.ts';

/** A file that is not read, with what is reported in its place. */
export interface UnreadFile {
  readonly place: Place;
  readonly row: Rejected | Aside;
}

/** The transfer files of a run, oldest first, so that what a newer one says is written last. */
export interface CtfFiles {
  readonly files: readonly OpenCtfFile[];
  readonly unread: readonly UnreadFile[];
  /** Changes when a file changes, comes or goes. */
  readonly fingerprint: string;
  close(): void;
}

/**
 * Opens the files that the settings lead to and reads their headers.
 *
 * @throws CollegialError `config.invalid`, `file.not-found`
 */
export async function openFiles(config: CtfConfig, signal?: AbortSignal): Promise<CtfFiles> {
  const { inputs, unopened, close } = await listInputs(config);
  try {
    const unread: UnreadFile[] = unopened.map(({ name, error }) => unreadable(name, error));
    const found: (CtfInput & { header: CtfHeader; fingerprint: string })[] = [];
    for (const input of inputs) {
      signal?.throwIfAborted();
      const looked = await lookAt(input);
      if ('header' in looked) found.push({ ...input, ...looked });
      else unread.push(looked);
    }
    found.sort(
      (a, b) =>
        (a.header.writtenAt ?? '').localeCompare(b.header.writtenAt ?? '') || (a.name < b.name ? -1 : 1),
    );
    const urns = urnsOf(
      config,
      found.map(({ header }) => header),
    );
    const files = found.map(({ name, input, header, fingerprint }) => ({
      file: { ...header, name, writtenOn: dayOf(header.writtenAt), urns },
      input,
      fingerprint,
    }));
    return { files, unread, fingerprint: hashOf(found), close };
  } catch (error) {
    close();
    throw error;
  }
}

async function lookAt({ name, input, named }: CtfInput) {
  try {
    const file = await openXml({ ...input, elements: ['CTfile/Header', 'ATfile/Header'] });
    for await (const [first] of file.groups()) {
      if (first?.path === 'CTfile/Header')
        return { header: readHeader(first.element), fingerprint: file.fingerprint };
      if (first !== undefined) return passedOver(name, 'an admissions transfer file, which is not read');
    }
  } catch (error) {
    if (CollegialError.isInstance(error)) return unreadable(name, error);
    throw error;
  }
  return named
    ? { place: { file: name }, row: reject('The file is no Common Transfer File.') }
    : passedOver(name, 'a file that is no Common Transfer File');
}

function passedOver(name: string, reason: string): UnreadFile {
  return { place: { file: name }, row: { passedOver: reason } };
}

/** What is reported for a file, or the rest of one, that cannot be read. */
export function unreadable(name: string, { code, message, place }: CollegialError): UnreadFile {
  return {
    place: { file: name, ...(place.line === undefined ? {} : { line: place.line }) },
    row: reject(message, { code }),
  };
}

function urnsOf({ urns }: CtfConfig, headers: readonly CtfHeader[]): Map<string, string> {
  const known = new Map<string, string>();
  for (const { source, destination } of headers)
    for (const school of [source, destination]) {
      const number = schoolNumber(school);
      const urn = readUrn(school.URN);
      if (number !== undefined && urn !== undefined) known.set(number, urn);
    }
  for (const [number, urn] of Object.entries(urns)) known.set(number, urn);
  return known;
}

function dayOf(writtenAt: string | undefined): string | undefined {
  const day = writtenAt?.slice(0, 10);
  return day === undefined || Number.isNaN(Date.parse(`${day}T00:00:00Z`)) ? undefined : day;
}

function hashOf(found: readonly { readonly name: string; readonly fingerprint: string }[]): string {
  const hash = createHash('sha256');
  for (const { name, fingerprint } of found) hash.update(`${name}\n${fingerprint}\n`);
  return hash.digest('base64url').slice(0, 22);
}
