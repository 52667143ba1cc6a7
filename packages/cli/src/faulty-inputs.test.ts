import type { SyncReport } from '@collegial/sync';
import { createColors } from 'picocolors';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createProject, type Project } from './__fixtures__/create-project.ts';
import { SyncOutput } from './__fixtures__/json-shapes.ts';
import { makeZip } from './__fixtures__/make-zip.ts';
import { runCommand } from './__fixtures__/run-command.ts';
import { sayReport } from './output/sync-report.ts';

let project: Project;
beforeEach(async () => {
  project = await createProject({
    'collegial.config.ts': `import { activities } from '@collegial/connector-activities';
import { dfe } from '@collegial/connector-dfe';
import { defineConfig } from 'collegial';

export default defineConfig({
  store: 'faulty.duckdb',
  sources: [
    dfe({ folder: 'published', academicYear: '2018/19', asOf: '2019-03-01' }),
    activities({ activities: 'activities.csv' }),
  ],
});
`,
    'published/absence.csv': `LA,ESTAB,URN,PERCTOT,PPERSABS10
990,4001,900001,4.3,11
990,4002,900002,5.1,12.5
`,
    'activities.csv': activities('a1,peer-review,Review,2018-10-02,900001,provider'),
  });
});
afterEach(() => project.remove());

function activities(...rows: string[]): string {
  return `activity_id,kind,title,starts_on,school,role\n${rows.join('\n')}\n`;
}

type Report = ReturnType<typeof SyncOutput.parse>;
type Stream = Report['streams'][number];

/** Syncs, checks what holds for every sync, and gives the report, its streams by name, and what people are told. */
async function sync(config = 'collegial.config.ts') {
  const args = ['sync', '--config', config];
  const outcome = await runCommand([...args, '--json'], project);
  const report = SyncOutput.parse(outcome.json());
  for (const counted of [report.totals, ...report.streams]) {
    const { read, loaded, unchanged, deleted, duplicate, quarantined } = counted;
    expect(loaded + unchanged + deleted + duplicate + quarantined).toBe(read);
  }
  const failed = report.streams.some(({ status }) => status === 'failed');
  expect(outcome.code).toBe(failed ? 3 : 0);
  const streams: Record<string, Stream> = {};
  for (const stream of report.streams) streams[`${stream.source}.${stream.stream}`] = stream;
  const lines: string[] = [];
  const write = (text: string) => void lines.push(text);
  sayReport(report as SyncReport, {
    data: write,
    say: write,
    status: write,
    colors: createColors(false),
    interactive: false,
  });
  return { report, streams, told: lines.join('\n') };
}

it('without a fault, everything is loaded and nothing set aside', async () => {
  const { report, streams } = await sync();
  expect(report.totals.quarantined).toBe(0);
  expect(streams['dfe.absence']).toMatchObject({ rows: 2, read: 4, loaded: 4 });
  expect(streams['activities.activities']).toMatchObject({ read: 1, loaded: 1 });
  expect(streams['activities.participations']).toMatchObject({ read: 1, loaded: 1 });
});

describe('a malformed row', () => {
  it('in a published table: set aside with file and line, the rows around it are loaded', async () => {
    await project.write(
      'published/absence.csv',
      'LA,ESTAB,URN,PERCTOT,PPERSABS10\n990,4001,900001,4.3,11\n990,4002\n990,4003,900003,6.1,9\n',
    );
    const { streams, told } = await sync();
    expect(streams['dfe.absence']).toMatchObject({ loaded: 4, quarantined: 1 });
    expect(streams['dfe.absence']?.quarantine).toEqual([
      expect.objectContaining({
        code: 'csv.malformed',
        place: expect.objectContaining({ file: 'absence.csv', line: 3 }),
      }),
    ]);
    expect(told).toMatch(/Set aside dfe absence, absence\.csv, line 3, row 2: .*field/);
  });

  it('in the activities: set aside with its line, the others are loaded', async () => {
    await project.write(
      'activities.csv',
      activities(
        'a1,peer-review,Review,2018-10-02,900001,provider',
        'a2,peer-review',
        'a3,peer-review,Another,2018-11-02,900002,provider',
      ),
    );
    const { streams, told } = await sync();
    expect(streams['activities.activities']).toMatchObject({ loaded: 2, quarantined: 1 });
    expect(told).toMatch(/Set aside activities activities, activities\.csv, line 3/);
  });

  it('a quote that is never closed costs its own row only, and its line is named', async () => {
    await project.write(
      'published/absence.csv',
      'LA,ESTAB,URN,PERCTOT,PPERSABS10\n990,4001,900001,4.3,11\n990,4002,900002,"5.1,12\n990,4003,900003,6.1,9\n',
    );
    const { streams } = await sync();
    expect(streams['dfe.absence']).toMatchObject({ loaded: 4, quarantined: 1 });
    expect(streams['dfe.absence']?.quarantine[0]).toMatchObject({
      code: 'csv.malformed',
      place: { line: 3 },
    });
  });
});

