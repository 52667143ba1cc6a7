import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CollegialError } from '@collegial/model';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CollectingTarget } from './__fixtures__/collecting-target.ts';
import { type MadePupil, makeCtf } from './__fixtures__/make-ctf.ts';
import { makeZip } from './__fixtures__/make-zip.ts';
import { fill, syncFolder } from './__fixtures__/sync-files.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ctf-'));
});
afterAll(() => rm(folder, { recursive: true }));

const upn = (number: number) => `A3802001${String(number).padStart(5, '0')}`;
const made = (from: number, to: number, more: MadePupil = {}): MadePupil[] =>
  Array.from({ length: to - from }, (_, index) => ({
    upn: upn(from + index),
    schools: ['380 2001 2018-09-03 - Hill Primary'],
    ethnicity: 'WBRI',
    results: ['KS2 2025 ENG TT REA R SS 104'],
    ...more,
  }));
const sizes = (target: CollectingTarget) =>
  ['Student', 'Enrolment', 'StudentCharacteristic', 'Assessment'].map((entity) => target.rows(entity).length);

describe('versions', () => {
  it.each([
    ['24.0', {}],
    ['25.0', {}],
    ['25', {}],
    ['27.1', { 'Header.CTFversion': 1 }],
    ['19.0', { 'Header.CTFversion': 1 }],
    ['-', { 'Header.CTFversion': 1 }],
    ['next', { 'Header.CTFversion': 1 }],
  ])('%s is read, and told when it is not one of the table', async (version, drift) => {
    await fill(folder, { 'a.xml': makeCtf({ version, pupils: made(0, 3) }) });
    const warnings: string[] = [];
    const logger = {
      debug: () => undefined,
      info: () => undefined,
      warn: (message: string) => void warnings.push(message),
    };
    const { target, streams } = await syncFolder(folder, undefined, {}, { logger });
    expect(sizes(target)).toEqual([3, 3, 3, 3]);
    expect(streams.students?.drift).toEqual(drift);
    expect(warnings).toHaveLength(Object.keys(drift).length * 4);
  });
});

describe('several files', () => {
  it('a partial file adds, and takes nothing away', async () => {
    const target = new CollectingTarget();
    await fill(folder, { 'a.xml': makeCtf({ at: '2025-07-01T10:00:00', pupils: made(0, 5) }) });
    await syncFolder(folder, target);
    const partial = makeCtf({
      at: '2025-09-10T10:00:00',
      qualifier: 'partial',
      pupils: [{ upn: upn(0), results: ['KS2 2025 MAT TT MAT R SS 111'] }],
    });
    await fill(folder, { 'b.xml': partial });
    const { streams } = await syncFolder(folder, target);
    expect(sizes(target)).toEqual([5, 5, 5, 6]);
    for (const { deleted, deletedUnseen } of Object.values(streams))
      expect([deleted, deletedUnseen]).toEqual([0, 0]);
  });

  it('are read oldest first, whatever their names: the newest says what holds', async () => {
    const at = (day: string, sex: string) =>
      makeCtf({ at: `${day}T10:00:00`, pupils: [{ upn: upn(1), sex }] });
    await fill(folder, { 'z.xml': at('2024-07-01', 'M'), 'a.xml': at('2025-07-01', 'F') });
    expect((await syncFolder(folder)).target.rows('Student')).toMatchObject([{ sex: 'F' }]);
  });

  it('may lie in folders and archives, among others that are told', async () => {
    await fill(folder, {
      '2025/3802001_CTF_3804001_001.xml': makeCtf({ pupils: made(0, 2) }),
      'archive.zip': makeZip([
        { name: 'in/3802001_CTF_3804001_002.xml', content: Buffer.from(makeCtf({ pupils: made(2, 4) })) },
        { name: 'read me.txt', content: Buffer.from('hello') },
      ]),
      'bad.zip': 'PK no archive',
      'admissions.xml': '<ATfile><Header/><ATFpupilData><Pupil/></ATFpupilData></ATfile>',
      'other.xml': '<other/>',
      'notes.txt': 'not looked at',
    });
    const { target, streams } = await syncFolder(folder);
    expect(sizes(target)).toEqual([4, 4, 4, 4]);
    expect(streams.students).toMatchObject({ status: 'complete', completeness: 'verified', quarantined: 1 });
    expect(streams.students?.quarantine).toMatchObject([
      { code: 'zip.malformed', place: { file: 'bad.zip' } },
    ]);
    expect(streams.students?.skippedBy).toEqual({
      'an admissions transfer file, which is not read': 1,
      'a file that is no Common Transfer File': 1,
    });
  });

  it('that are named must be there and be what they should', async () => {
    await fill(folder, { 'other.xml': '<other/>', 'a.xml': makeCtf({ pupils: made(0, 1) }) });
    const named = await syncFolder(folder, undefined, {
      folder: undefined,
      files: [join(folder, 'other.xml')],
    });
    expect(named.streams.students?.quarantine).toMatchObject([
      { code: 'record.invalid', reason: 'The file is no Common Transfer File.' },
    ]);
    const absent = await syncFolder(folder, undefined, { files: ['absent.xml'] });
    expect(absent.streams.students?.quarantine).toMatchObject([{ code: 'file.not-found' }]);
    expect(sizes(absent.target)).toEqual([1, 1, 1, 1]);
    const nowhere = await syncFolder(join(folder, 'none'));
    expect(nowhere.streams.students?.error?.code).toBe('file.not-found');
    const nothing = await syncFolder(folder, undefined, { folder: undefined });
    expect(nothing.streams.students?.error?.code).toBe('config.invalid');
  });
});

