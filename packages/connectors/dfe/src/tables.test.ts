import { describe, expect, it } from 'vitest';
import { recogniseTable } from './tables.ts';

describe('recogniseTable', () => {
  it.each([
    [
      'establishments',
      ['URN', 'LA (code)', 'EstablishmentName', 'TypeOfEstablishment (name)', 'EstablishmentStatus (name)'],
    ],
    ['groups', ['Group UID', 'Group ID', 'Group Name', 'Group Type (code)', 'Group Type']],
    ['group-links', ['', 'URN', 'Group UID', 'Group Type', 'Joined date', 'TypeOfEstablishment (name)']],
    ['school-links', ['URN', 'LinkURN', 'LinkName', 'LinkType', 'LinkEstablishedDate']],
    ['ks4', ['RECTYPE', 'URN', 'ATT8SCR']],
    ['ks4', ['rectype', 'urn', 'ptac5em_ptq']],
    ['ks2', ['RECTYPE', 'URN', 'TELIG', 'PTRWM_EXP', 'TSENELK']],
    ['absence', ['LA', 'ESTAB', 'URN', 'PERCTOT']],
    ['census', ['URN', 'NOR', 'TSENELK']],
  ] as const)('knows %s by its header', (table, headings) => {
    expect(recogniseTable(headings)?.table).toBe(table);
  });

  it('does not take a field list or another table for one of them', () => {
    expect(recogniseTable(['Column', 'Metafile heading', 'Metafile description'])).toBeUndefined();
    expect(recogniseTable(['time_period', 'la_name', 'enrolments', 'overall_absence_perc'])).toBeUndefined();
  });
});
