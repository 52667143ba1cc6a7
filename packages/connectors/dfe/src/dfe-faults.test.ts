import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readStream } from './__fixtures__/read-stream.ts';
import { dfe } from './dfe-connector.ts';

const faulty = fileURLToPath(new URL('__fixtures__/faulty', import.meta.url));
const broken = dfe({ folder: faulty, academicYear: '2018/19' });

describe('files that cannot be read', () => {
  it('are told with their name and reason, and the others are read', async () => {
    const { rejected, records } = await readStream(broken, 'schools', 'Organisation');
    const told = new Map(rejected.map((one) => [one.at, one]));
    expect(told.get('missing_urn.csv:1')).toMatchObject({ code: 'csv.missing-column', field: 'URN' });
    expect(told.get('empty.csv:1')).toMatchObject({ code: 'file.empty' });
    expect(records.map(({ id }) => id)).toEqual(['urn:900001']);
  });

  it('keep a stream from being taken for complete, so that nothing is deleted because of them', async () => {
    const { rejected } = await readStream(broken, 'group-links', 'OrganisationLink');
    expect(rejected.map(({ code }) => code)).toEqual(['file.empty']);
  });

  it('are told by the stream of their own kind', async () => {
    const { rejected } = await readStream(broken, 'key-stage-4', 'SchoolMeasure');
    expect(rejected.map(({ code }) => code).sort()).toEqual(['csv.missing-column', 'file.empty']);
  });
});

describe('a file that was cut short', () => {
  it('gives its whole rows and names the line of the broken one', async () => {
    const { records, rejected } = await readStream(broken, 'absence', 'SchoolMeasure');
    expect(records.map(({ measure, value }) => [measure, value])).toEqual([
      ['absence-rate', 0.043],
      ['persistent-absence-rate', 0.11],
    ]);
    expect(rejected.find(({ at }) => at === 'truncated_absence.csv:2')).toMatchObject({
      code: 'csv.malformed',
      line: 3,
    });
  });

  it('does not take half a row for a whole one', async () => {
    const { records, rejected } = await readStream(broken, 'census', 'SchoolMeasure');
    expect(new Set(records.map(({ organisationId }) => organisationId))).toEqual(new Set(['urn:900001']));
    expect(rejected.find(({ at }) => at === 'short_row_census.csv:2')).toMatchObject({
      code: 'csv.malformed',
      line: 3,
    });
  });
});

describe('settings', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dfe-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  const put = (name: string, text: string) => writeFile(join(folder, name), text);
  const absence = 'LA,ESTAB,URN,PERCTOT\n990,4001,900001,4.3\n';

  it('must name a folder or files', async () => {
    await expect(readStream(dfe({}), 'schools', 'Organisation')).rejects.toMatchObject({
      code: 'config.invalid',
    });
  });

  it('must name what exists', async () => {
    const missing = dfe({ folder: join(folder, 'nowhere') });
    await expect(readStream(missing, 'schools', 'Organisation')).rejects.toMatchObject({
      code: 'file.not-found',
    });
    const file = dfe({ files: [{ path: join(folder, 'nothing.csv') }] });
    await expect(readStream(file, 'schools', 'Organisation')).rejects.toMatchObject({
      code: 'file.not-found',
    });
  });

  it('must say the year of figures that do not, and may say it by the path', async () => {
    await put('absence.csv', absence);
    await expect(readStream(dfe({ folder }), 'absence', 'SchoolMeasure')).rejects.toMatchObject({
      code: 'config.invalid',
      message: expect.stringContaining('absence.csv'),
    });
    await rm(join(folder, 'absence.csv'));
    await put('2016-2017_absence.csv', absence);
    const { records } = await readStream(dfe({ folder }), 'absence', 'SchoolMeasure');
    expect(records[0]?.academicYear).toBe(2016);
  });

  it('must tell two files of one year apart', async () => {
    await put('a.csv', absence);
    await put('b.csv', absence);
    const twins = dfe({ folder, academicYear: '2018/19' });
    await expect(readStream(twins, 'absence', 'SchoolMeasure')).rejects.toMatchObject({
      code: 'config.invalid',
    });
    const apart = dfe({
      folder,
      academicYear: '2018/19',
      files: [
        { path: 'a.csv', publication: 'absence-revised', publishedOn: '2020-03-26' },
        { path: 'b.csv', ignore: true },
      ],
    });
    const { records } = await readStream(apart, 'absence', 'SchoolMeasure');
    expect(records).toMatchObject([
      { publication: 'absence-revised', publishedOn: '2020-03-26', value: 0.043 },
    ]);
  });

  it('are refused when they are unknown', () => {
    // @ts-expect-error a setting that does not exist
    expect(() => dfe({ folder, year: 2018 })).toThrowError(/year/);
    expect(() => dfe({ folder, authorities: ['35'] })).toThrowError(/three-digit/);
  });

  it('see a file again when it has changed', async () => {
    await put('absence.csv', absence);
    const source = dfe({ folder, academicYear: '2018/19' });
    expect((await readStream(source, 'schools', 'Organisation')).records).toHaveLength(1);
    await put('absence.csv', `${absence}990,4002,900002,5.1\n`);
    await utimes(join(folder, 'absence.csv'), new Date(), new Date(Date.now() + 5000));
    expect((await readStream(source, 'schools', 'Organisation')).records).toHaveLength(2);
  });
});
