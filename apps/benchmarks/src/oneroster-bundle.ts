import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { crc32, deflateRawSync } from 'node:zlib';

/** What {@link writeOneRosterBundle} wrote. */
export interface WrittenBundle {
  readonly rows: number;
  readonly bytes: number;
  readonly rowsOf: Readonly<Record<string, number>>;
}

/**
 * Writes a OneRoster 1.1 bulk bundle of about a number of rows: nine tenths are enrolments in classes, as in a district of
 * that size; ids are GUIDs, as student systems write them. The same number of rows gives the same bytes.
 */
export async function writeOneRosterBundle(path: string, rows: number): Promise<WrittenBundle> {
  const sizes = sizesOf(rows);
  const zip = new ZipWriter(path);
  const rowsOf: Record<string, number> = {};
  for (const [file, [heading, lines]] of Object.entries(filesOf(sizes)))
    rowsOf[file] = await zip.add(`${file}.csv`, heading, lines);
  const manifest = ['manifest.version,1.0', 'oneroster.version,1.1'];
  const absent = ['categories', 'classResources', 'courseResources', 'lineItems', 'resources', 'results'];
  for (const file of absent) manifest.push(`file.${file},absent`);
  for (const file of Object.keys(rowsOf)) manifest.push(`file.${file},bulk`);
  await zip.add('manifest.csv', 'propertyName,value', manifest);
  await zip.end();
  return { rows: Object.values(rowsOf).reduce((sum, count) => sum + count, 0), bytes: zip.bytes, rowsOf };
}

interface Sizes {
  readonly schools: number;
  readonly students: number;
  readonly teachers: number;
  readonly courses: number;
  readonly classes: number;
  readonly perStudent: number;
}

function sizesOf(rows: number): Sizes {
  const students = Math.max(10, Math.round(rows / 11.2));
  return {
    schools: Math.max(1, Math.round(students / 900)),
    students,
    teachers: Math.max(2, Math.round(students / 16)),
    courses: 400,
    classes: Math.max(2, Math.round(students / 11)),
    perStudent: 9,
  };
}

type Files = Record<string, readonly [heading: string, lines: Iterable<string>]>;

function filesOf(sizes: Sizes): Files {
  const { schools, students, teachers, courses, classes, perStudent } = sizes;
  const school = (index: number) => guid('school', index % schools);
  const grade = (index: number) => String(7 + (index % 5)).padStart(2, '0');
  return {
    orgs: [
      'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId',
      count(schools, (index) => `${school(index)},,,"School ${index}, North",school,${100_000 + index},`),
    ],
    academicSessions: [
      'sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear',
      ['year-2025,,,2025/26,schoolYear,2025-09-01,2026-08-31,,2026'],
    ],
    courses: [
      'sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes',
      count(
        courses,
        (index) => `${guid('course', index)},,,year-2025,Course ${index},C${index},,${school(index)},,`,
      ),
    ],
    classes: [
      'sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods',
      count(
        classes,
        (index) =>
          `${guid('class', index)},,,Class ${index},${grade(index)},${guid('course', index % courses)},${index},scheduled,,${school(index)},year-2025,,,"1,3"`,
      ),
    ],
    users: [
      'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password',
      (function* () {
        for (let index = 0; index < students; index += 1)
          yield `${guid('student', index)},,,true,${school(index)},student,u${index},{local:${index}},Given,Family ${index % 977},,${index},u${index}@example.org,,,,${grade(index)},`;
        for (let index = 0; index < teachers; index += 1)
          yield `${guid('teacher', index)},,,true,${school(index)},teacher,t${index},{local:t${index}},Given,Family ${index % 977},,t${index},t${index}@example.org,,,,,`;
      })(),
    ],
    demographics: [
      'sourcedId,status,dateLastModified,birthdate,sex,americanIndianOrAlaskaNative,asian,blackOrAfricanAmerican,nativeHawaiianOrOtherPacificIslander,white,demographicRaceTwoOrMoreRaces,hispanicOrLatinoEthnicity,countryOfBirthCode,stateOfBirthAbbreviation,cityOfBirth,publicSchoolResidenceStatus',
      count(
        students,
        (index) =>
          `${guid('student', index)},,,${2009 + (index % 5)}-0${1 + (index % 9)}-15,${index % 2 === 0 ? 'female' : 'male'},false,${index % 7 === 0},false,false,${index % 7 !== 0},false,false,,,,`,
      ),
    ],
    enrollments: [
      'sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate',
      (function* () {
        for (let index = 0; index < classes; index += 1)
          yield `${guid('teaching', index)},,,${guid('class', index)},${school(index)},${guid('teacher', index % teachers)},teacher,true,2025-09-01,2026-07-20`;
        for (let index = 0; index < students; index += 1)
          for (let nth = 0; nth < perStudent; nth += 1)
            yield `${guid('enrolment', index * perStudent + nth)},,,${guid('class', (index * 7 + nth * 31) % classes)},${school(index)},${guid('student', index)},student,false,2025-09-01,2026-07-20`;
      })(),
    ],
  };
}

function* count(total: number, line: (index: number) => string): Generator<string> {
  for (let index = 0; index < total; index += 1) yield line(index);
}

/** A GUID that follows from what it names; kinds are told apart in the first half, so that none meets another. */
function guid(kind: string, index: number): string {
  const known = prefixes.get(kind) ?? createHash('sha256').update(kind).digest('hex').slice(0, 14);
  prefixes.set(kind, known);
  const mixed = (Math.imul(index, 2_654_435_761) >>> 0).toString(16).padStart(8, '0');
  const tail = index.toString(16).padStart(12, '0');
  return `${mixed}-${known.slice(0, 4)}-4${known.slice(4, 7)}-8${known.slice(7, 10)}-${tail}`;
}
const prefixes = new Map<string, string>();

/** Writes one entry after the other, each packed in parts, so that a large bundle needs little memory. */
class ZipWriter {
  readonly #out: ReturnType<typeof createWriteStream>;
  readonly #directory: Buffer[] = [];
  #offset = 0;
  bytes = 0;

  constructor(path: string) {
    this.#out = createWriteStream(path);
  }

  async add(name: string, heading: string, lines: Iterable<string>): Promise<number> {
    const chunks: string[] = [heading];
    let rows = 0;
    for (const line of lines) {
      chunks.push(line);
      rows += 1;
    }
    const content = Buffer.from(`${chunks.join('\r\n')}\r\n`);
    const packed = deflateRawSync(content, { level: 1 });
    const path = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(path.length, 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(this.#offset, 10);
    this.#directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, rest, path]));
    await this.#write(Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, path, packed]));
    this.bytes += content.length;
    return rows;
  }

  async end(): Promise<void> {
    const at = this.#offset;
    const listing = Buffer.concat(this.#directory);
    const end = Buffer.alloc(22);
    end.write('PK\x05\x06', 'latin1');
    end.writeUInt16LE(this.#directory.length, 8);
    end.writeUInt16LE(this.#directory.length, 10);
    end.writeUInt32LE(listing.length, 12);
    end.writeUInt32LE(at, 16);
    await this.#write(Buffer.concat([listing, end]));
    await new Promise<void>((resolve) => this.#out.end(() => resolve()));
  }

  async #write(bytes: Buffer): Promise<void> {
    this.#offset += bytes.length;
    if (!this.#out.write(bytes))
      await new Promise<void>((resolve) => this.#out.once('drain', () => resolve()));
  }
}