describe('an unknown code', () => {
  it('in a register: the mark is kept, counted, and told by the doctor', async () => {
    await project.write(
      'register.config.ts',
      `import { fromRecords } from 'collegial';
const day = (date: string, code: string) => ({ enrolmentId: 'e', organisationId: 'urn:900001', date, session: 'AM', code });
export default {
  store: 'register.duckdb',
  sources: [fromRecords({
    Organisation: [{ id: 'urn:900001', kind: 'school', name: 'Oak Lane' }],
    Student: [{ id: 's' }],
    Enrolment: [{ id: 'e', studentId: 's', organisationId: 'urn:900001', status: 'current', enteredOn: '2018-09-03' }],
    AttendanceMark: [day('2018-09-04', '/'), day('2018-09-05', '%'), day('2018-09-06', '%')],
  })],
};
`,
    );
    const { streams } = await sync('register.config.ts');
    expect(streams['records.AttendanceMark']).toMatchObject({ read: 3, loaded: 3, quarantined: 0 });
    const { code, stdout } = await runCommand(['doctor', '--config', 'register.config.ts'], project);
    expect(code).toBe(0);
    expect(stdout).toContain('Attendance codes: not known, kept and counted: % × 2');
  });

  it('in a published table: a cell that is neither figure nor symbol is set aside, the other cells are loaded', async () => {
    await project.write(
      'published/absence.csv',
      'LA,ESTAB,URN,PERCTOT,PPERSABS10\n990,4001,900001,4.3,SUPP\n990,4002,900002,?!,12.5\n',
    );
    const { streams, told } = await sync();
    expect(streams['dfe.absence']).toMatchObject({ read: 4, loaded: 3, quarantined: 1 });
    expect(told).toMatch(/Set aside dfe absence, absence\.csv, line 3, row 2, field PERCTOT: /);
  });

  it('in the activities: the nearest kinds are named, and nothing is guessed', async () => {
    await project.write('activities.csv', activities('a1,peer-reveiw,Review,2018-10-02,900001,provider'));
    const { streams, told } = await sync();
    expect(streams['activities.activities']).toMatchObject({ loaded: 0, quarantined: 1 });
    expect(told).toMatch(/activities\.csv, line 2, row 1, field kind: .*peer-review/);
  });
});

describe('a missing column', () => {
  it('in a published table: the file is set aside by name, the other files are read', async () => {
    await project.write(
      'published/census.csv',
      'URN,LA,ESTAB,SCHOOLTYPE,NOR\n900001,990,4001,State-funded secondary,1100\n',
    );
    await project.write('published/absence.csv', 'LA,ESTAB,PERCTOT,PPERSABS10\n990,4001,4.3,11\n');
    const { streams, told } = await sync();
    expect(streams['dfe.census']?.loaded).toBeGreaterThan(0);
    expect(streams['dfe.absence']).toMatchObject({ loaded: 0 });
    expect(told).toMatch(/absence\.csv.*“URN” is missing/);
  });

  it('in the activities: the streams fail with file, line and what is needed, the other source is read', async () => {
    await project.write('activities.csv', 'activity_id,kind,title,school\na1,peer-review,Review,900001\n');
    const { streams, told } = await sync();
    expect(streams['dfe.absence']?.loaded).toBe(4);
    expect(streams['activities.activities']).toMatchObject({
      status: 'failed',
      error: { code: 'csv.missing-column', place: { file: 'activities.csv', line: 1, field: 'starts_on' } },
    });
    expect(told).toContain('The column “starts_on” is missing.');
  });
});

describe('a duplicate', () => {
  it('in a published table: the school that is there twice is told, each figure is loaded once', async () => {
    await project.write(
      'published/absence.csv',
      'LA,ESTAB,URN,PERCTOT,PPERSABS10\n990,4001,900001,4.3,11\n990,4001,900001,4.3,11\n',
    );
    const { streams } = await sync();
    const { loaded, duplicate, quarantined } = streams['dfe.absence'] as Stream;
    expect(loaded).toBe(2);
    expect(duplicate + quarantined).toBeGreaterThan(0);
  });

  it('in records: counted as duplicate, loaded once', async () => {
    await project.write(
      'twice.config.ts',
      `import { fromRecords } from 'collegial';
const school = { id: 'urn:900001', kind: 'school', name: 'Oak Lane' };
export default { store: 'twice.duckdb', sources: [fromRecords({ Organisation: [school, school] })] };
`,
    );
    const { streams } = await sync('twice.config.ts');
    expect(streams['records.Organisation']).toMatchObject({ read: 2, loaded: 1, duplicate: 1 });
  });

  it('in the activities: the row that says it again is told', async () => {
    const row = 'a1,peer-review,Review,2018-10-02,900001,provider';
    await project.write('activities.csv', activities(row, row));
    const { streams } = await sync();
    const { loaded, duplicate, quarantined } = streams['activities.participations'] as Stream;
    expect(loaded).toBe(1);
    expect(duplicate + quarantined).toBe(1);
  });
});

