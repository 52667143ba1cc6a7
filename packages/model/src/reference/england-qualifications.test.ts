import { describe, expect, it } from 'vitest';
import { entities } from '../entity/entities.ts';
import { gradeScheme } from '../grades/index.ts';
import { englandQualifications } from './england-qualifications.ts';

describe('the reference table of qualifications', () => {
  it('holds valid records with distinct ids and known grade schemes', () => {
    for (const record of englandQualifications) {
      expect(entities.Qualification.schema.safeParse(record).success).toBe(true);
      expect(gradeScheme(record.gradeScheme)).toBeDefined();
    }
    expect(new Set(englandQualifications.map(({ id }) => id)).size).toBe(englandQualifications.length);
  });

  it('gives a double award its size, by the scheme as well as by the table', () => {
    const doubles = englandQualifications.filter(({ size }) => size !== 1);
    expect(doubles.map(({ id }) => id)).toEqual(['gcse-combined-science']);
    expect(gradeScheme('gcse-combined-science')?.size).toBe(2);
  });

  it('discounts physical education against the sport award, and nothing else', () => {
    const codes = englandQualifications.map(({ discountCode }) => discountCode);
    const shared = codes.filter((code, index) => codes.indexOf(code) !== index);
    expect(shared).toEqual(['SC-PE']);
  });

  it('fills each slot of Attainment 8', () => {
    const slots = new Set(englandQualifications.map(({ slot }) => slot));
    expect(slots).toEqual(
      new Set(['english-language', 'english-literature', 'mathematics', 'ebacc', 'open']),
    );
  });
});
