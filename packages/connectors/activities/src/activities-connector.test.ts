import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { activityKinds } from '@collegial/model';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readStream } from './__fixtures__/read-stream.ts';
import { activities } from './activities-connector.ts';

const fixture = (name: string) => fileURLToPath(new URL(`__fixtures__/${name}`, import.meta.url));
const source = activities({
  activities: fixture('activities.csv'),
  confirmations: fixture('confirmations.csv'),
});

describe('activities', () => {
  it('are read from their first row, kinds by id or title, days in two forms', async () => {
    const { records } = await readStream(source, 'activities', 'Activity');
    expect(records.map(({ id, kind, startsOn, endsOn }) => [id, kind, startsOn, endsOn])).toEqual([
      ['activities:a1', 'joint-training', '2024-10-05', null],
      ['activities:a2', 'course-places', '2024-09-01', '2025-07-31'],
      ['activities:a4', 'peer-review', '2024-11-20', null],
      ['activities:a6', 'meeting', '2024-12-05', null],
    ]);
    expect(records[0]).toMatchObject({
      title: 'Marking in mathematics',
      aim: 'Raise attainment in mathematics',
      groupId: 'A',
      recordedById: 'urn:900001',
      product: 'Marking scheme',
    });
    expect(records[1]?.title).toBe('Engineering course at St Thérèse');
  });

  it('explain every row that gave none', async () => {
    const { records, skipped, rejected, rows, total } = await readStream(source, 'activities', 'Activity');
    expect(rows['activities.csv']).toBe(17);
    expect(total).toBe(17);
    expect(records.length + skipped.length + rejected.length).toBe(17);
    expect(rejected.map(({ at, line, field }) => [at, line, field])).toEqual([
      ['activities.csv:6', 7, 'kind'],
      ['activities.csv:11', 12, 'title'],
      ['activities.csv:13', 14, 'ends_on'],
      ['activities.csv:15', 16, 'starts_on'],
      ['activities.csv:16', 17, 'activity_id'],
      ['activities.csv:17', 18, undefined],
    ]);
  });

  it('of an unknown kind are told with the nearest kinds and all known ones', async () => {
    const { rejected } = await readStream(source, 'activities', 'Activity');
    const { reason } = rejected[0] ?? { reason: '' };
    expect(reason).toMatch(/^no such kind of activity; nearest: joint-training, /);
    for (const { id } of activityKinds) expect(reason).toContain(id);
    expect(reason).not.toContain('join-training,');
  });

  it('may be of a kind that the configuration declares', async () => {
    const own = activities({
      activities: fixture('activities.csv'),
      kinds: [{ id: 'join-training', title: 'Our own' }],
    });
    const { records } = await readStream(own, 'activities', 'Activity');
    expect(records.map(({ kind }) => kind)).toContain('join-training');
  });
});

