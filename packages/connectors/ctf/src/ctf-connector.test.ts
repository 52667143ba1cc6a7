import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CollectingTarget } from './__fixtures__/collecting-target.ts';
import { canary, type MadePupil, makeCtf } from './__fixtures__/make-ctf.ts';
import { fill, syncFolder } from './__fixtures__/sync-files.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ctf-'));
});
afterAll(() => rm(folder, { recursive: true }));

const ada: MadePupil = {
  upn: 'A380200119001',
  dob: '2014-02-11',
  sex: 'F',
  year: '6',
  status: 'C',
  ethnicity: 'WBRI',
  language: 'PNJ',
  meals: [['2021-01-04', '2022-07-20'], ['2024-09-01']],
  needs: [
    ['2021-09-01', 'K'],
    ['2023-03-01', 'E'],
  ],
  inCare: 'true',
  attendance: true,
  results: ['KS2 2025 ENG TT REA R SS 104', 'KS2 2025 ENG TA WRI R - GDS', 'KS2 2025 MAT TT MTC R MT 25'],
  schools: ['380 2001 2018-09-03 2025-07-22 Hill Primary', '380 2002 2017-09-04 2018-07-20 Dale Nursery'],
};
const student = 'ctf:<ctf-student A380200119001>';

async function read(files: Record<string, string>, settings = {}) {
  await fill(folder, files);
  return syncFolder(folder, new CollectingTarget(), settings);
}

describe('a full file', () => {
  it('gives schools, the pupil without name and day of birth, and the history', async () => {
    const { target, streams } = await read({ '3802001_CTF_3804001_001.xml': makeCtf({ pupils: [ada] }) });
    for (const { status, quarantined, drift, unmapped } of Object.values(streams))
      expect([status, quarantined, drift, unmapped]).toEqual(['complete', 0, {}, []]);
    expect(target.rows('Organisation')).toMatchObject([
      { id: 'urn:100001', name: 'Hill Primary', identifiers: ['urn:100001', 'laestab:3802001'] },
      { id: 'ctf:3804001', name: 'School 3804001', identifiers: ['laestab:3804001'] },
      { id: 'ctf:3802002', name: 'Dale Nursery' },
    ]);
    expect(target.rows('Student')).toEqual([
      { id: student, linkKey: '<upn A380200119001>', sex: 'F', birthYear: 2014, birthMonth: 2 },
    ]);
    expect(target.rows('Enrolment')).toMatchObject([
      {
        id: `${student}:urn:100001:2018-09-03`,
        organisationId: 'urn:100001',
        status: 'current',
        enteredOn: '2018-09-03',
        leftOn: '2025-07-22',
        destinationId: 'ctf:3804001',
        yearGroup: 0,
        yearGroupIn: 2018,
      },
      { organisationId: 'ctf:3802002', leftOn: '2018-07-20', destinationId: null, yearGroup: null },
    ]);
  });

  it('gives characteristics with the dates that the histories have', async () => {
    const { target } = await read({ 'a.xml': makeCtf({ pupils: [ada] }) });
    const found = target
      .rows('StudentCharacteristic')
      .map(({ kind, value, validFrom, validTo }) => [kind, value, validFrom, validTo]);
    expect(found).toEqual([
      ['free-school-meals', 'yes', '2021-01-04', '2022-07-20'],
      ['free-school-meals', 'yes', '2024-09-01', null],
      ['sen', 'support', '2021-09-01', '2023-02-28'],
      ['sen', 'plan', '2023-03-01', null],
      ['looked-after', 'yes', null, null],
      ['ethnicity', 'WBRI', null, null],
      ['language', 'PNJ', null, null],
      ['first-language-other', 'yes', null, null],
    ]);
  });

  it('gives the assessments that have a scheme, at the school of that day', async () => {
    const { target, streams } = await read({ 'a.xml': makeCtf({ pupils: [ada] }) });
    expect(target.rows('Assessment')).toMatchObject([
      {
        id: `${student}:KS2:ENG:TT:REA:2025:R`,
        organisationId: 'urn:100001',
        kind: 'result',
        gradeScheme: 'ks2-scaled-score',
        qualificationId: 'ks2-reading',
        grade: '104',
        points: 104,
        takenOn: '2025-05-31',
      },
      { gradeScheme: 'ks2-teacher-assessment', grade: 'GDS', points: 9, qualificationId: 'ks2-writing' },
    ]);
    expect(streams.assessments?.skippedBy).toEqual({
      'multiplication tables check: there is no grade scheme for it': 1,
    });
  });

  it('says that totals of attendance are passed over', async () => {
    const { target, streams } = await read({ 'a.xml': makeCtf({ pupils: [ada] }) });
    expect(streams.students?.skippedBy).toEqual({
      'attendance of a year as totals: they are no marks': 1,
    });
    expect(target.rows('AttendanceMark')).toEqual([]);
  });
});

