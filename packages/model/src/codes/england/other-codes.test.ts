import { describe, expect, test } from 'vitest';
import { englandEnrolmentStatusCodes } from './enrolment-status-codes.ts';
import { englandEthnicityCodes } from './ethnicity-codes.ts';
import { englandExclusionReasonCodes } from './exclusion-reason-codes.ts';
import { englandExclusionTypeCodes } from './exclusion-type-codes.ts';
import { englandLanguageCodes } from './language-codes.ts';
import { englandSenProvisionCodes } from './sen-provision-codes.ts';
import { englandSenTypeCodes } from './sen-type-codes.ts';

describe('exclusions', () => {
  const reasonsOn = (day: string) =>
    englandExclusionReasonCodes.entries
      .filter((entry) => englandExclusionReasonCodes.lookup(entry.code, day) === entry)
      .map(({ code }) => code)
      .sort()
      .join(' ');

  test('reasons by date', () => {
    expect(reasonsOn('2019-11-04')).toBe('BU DA DB DM OT PA PP RA SM TH VA VP');
    expect(reasonsOn('2022-11-04')).toBe('BU DA DB DM DS LG MT OW PA PH PP RA SM TH VA VP');
    expect(reasonsOn('2026-11-04').split(' ')).toHaveLength(29);
  });

  test.each([
    ['FIXD', '2019-11-04', 'suspension'],
    ['SUSP', '2025-11-04', 'suspension'],
    ['PERM', '2025-11-04', 'permanent'],
    ['LNCH', '2025-11-04', 'lunchtime'],
    ['FIXD', '2025-11-04', undefined],
  ])('%s on %s is %s', (code, day, kind) => {
    expect(englandExclusionTypeCodes.lookup(code, day)?.meaning).toBe(kind);
  });
});

test.each([
  ['C', 'current'],
  ['M', 'main'],
  ['S', 'subsidiary'],
  ['F', 'further-education'],
  ['O', 'other-provider'],
  ['G', 'guest'],
  ['P', 'previous'],
])('enrolment status %s is %s', (code, status) => {
  expect(englandEnrolmentStatusCodes.lookup(code, '2025-01-16')?.meaning).toBe(status);
});

describe('special educational needs', () => {
  test.each([
    ['N', '2012-01-19', 'none'],
    ['A', '2012-01-19', 'support'],
    ['P', '2012-01-19', 'support'],
    ['S', '2012-01-19', 'plan'],
    ['K', '2012-01-19', undefined],
    ['S', '2017-01-19', 'plan'],
    ['K', '2025-01-16', 'support'],
    ['E', '2025-01-16', 'plan'],
    ['S', '2025-01-16', undefined],
  ])('provision %s on %s is %s', (code, day, provision) => {
    expect(englandSenProvisionCodes.lookup(code, day)?.meaning).toBe(provision);
  });

  test('fourteen types in 2025; the type of 2014 did not become another', () => {
    const types = englandSenTypeCodes.entries.filter(
      (entry) => englandSenTypeCodes.lookup(entry.code, '2025-01-16') === entry,
    );
    expect(types).toHaveLength(14);
    expect(englandSenTypeCodes.lookup('BESD', '2014-01-16')?.label).toContain('Behavioural');
    expect(englandSenTypeCodes.lookup('SEMH', '2014-01-16')).toBeUndefined();
  });
});

test.each([
  ['WBRI', 'white'],
  ['WROM', 'white'],
  ['MWAS', 'mixed'],
  ['APKN', 'asian'],
  ['BAFR', 'black'],
  ['CHNE', 'chinese'],
  ['OOTH', 'other'],
  ['REFU', 'unknown'],
  ['BSOM', undefined],
])('ethnicity %s is %s', (code, group) => {
  expect(englandEthnicityCodes.lookup(code, '2025-01-16')?.meaning).toBe(group);
});

test.each([
  ['ENG', true],
  ['ENB', true],
  ['OTB', false],
  ['OTH', false],
  ['PNJ', false],
  ['REF', undefined],
  ['ZZZ', undefined],
])('first language %s: English first %s', (code, englishFirst) => {
  const entry = englandLanguageCodes.lookup(code, '2025-01-16');
  expect(entry).toBeDefined();
  expect(entry?.meaning.englishFirst).toBe(englishFirst);
});

test('ISO language codes are not the department’s', () => {
  expect(englandLanguageCodes.lookup('PAN', '2025-01-16')).toBeUndefined();
});