describe('a wrong encoding', () => {
  it('windows-1252 where UTF-8 is usual: read rightly', async () => {
    const text = activities('a1,peer-review,Révision,2018-10-02,900001,provider');
    await project.write('activities.csv', Buffer.from(text, 'latin1'));
    const { streams } = await sync();
    expect(streams['activities.activities']).toMatchObject({ loaded: 1, quarantined: 0 });
  });

  it('UTF-16, as spreadsheets write it: read rightly', async () => {
    const text = activities('a1,peer-review,Révision,2018-10-02,900001,provider');
    await project.write('activities.csv', Buffer.from(`\uFEFF${text}`, 'utf16le'));
    const { streams } = await sync();
    expect(streams['activities.activities']).toMatchObject({ loaded: 1, quarantined: 0 });
  });

  it('no text at all: refused by name, the other source is read', async () => {
    await project.write('activities.csv', Buffer.from([0, 1, 2, 3, 0, 0, 255, 254, 0, 7]));
    const { streams } = await sync();
    expect(streams['activities.activities']).toMatchObject({
      status: 'failed',
      error: { code: 'file.encoding', place: { file: 'activities.csv' } },
    });
    expect(streams['dfe.absence']?.loaded).toBe(4);
  });
});

describe('an empty file', () => {
  it('among published tables: told by name, the others are read', async () => {
    await project.write('published/empty.csv', '');
    const { streams, told } = await sync();
    expect(streams['dfe.absence']?.loaded).toBe(4);
    expect(told).toMatch(/empty\.csv/);
  });

  it('of activities: the streams fail with its name', async () => {
    await project.write('activities.csv', '');
    const { streams } = await sync();
    expect(streams['activities.activities']).toMatchObject({
      status: 'failed',
      error: { code: 'file.empty', place: { file: 'activities.csv' } },
    });
    expect(streams['dfe.absence']?.loaded).toBe(4);
  });

  it('a file that is not there: told by name, the others are read', async () => {
    await project.write(
      'other.config.ts',
      `import { activities } from '@collegial/connector-activities';
export default { store: 'other.duckdb', sources: [activities({ activities: 'nowhere.csv' })] };
`,
    );
    const { told } = await sync('other.config.ts');
    expect(told).toContain('The file could not be opened. (nowhere.csv)');
  });
});

describe('a zip archive', () => {
  const config = `import { defineConnector, page, readCsv, readZip, stream } from '@collegial/connector-kit';
import { fromRecords } from 'collegial';
import * as z from 'zod';

const archive = defineConnector({
  id: 'archive', specVersion: 2, title: 'Schools in an archive', about: { reads: 'files', authentication: [], paging: [], verified: ['synthetic'] }, config: z.strictObject({ path: z.string() }),
  streams: {
    schools: stream<{ path: string }>()({
      entity: 'Organisation', title: 'Schools', deletes: 'none',
      wire: z.looseObject({ urn: z.string(), name: z.string() }),
      async *read({ config }) {
        const zip = await readZip({ path: config.path });
        for await (const { line, values } of readCsv({ ...zip.entry('schools.csv'), columns: { urn: 'URN', name: 'Name' } }))
          yield page([values], { place: { file: 'schools.csv' }, lines: [line] });
        zip.close();
      },
      map: (row) => ({ id: 'urn:' + row.urn, kind: 'school', name: row.name }),
    }),
  },
});
export default {
  store: 'archive.duckdb',
  sources: [archive({ path: 'schools.zip' }), fromRecords({ SchoolGroup: [{ id: 'A', name: 'Group A' }] })],
};
`;
  const whole = makeZip('schools.csv', 'URN,Name\n900001,Oak Lane\n900002,Mill Road\n');

  it('that is whole is read', async () => {
    await project.write('archive.config.ts', config);
    await project.write('schools.zip', whole);
    const { streams } = await sync('archive.config.ts');
    expect(streams['archive.schools']).toMatchObject({ status: 'complete', loaded: 2 });
  });

  it.each([0.3, 0.6, 0.95])(
    'that is cut short at %f of its length is told by name, the other source is read',
    async (share) => {
      await project.write('archive.config.ts', config);
      await project.write('schools.zip', whole.subarray(0, Math.floor(whole.length * share)));
      const { streams, told } = await sync('archive.config.ts');
      expect(streams['archive.schools']).toMatchObject({
        status: 'failed',
        error: {
          code: 'zip.malformed',
          place: { file: 'schools.zip' },
        },
      });
      expect(told).toContain('Download or export the archive again.');
      expect(streams['records.SchoolGroup']?.loaded).toBe(1);
    },
  );
});