it('keeps nothing that leads to a person or a family, wherever it stands', async () => {
  const misplaced: MadePupil = {
    ...ada,
    upn: 'B380200119003',
    ...{ sex: canary, year: canary, status: canary, ethnicity: canary, language: canary, inCare: canary },
    meals: [[canary]],
    needs: [[canary, canary]],
    results: [`KS2 2025 ENG TT REA R SS ${canary}`, `${canary} 2025 ${canary} TT REA R SS 100`],
    schools: [`380 2001 ${canary} ${canary} Hill Primary`],
  };
  const pupils = [ada, { ...ada, upn: canary }, { ...ada, upn: 'B380200119002', dob: canary }, misplaced];
  const { target, report } = await read({ 'a.xml': makeCtf({ pupils }) });
  const everything = JSON.stringify([target.contents(), [...target.checkpoints.values()], report]);
  expect(everything).not.toContain(canary);
  expect(everything).not.toContain('2014-02-11');
  expect(report.streams.map(({ quarantined }) => quarantined)).toEqual([0, 1, 2, 3, 2]);
});

describe('numbers and codes', () => {
  it('a temporary number identifies, and links nobody', async () => {
    const { target } = await read({ 'a.xml': makeCtf({ pupils: [{ upn: 'a38020011900b' }] }) });
    expect(target.rows('Student')).toMatchObject([{ id: 'ctf:<ctf-student A38020011900B>', linkKey: null }]);
  });

  it.each(['-', 'I380200119001', 'A38020011900', 'A3802001190012'])(
    'the number %s is set aside with its line',
    async (upn) => {
      const pupils = [{ upn }, ada];
      const { streams, target } = await read({ 'a.xml': makeCtf({ pupils }) });
      expect(target.rows('Student')).toHaveLength(1);
      expect(streams.students?.quarantine).toMatchObject([
        { code: 'record.invalid', place: { file: 'a.xml', line: 11, row: 1, field: 'UPN' } },
      ]);
    },
  );

  it('Sex and Gender are both read, and what is neither F nor M is counted', async () => {
    const pupils = [
      { upn: 'A380200119001', sex: 'M' },
      { upn: 'A380200119002', gender: 'f' },
      { upn: 'A380200119003', sex: 'Q' },
      { upn: 'A380200119004', sex: '-' },
    ];
    const { streams, target } = await read({ 'a.xml': makeCtf({ pupils }) });
    expect(target.rows('Student').map(({ sex }) => sex)).toEqual(['M', 'F', null, null]);
    expect(streams.students?.unmapped).toEqual([{ field: 'Sex', code: 'Q', count: 1 }]);
  });

  it('that no code set knows are counted, never guessed', async () => {
    const pupil: MadePupil = {
      ...ada,
      ethnicity: 'BSOM',
      language: 'QQQ',
      status: '9',
      needs: [['2023-03-01', 'W']],
      results: [
        'KS2 2014 MAT TT MAT R NL 4',
        'KS2 2025 MAT TT MAT R NM 96',
        'KS2 2025 MAT TT MAT R SS A',
        'KS2 2025 ENG TT REA Z SS 100',
        'WLS/KS2 2025 ENG TT REA R SS 100',
        'KS2 next ENG TT REA R SS 100',
        'KS2 2025 ENG TT GPS R SS -',
        'KS2 2025 ENG TA REA E - EXS',
      ],
    };
    const { streams, target } = await read({ 'a.xml': makeCtf({ pupils: [pupil] }) });
    expect(target.rows('Assessment')).toMatchObject([
      { grade: 'A', points: null, kind: 'result' },
      { grade: 'EXS', kind: 'prediction' },
    ]);
    expect(streams.assessments?.unmapped).toEqual(
      expect.arrayContaining([
        { field: 'StageAssessments', code: 'KS2 MAT TT MAT NL', count: 1 },
        { field: 'StageAssessments', code: 'KS2 MAT TT MAT NM', count: 1 },
        { field: 'StageAssessments.ResultStatus', code: 'Z', count: 1 },
        { field: 'StageAssessments.Result of ks2-scaled-score', code: 'A', count: 1 },
      ]),
    );
    expect(streams.assessments).toMatchObject({ quarantined: 2, skipped: 4 });
    expect(streams.characteristics?.unmapped.map(({ field, code }) => [field, code]).sort()).toEqual([
      ['BasicDetails.Ethnicity', 'BSOM'],
      ['BasicDetails.Languages', 'QQQ'],
      ['SENhistory.SENprovision', 'W'],
    ]);
    const kept = target.rows('StudentCharacteristic').map(({ kind, value }) => `${kind} ${value}`);
    expect(kept).toContain('ethnicity BSOM');
    expect(kept.join()).not.toContain('sen ');
    expect(kept.join()).not.toContain('first-language-other');
    expect(streams.enrolments?.unmapped).toEqual([
      { field: 'BasicDetails.EnrolStatus', code: '9', count: 1 },
    ]);
  });

  it('of assessments can be added by the settings', async () => {
    const results = ['KS2 2025 MAT TT MAT R NM 96'];
    const assessments = [
      {
        ...{ stage: 'KS2', subject: 'MAT', method: 'TT', component: 'MAT', qualifier: 'NM' },
        gradeScheme: 'ks2-scaled-score',
      },
    ];
    const files = { 'a.xml': makeCtf({ pupils: [{ ...ada, results }] }) };
    expect((await read(files)).target.rows('Assessment')).toEqual([]);
    expect((await read(files, { assessments })).target.rows('Assessment')).toMatchObject([{ points: 96 }]);
  });

  it('interim teacher assessments keep their own scheme', async () => {
    const results = ['KS2 2017 ENG TA WRI R - PKG', 'KS2 2019 ENG TA WRI R - PK4'];
    const { target } = await read({ 'a.xml': makeCtf({ pupils: [{ ...ada, results }] }) });
    expect(target.rows('Assessment').map(({ gradeScheme, points }) => [gradeScheme, points])).toEqual([
      ['ks2-teacher-assessment-interim', 3],
      ['ks2-teacher-assessment', 4],
    ]);
  });
});

