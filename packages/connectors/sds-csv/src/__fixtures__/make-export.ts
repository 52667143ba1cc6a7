import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { MemoryTarget } from '@collegial/connector-testing';
import { type SyncOptions, type SyncReport, sync } from '@collegial/sync';
import { sdsCsv } from '../sds-csv-connector.ts';

export { MemoryTarget };

/** Files of an export: text, or lines of which the first is the heading. */
export type ExportFiles = Readonly<Record<string, string | readonly string[]>>;

/** A school of two students and a teacher, a district above it, and a guardian. */
export const school: ExportFiles = {
  'orgs.csv': ['sourcedId,name,type,parentSourcedId', 's1,"Hill, School",school,d1', 's2,Lake School,school,d1', 'd1,North,district,', 'x1,Odd,circus,'],
  'users.csv': ['sourcedId,username,givenName,familyName,password,activeDirectoryMatchId,email,phone,sms', 'u1,ann,Ann,Bird,secret,,,,', 'u2,ben,Ben,Cole,,,,,', 'u3,cat,Cat,Dove,,,,,', 'u4,dad,Dad,Bird,,,,,'],
  'roles.csv': ['userSourcedId,orgSourcedId,role,sessionSourcedId,grade,isPrimary,roleStartDate,roleEndDate', 'u1,s1,student,y26,10,TRUE,,', 'u2,s1,student,y26,KG,TRUE,2025-10-01,', 'u2,s2,student,y26,PS1,FALSE,,', 'u3,s1,teacher,,,TRUE,2020-09-01,', 'u3,s2,wizard,y26,,FALSE,,'],
  'academicSessions.csv': ['sourcedId,title,type,schoolYear,startDate,endDate', 'y26,2025/26,schoolYear,2026,2025-09-01,2026-07-20'],
  'courses.csv': ['sourcedId,orgSourcedId,title,code,schoolYearSourcedId,subject,grade', 'co1,d1,Mathematics 10,M10,y26,MAT,10'],
  'classes.csv': ['sourcedId,orgSourcedId,title,sessionSourcedIds,courseSourcedId', 'c1,s1,Mathematics 10a,"y26",co1'],
  'enrollments.csv': ['classSourcedId,userSourcedId,role', 'c1,u1,student', 'c1,u2,student', 'c1,u3,teacher'],
  'demographics.csv': ['userSourcedId,sex,birthDate,birthCity,birthState,birthCountry,ethnicityCodes,raceCodes', 'u1,female,2010-03-04,Town,WA,USA,hispanicOrLatinoEthnicity,"white,asian"', 'u3,male,1980-01-01,,,,,white'],
  'userFlags.csv': ['userSourcedId,flag', 'u1,iep', 'u1,freeLunch', 'u2,504', 'u2,juggler', 'u3,iep'],
  'relationships.csv': ['userSourcedId,relationshipUserSourcedId,relationshipRole', 'u1,u4,guardian'],
};

const bytesOf = (content: string | readonly string[]) => Buffer.from(typeof content === 'string' ? content : content.map((line) => `${line}\r\n`).join(''));

/** A folder of temporary exports; `remove` takes it away. */
export function exportFolder() {
  const root = mkdtempSync(join(tmpdir(), 'sds-csv-'));
  let made = 0;
  return {
    folder(files: ExportFiles): string {
      const path = mkdtempSync(join(root, 'folder-'));
      for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), bytesOf(content));
      return path;
    },
    zip(files: ExportFiles): string {
      made += 1;
      const path = join(root, `export-${made}.zip`);
      writeFileSync(path, zipOf(files));
      return path;
    },
    remove: () => rmSync(root, { recursive: true }),
  };
}

/** Pseudonyms that show what they were made from, so that a test can be read. */
export const identity = { pseudonym: (kind: string, value: string) => `<${kind} ${value.replace('sds-csv:', '')}>` };

export function syncExport(settings: Partial<Parameters<typeof sdsCsv>[0]> & { path: string }, target: SyncOptions['target'], options: Partial<SyncOptions> = {}): Promise<SyncReport> {
  return sync({ sources: [sdsCsv({ jurisdiction: 'US-WA', ...settings })], target, identity, maxDeletedShare: 1, ...options });
}

export const stream = (report: SyncReport, name: string) => {
  const found = report.streams.find((one) => one.stream === name);
  if (found === undefined) throw new Error(`no stream ${name}`);
  return found;
};

function zipOf(files: ExportFiles): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const content = bytesOf(text);
    const packed = deflateRawSync(content);
    const path = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, path, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, rest, path]));
    parts.push(local);
    offset += local.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listing, end]);
}