describe('participations', () => {
  it('hold the part of each school', async () => {
    const { records } = await readStream(source, 'participations', 'Participation');
    expect(records.map(({ id }) => id)).toEqual([
      'activities:a1|urn:900001|provider',
      'activities:a1|urn:900002|recipient',
      'activities:a1|urn:900003|recipient',
      'activities:a2|urn:900001|provider',
      'activities:a2|urn:900002|recipient',
      'activities:a4|urn:900002|participant',
    ]);
    expect(records[0]).toMatchObject({
      role: 'provider',
      middleLeaders: 1,
      teachers: 2,
      hours: 18,
      heads: null,
    });
    expect(records[2]).toMatchObject({ teachers: 4, supportStaff: 1, hours: 20.5 });
    expect(records[3]).toMatchObject({ places: 40, amount: 12_500.5 });
  });

  it('explain every row that gave none', async () => {
    const { records, rejected, rows } = await readStream(source, 'participations', 'Participation');
    expect(records.length + rejected.length).toBe(rows['activities.csv']);
    const told = new Map(rejected.map((one) => [one.at, one]));
    expect(told.get('activities.csv:7')?.reason).toMatch(
      /^the activity of this row cannot be loaded: no such kind/,
    );
    expect(told.get('activities.csv:8')).toMatchObject({
      field: 'school',
      reason: expect.stringContaining('urn:100001'),
    });
    expect(told.get('activities.csv:10')).toMatchObject({
      field: 'role',
      reason: expect.stringContaining('host, provider'),
    });
    expect(told.get('activities.csv:11')).toMatchObject({
      field: 'title',
      reason: expect.stringContaining('row 8'),
    });
    expect(told.get('activities.csv:12')).toMatchObject({
      field: 'school',
      reason: expect.stringContaining('row 9'),
    });
    expect(told.get('activities.csv:14')).toMatchObject({ field: 'heads', reason: 'not a whole number' });
  });

  it('of schools that the configuration does not name are set aside', async () => {
    const few = activities({ activities: fixture('activities.csv'), schools: ['urn:900001', 'urn:900002'] });
    const { records, rejected } = await readStream(few, 'participations', 'Participation');
    expect(records.map(({ organisationId }) => organisationId)).not.toContain('urn:900003');
    expect(rejected.find(({ at }) => at === 'activities.csv:3')).toMatchObject({ field: 'school' });
  });
});

describe('confirmations', () => {
  it('are read from a sheet with semicolons and headings in words', async () => {
    const { records, rejected, rows } = await readStream(source, 'confirmations', 'Confirmation');
    expect(records).toEqual([
      {
        id: 'activities:a1|urn:900002',
        activityId: 'activities:a1',
        organisationId: 'urn:900002',
        verdict: 'confirmed',
        decidedOn: '2024-10-20',
        note: null,
      },
      {
        id: 'activities:a1|urn:900003',
        activityId: 'activities:a1',
        organisationId: 'urn:900003',
        verdict: 'disputed',
        decidedOn: '2024-10-21',
        note: 'Four hours, not twenty',
      },
    ]);
    expect(rejected.map(({ at, field }) => [at, field])).toEqual([
      ['confirmations.csv:3', 'school'],
      ['confirmations.csv:4', 'activity_id'],
      ['confirmations.csv:5', 'activity_id'],
      ['confirmations.csv:6', 'verdict'],
      ['confirmations.csv:7', 'decided_on'],
    ]);
    expect(rows['confirmations.csv']).toBe(7);
  });

  it('are none when no file is named', async () => {
    const without = activities({ activities: fixture('activities.csv') });
    expect((await readStream(without, 'confirmations', 'Confirmation')).records).toEqual([]);
  });
});

describe('sheets that cannot be read', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'activities-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  const read = async (text: string | Buffer) => {
    const path = join(folder, 'activities.csv');
    await writeFile(path, text);
    return readStream(activities({ activities: path }), 'activities', 'Activity');
  };

  it('name the missing column', async () => {
    await expect(
      read('activity_id,kind,title,starts_on\na1,visit,A visit,2024-10-05\n'),
    ).rejects.toMatchObject({
      code: 'csv.missing-column',
      place: { file: 'activities.csv', line: 1, field: 'school' },
    });
  });

  it('say that they are empty or missing', async () => {
    await expect(read('')).rejects.toMatchObject({ code: 'file.empty' });
    const missing = activities({ activities: join(folder, 'nothing.csv') });
    await expect(readStream(missing, 'activities', 'Activity')).rejects.toMatchObject({
      code: 'file.not-found',
    });
  });

  it('may be in windows-1252, as spreadsheets write them', async () => {
    const text = 'activity_id,kind,title,starts_on,school\na1,visit,Visit to Thérèse,2024-10-05,900001\n';
    const { records } = await read(Buffer.from(text, 'latin1'));
    expect(records[0]?.title).toBe('Visit to Thérèse');
  });
});