describe('a file that', () => {
  it('breaks off gives the pupils before the break, and the other files', async () => {
    const whole = makeCtf({ pupils: made(0, 220) });
    const cut = whole.slice(0, whole.indexOf(upn(210)));
    await fill(folder, {
      'a.xml': cut,
      'b.xml': makeCtf({ at: '2025-08-01T10:00:00', pupils: made(500, 503) }),
    });
    const { target, streams } = await syncFolder(folder);
    expect(sizes(target)).toEqual([213, 213, 213, 213]);
    for (const name of ['students', 'assessments'])
      expect(streams[name]).toMatchObject({
        status: 'complete',
        quarantined: 1,
        quarantine: [{ code: 'xml.malformed', place: { file: 'a.xml', line: expect.any(Number) } }],
      });
  });

  it('has a document type declaration is refused', async () => {
    const hostile = makeCtf({ pupils: made(0, 3) }).replace(
      '<CTfile>',
      '<!DOCTYPE CTfile [<!ENTITY a SYSTEM "file:///etc/passwd">]><CTfile>',
    );
    await fill(folder, { 'a.xml': hostile });
    const { target, streams } = await syncFolder(folder);
    expect(sizes(target)).toEqual([0, 0, 0, 0]);
    expect(streams.students?.quarantine).toMatchObject([{ code: 'xml.refused', place: { file: 'a.xml' } }]);
  });

  it.each([
    ['windows-1252', (text: string) => Buffer.from(text, 'latin1')],
    ['UTF-16', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ])('is in %s is read the same', async (encoding, encode) => {
    const text = makeCtf({ source: '380 2001 100001 École Zoë', pupils: made(0, 1) });
    await fill(folder, { 'a.xml': encode(text.replace('UTF-8', encoding)) });
    const { target } = await syncFolder(folder);
    expect(target.rows('Organisation')[0]).toMatchObject({ name: 'École Zoë' });
  });
});

describe('former numbers', () => {
  const temporary = 'A38020011900B';
  const before = makeCtf({ at: '2025-01-10T10:00:00', pupils: made(0, 1, { upn: temporary }) });
  const after = (more: MadePupil = {}) =>
    makeCtf({
      at: '2025-07-10T10:00:00',
      pupils: [{ ...(made(7, 8)[0] as MadePupil), formerUpn: temporary, ...more }],
    });

  it('lead to one person, also when the older file was read before', async () => {
    const target = new CollectingTarget();
    await fill(folder, { 'a.xml': before });
    await syncFolder(folder, target);
    expect(target.rows('Student')).toMatchObject([{ id: `ctf:<ctf-student ${temporary}>`, linkKey: null }]);

    await fill(folder, { 'a.xml': before, 'b.xml': after() });
    await syncFolder(folder, target);
    const anew = await syncFolder(folder);
    expect(target.contents()).toEqual(anew.target.contents());
    expect(sizes(target)).toEqual([1, 1, 1, 1]);
    expect(target.rows('Student')).toMatchObject([
      { id: `ctf:<ctf-student ${upn(7)}>`, linkKey: `<upn ${upn(7)}>` },
    ]);
  });

  it('lead to one person when only the newer file is still there', async () => {
    const target = new CollectingTarget();
    await fill(folder, { 'a.xml': before });
    await syncFolder(folder, target);
    await fill(folder, { 'b.xml': after() });
    await syncFolder(folder, target);
    expect(sizes(target)).toEqual([1, 1, 1, 1]);
  });

  it('that somebody else holds later, or two claim, lead to nobody', async () => {
    const later = makeCtf({ at: '2025-09-01T10:00:00', pupils: made(0, 1, { upn: temporary }) });
    await fill(folder, { 'b.xml': after(), 'c.xml': later });
    expect((await syncFolder(folder)).target.rows('Student')).toHaveLength(2);
    const second = makeCtf({
      at: '2025-08-01T10:00:00',
      pupils: made(9, 10, { formerUpn: temporary }),
    });
    await fill(folder, { 'a.xml': before, 'b.xml': after(), 'c.xml': second });
    expect((await syncFolder(folder)).target.rows('Student')).toHaveLength(3);
  });

  it('in a circle end somewhere', async () => {
    const circle = [
      { upn: upn(1), formerUpn: upn(2) },
      { upn: upn(2), formerUpn: upn(1) },
      { upn: upn(3), formerUpn: upn(3) },
    ];
    await fill(folder, { 'a.xml': makeCtf({ pupils: circle }) });
    expect((await syncFolder(folder)).target.rows('Student')).toHaveLength(3);
  });
});

it('resumed after any batch is the same as uninterrupted', async () => {
  const broken = makeCtf({ at: '2025-07-02T10:00:00', pupils: made(300, 308) });
  await fill(folder, {
    'a.xml': makeCtf({ pupils: made(0, 102), at: '2025-07-01T10:00:00' }),
    'b.xml': broken.slice(0, broken.indexOf(upn(305))),
    'c.xml': makeCtf({ pupils: made(600, 602), at: '2025-07-03T10:00:00' }),
    'other.xml': '<other/>',
  });
  const options = { batchSize: 1, streams: ['assessments'] };
  let batches = 0;
  const counting = new CollectingTarget();
  counting.beforeLoad = () => {
    batches += 1;
  };
  const whole = await syncFolder(folder, counting, {}, options);
  expect(batches).toBeGreaterThan(4);
  for (let stop = 1; stop < batches; stop += 1) {
    const target = new CollectingTarget();
    let batch = 0;
    target.beforeLoad = () => {
      batch += 1;
      if (batch === stop)
        throw new CollegialError({ code: 'store.query-failed', message: 'The test stops the sync here.' });
    };
    await syncFolder(folder, target, {}, options);
    target.beforeLoad = () => undefined;
    const resumed = await syncFolder(folder, target, {}, options);
    expect(target.contents()).toEqual(counting.contents());
    expect(resumed.streams.assessments).toMatchObject({ status: 'complete', completeness: 'verified' });
    expect(resumed.report.status).toBe(whole.report.status);
  }
});

it('a second sync of the same files changes nothing', async () => {
  await fill(folder, { 'a.xml': makeCtf({ pupils: made(0, 20) }) });
  const { target } = await syncFolder(folder);
  const { streams } = await syncFolder(folder, target);
  for (const { loaded, deleted, unchanged } of Object.values(streams)) {
    expect([loaded, deleted]).toEqual([0, 0]);
    expect(unchanged).toBeGreaterThan(0);
  }
});
