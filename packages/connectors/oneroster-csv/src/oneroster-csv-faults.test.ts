import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bulk, delta, headings, school11 } from './__fixtures__/bundles.ts';
import { type BundleFiles, bundleFolder, zipOf } from './__fixtures__/make-bundle.ts';
import { MemoryTarget, stream, syncBundle } from './__fixtures__/sync-bundle.ts';

const made = bundleFolder();
afterAll(() => made.remove());
const files = bulk(school11);
const errorOf = async (bundle: BundleFiles, name = 'students') =>
  stream(await syncBundle({ path: made.zip(bundle) }, new MemoryTarget()), name).error;

describe('a manifest', () => {
  const broken: readonly [string, string, RegExp][] = [
    [
      'of another form',
      String(files['manifest.csv']).replace('manifest.version,1.0', 'manifest.version,2.0'),
      /manifest\.version is “2\.0”/,
    ],
    [
      'of a version that is not known',
      String(files['manifest.csv']).replace('oneroster.version,1.1', 'oneroster.version,2.0'),
      /oneroster\.version is “2\.0”/,
    ],
    [
      'without a version',
      String(files['manifest.csv']).replace('oneroster.version,1.1', ''),
      /oneroster\.version is missing/,
    ],
    [
      'with another way of processing',
      String(files['manifest.csv']).replace('file.users,bulk', 'file.users,full'),
      /file\.users is “full”/,
    ],
    ['that contradicts itself', `${files['manifest.csv']}\r\nfile.users,delta`, /twice/],
  ];
  it.each(broken)('%s is refused', async (_, text, message) => {
    expect(await errorOf({ ...files, 'manifest.csv': text })).toMatchObject({
      code: 'bundle.manifest',
      message: expect.stringMatching(message),
      place: { file: 'manifest.csv' },
    });
  });

  it('that is not there is told', async () => {
    const { 'manifest.csv': _, ...rest } = files;
    expect(await errorOf(rest)).toMatchObject({
      code: 'file.not-found',
      message: expect.stringContaining('manifest.csv'),
    });
  });

  it('that promises a file fails the streams that need it, and no other', async () => {
    const { 'enrollments.csv': _, ...rest } = files;
    const report = await syncBundle({ path: made.zip(rest) }, new MemoryTarget());
    expect(stream(report, 'class-enrolments').error).toMatchObject({
      code: 'bundle.manifest',
      place: { file: 'enrollments.csv' },
    });
    expect(stream(report, 'students').status).toBe('complete');
  });

  it('that says absent is believed: a file that is there all the same is not read, and what it held stays', async () => {
    const target = new MemoryTarget();
    await syncBundle({ path: made.zip(files) }, target);
    const absent = String(files['manifest.csv']).replace('file.enrollments,bulk', 'file.enrollments,absent');
    const warned: unknown[] = [];
    const logger = {
      debug() {},
      info() {},
      warn: (message: string, facts?: unknown) => void warned.push([message, facts]),
    };
    const report = await syncBundle(
      { path: made.zip({ ...files, 'manifest.csv': absent, 'enrollments.csv': [headings.enrollments] }) },
      target,
      { logger },
    );
    expect(stream(report, 'class-enrolments')).toMatchObject({
      status: 'complete',
      rows: 0,
      deletedUnseen: 0,
    });
    expect(target.count('ClassEnrolment')).toBe(2);
    expect(warned).toContainEqual([
      'not read: the manifest says that it is absent',
      { file: 'enrollments.csv' },
    ]);
  });
});

