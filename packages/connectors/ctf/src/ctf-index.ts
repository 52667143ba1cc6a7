import { openXml } from '@collegial/connector-kit';
import { CollegialError } from '@collegial/model';
import type { CtfConfig } from './ctf-config.ts';
import type { CtfFile, OpenCtfFile } from './ctf-file.ts';
import { Persons } from './persons.ts';
import { droppedElements, pupilFields } from './pupil-fields.ts';
import type { CtfFiles } from './read-files.ts';
import { readUrn, type SchoolName, schoolNumber } from './school-number.ts';
import { readUpn } from './upn.ts';

/** A school that the files name, and where it was named first. */
export interface KnownSchool {
  readonly number: string | undefined;
  readonly urn: string | undefined;
  name: string | undefined;
  readonly file: string;
  readonly line: number;
}

/** What only all files together say. */
export interface CtfIndex {
  readonly persons: Persons;
  readonly schools: readonly KnownSchool[];
}

const known = new WeakMap<CtfConfig, { readonly of: string; readonly index: Promise<CtfIndex> }>();

/** Reads all files once for the streams of a run, and again when they have changed. */
export function indexOf(config: CtfConfig, files: CtfFiles, signal: AbortSignal): Promise<CtfIndex> {
  const before = known.get(config);
  if (before?.of === files.fingerprint) return before.index;
  const index = buildIndex(files, signal);
  known.set(config, { of: files.fingerprint, index });
  // A read that failed or was stopped must not be remembered.
  index.catch(() => known.delete(config));
  return index;
}

async function buildIndex({ files }: CtfFiles, signal: AbortSignal): Promise<CtfIndex> {
  const persons = new Persons();
  const schools = new Map<string, KnownSchool>();
  // What a school calls itself counts for more than what others call it.
  for (const { file } of files) addSchool(schools, file, file.source, 1);
  for (const [order, opened] of files.entries()) {
    const { file } = opened;
    addSchool(schools, file, file.destination, 1);
    await eachPupil(opened, signal, (fields, line) => {
      const upn = readUpn(fields.UPN as string | undefined);
      if (upn !== undefined)
        persons.add({
          upn: upn.value,
          former: readUpn(fields.FormerUPN as string | undefined)?.value,
          order,
        });
      for (const school of fields.Schools as SchoolName[]) addSchool(schools, file, school, line);
    });
  }
  return { persons, schools: [...schools.values()] };
}

/** A file that breaks off is told by the streams; what comes before the break counts. */
async function eachPupil(
  { input }: OpenCtfFile,
  signal: AbortSignal,
  use: (fields: Record<string, unknown>, line: number) => void,
): Promise<void> {
  try {
    const options = { elements: ['CTfile/CTFpupilData/Pupil'], drop: droppedElements };
    const xml = await openXml({ ...input, ...options });
    for await (const group of xml.groups()) {
      signal.throwIfAborted();
      for (const { element } of group) use(pupilFields(element), element.line);
    }
  } catch (error) {
    if (!CollegialError.isInstance(error)) throw error;
  }
}

function addSchool(
  schools: Map<string, KnownSchool>,
  { urns, name: file }: CtfFile,
  school: SchoolName,
  line: number,
): void {
  const number = schoolNumber(school);
  const urn = (number === undefined ? undefined : urns.get(number)) ?? readUrn(school.URN);
  const key = urn ?? number;
  if (key === undefined) return;
  const before = schools.get(key);
  if (before === undefined) schools.set(key, { number, urn, name: school.SchoolName, file, line });
  else before.name ??= school.SchoolName;
}