describe('schools', () => {
  it('that are placeholders are accepted, and no school', async () => {
    const { target, streams } = await read({
      'XXXXXXX_CTF_3804001_001.xml': makeCtf({
        qualifier: 'partial',
        at: '2025-10-01T09:00:00',
        source: 'XXX XXXX - -',
        destination: '380 4001 104001 -',
        pupils: [{ upn: 'A380200119001', results: ['KS2 2025 MAT TT MAT R SS 107'] }],
      }),
    });
    expect(target.rows('Organisation')).toMatchObject([{ id: 'urn:104001' }]);
    expect(target.rows('Enrolment')).toEqual([]);
    expect(streams.enrolments?.skippedBy).toEqual({ 'a pupil without a school history': 1 });
    // Taken in an earlier year than the file's: it is what the pupil came with.
    expect(target.rows('Assessment')).toMatchObject([{ organisationId: 'urn:104001', kind: 'baseline' }]);
  });

  it('get their URN from any file, or from the settings', async () => {
    const schools = ['380 2002 2018-09-03 2025-07-22 Dale', '380 2003 2017-09-04 2018-07-20 Glen'];
    const { target } = await read(
      {
        'a.xml': makeCtf({ pupils: [{ ...ada, schools }] }),
        'b.xml': makeCtf({ source: '380 2002 100002 Dale Primary', pupils: [] }),
      },
      { urns: { 3802003: '100003' } },
    );
    expect(target.rows('Enrolment').map(({ organisationId }) => organisationId)).toEqual([
      'urn:100002',
      'urn:100003',
    ]);
    expect(target.rows('Organisation').map(({ id }) => id)).not.toContain('ctf:3802002');
  });

  it('without usable dates are set aside or passed over', async () => {
    const schools = [
      '380 2001 - - Hill',
      '380 2002 2020-09-01 2019-07-20 Dale',
      'XXX XXXX 2020-09-01 - Abroad',
    ];
    const { streams } = await read({ 'a.xml': makeCtf({ pupils: [{ ...ada, schools }] }) });
    expect(streams.enrolments).toMatchObject({ quarantined: 2, skipped: 1, loaded: 0 });
    const elsewhere = await read({
      'a.xml': makeCtf({ pupils: [{ ...ada, schools: ['380 2002 2020-09-01 - Dale'] }] }),
    });
    expect(elsewhere.streams.enrolments).toMatchObject({ loaded: 1, skipped: 1 });
  });
});