describe('a file', () => {
  it('without a column that is needed is named', async () => {
    const users = (files['users.csv'] as string[]).map((row, index) =>
      index === 0 ? row.replace(',role,', ',rank,') : row,
    );
    const error = await errorOf({ ...files, 'users.csv': users });
    expect(error).toMatchObject({ code: 'csv.missing-column', place: { file: 'users.csv', field: 'role' } });
  });

  it('that is empty fails its own streams', async () => {
    expect(await errorOf({ ...files, 'classes.csv': '' }, 'classes')).toMatchObject({ code: 'file.empty' });
  });

  it('of rows that cannot be used sets them aside with file and line, loads the rest, and deletes nothing', async () => {
    const target = new MemoryTarget();
    await syncBundle({ path: made.zip(files) }, target);
    const [heading = '', ...rows] = files['enrollments.csv'] as string[];
    const bad = [
      heading,
      rows[0] ?? '',
      ',,,c1,s1,u1,student,,,',
      'e7,,,,s1,u1,student,,,',
      'e8,,,c1,s1,u1',
      '"e9,,,c1,s1,u1,student,,,',
      'e10,,,c1,s1,u1,student,false,2025-09-01,2024-09-01',
      'e11,,,c1,s1,u1,headmaster,,,',
    ];
    const report = stream(
      await syncBundle({ path: made.zip({ ...files, 'enrollments.csv': bad }) }, target),
      'class-enrolments',
    );
    expect(report).toMatchObject({
      status: 'complete',
      quarantined: 5,
      deletedUnseen: 0,
      unmapped: [{ field: 'role', code: 'headmaster', count: 1 }],
    });
    expect(report.quarantine.map(({ place, code }) => [place.file, place.line, place.field, code])).toEqual([
      ['enrollments.csv', 3, 'sourcedId', 'record.invalid'],
      ['enrollments.csv', 4, 'class', 'record.invalid'],
      ['enrollments.csv', 5, undefined, 'csv.malformed'],
      ['enrollments.csv', 6, undefined, 'csv.malformed'],
      ['enrollments.csv', 7, 'endDate', 'record.invalid'],
    ]);
    expect(target.count('ClassEnrolment')).toBe(2);
  });

  it('that states a record twice counts the second, which is the one that stays', async () => {
    const target = new MemoryTarget();
    const classes = [
      ...(files['classes.csv'] as string[]),
      'c1,,,Mathematics 10b,10,co1,10b,scheduled,,s1,t1,,,',
    ];
    const report = await syncBundle({ path: made.zip({ ...files, 'classes.csv': classes }) }, target);
    expect(stream(report, 'classes')).toMatchObject({ loaded: 1, duplicate: 1 });
    expect(target.everything()).toContain('Mathematics 10b');
  });

  it('of changes sets rows aside that do not say whether their record is there', async () => {
    const changed = delta({ classes: school11.classes ?? [], orgs: school11.orgs ?? [] });
    const classes = (changed['classes.csv'] as string[]).map((row) => row.replace(',active,', ',,'));
    const report = await syncBundle(
      { path: made.zip({ ...changed, 'classes.csv': classes }) },
      new MemoryTarget(),
    );
    expect(stream(report, 'classes')).toMatchObject({
      quarantined: 1,
      quarantine: [{ place: { file: 'classes.csv', line: 2, field: 'status' } }],
    });
  });
});

describe('an archive', () => {
  it('that is cut short is refused by every stream, and nothing is lost', async () => {
    const target = new MemoryTarget();
    await syncBundle({ path: made.zip(files) }, target);
    const before = target.contents();
    const whole = zipOf(files);
    for (const share of [0.2, 0.6, 0.98]) {
      const path = join(made.root, `cut-${share}.zip`);
      writeFileSync(path, whole.subarray(0, Math.floor(whole.length * share)));
      const report = await syncBundle({ path }, target);
      expect(report.streams.map(({ error }) => error?.code)).toEqual(
        report.streams.map(() => 'zip.malformed'),
      );
    }
    expect(target.contents()).toEqual(before);
  });

  it('with a damaged file fails the streams of that file', async () => {
    const whole = zipOf({ ...files, 'classes.csv': files['classes.csv'] as string[] });
    const at = whole.indexOf('classes.csv') + 'classes.csv'.length + 10;
    whole.writeUInt8(whole.readUInt8(at) ^ 0xff, at);
    const path = join(made.root, 'damaged.zip');
    writeFileSync(path, whole);
    const report = await syncBundle({ path }, new MemoryTarget());
    expect(stream(report, 'classes')).toMatchObject({ status: 'failed', error: { code: 'zip.malformed' } });
    expect(stream(report, 'students').status).toBe('complete');
  });

  it('that is not there is told', async () => {
    const report = await syncBundle({ path: join(made.root, 'none.zip') }, new MemoryTarget());
    expect(report.streams.every(({ error }) => error?.code === 'file.not-found')).toBe(true);
  });
});

it('goes on where it was stopped, and gives what an uninterrupted read gives', async () => {
  const many = {
    ...school11,
    enrollments: Array.from(
      { length: 5000 },
      (_, n) => [`e${n}`, `c1,s1,u${1 + (n % 2)},student,false,,`] as const,
    ),
  };
  const path = made.zip(bulk(many));
  const whole = new MemoryTarget();
  await syncBundle({ path }, whole, { streams: ['class-enrolments'] });
  const target = new MemoryTarget();
  const stop = new AbortController();
  const options = { streams: ['class-enrolments'], batchSize: 1000, signal: stop.signal };
  const first = await syncBundle({ path }, target, {
    ...options,
    onProgress: ({ loaded }) => loaded >= 2000 && stop.abort(),
  });
  expect(first.status).toBe('aborted');
  const resumed = stream(
    await syncBundle({ path }, target, { streams: ['class-enrolments'] }),
    'class-enrolments',
  );
  expect(resumed).toMatchObject({ status: 'complete', rows: 5000, deletes: 'applied' });
  expect(resumed.resumedAfter).not.toBeNull();
  expect(target.contents()).toEqual(whole.contents());
});
