import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { readStream, type StreamOutcome } from './__fixtures__/read-stream.ts';
import { dfe } from './dfe-connector.ts';

const folder = fileURLToPath(new URL('__fixtures__/published', import.meta.url));
const source = dfe({ folder, academicYear: '2018/19', asOf: '2022-03-14' });

describe('organisations', () => {
  let schools: StreamOutcome<'Organisation'>;
  beforeAll(async () => {
    schools = await readStream(source, 'schools', 'Organisation');
  });
  const school = (urn: string) => schools.records.find(({ id }) => id === `urn:${urn}`);

  it('merges what all files say of a school, names in windows-1252 included', () => {
    expect(school('900001')).toMatchObject({
      kind: 'school',
      name: 'St Thérèse Catholic High School',
      identifiers: ['urn:900001', 'ukprn:10090001', 'laestab:9904001'],
      type: 'Academy converter',
      phase: 'secondary',
      status: 'open',
      openedOn: '2012-09-01',
      lowestAge: 11,
      highestAge: 18,
      capacity: 1200,
      town: 'Northmoor',
      latitude: 53.5,
      longitude: -2.25,
      jurisdiction: 'GB-ENG',
    });
  });

  it('makes a school of what group links, performance tables and the census say when the register is silent', () => {
    expect(school('900006')).toMatchObject({
      name: 'Moorside Academy',
      phase: 'secondary',
      type: 'Academy sponsor led',
    });
    expect(school('900009')).toMatchObject({
      name: 'Gate Lane School',
      phase: 'all-through',
      lowestAge: 3,
      highestAge: 18,
    });
    expect(school('900008')).toMatchObject({
      name: 'Closed High',
      status: 'closed',
      type: 'Community school',
    });
    // The short copy of the final table has a coarse type only; the provisional table knows better.
    expect(school('900007')).toMatchObject({ type: 'Other independent school', phase: 'other' });
    expect(school('900010')).toMatchObject({ type: 'State-funded primary' });
    expect(school('900010')).toMatchObject({ name: 'School 900010', phase: 'primary' });
  });

  it('knows phase and status by type and words', () => {
    expect(school('900003')).toMatchObject({ phase: 'special', status: 'open' });
    expect(school('900004')).toMatchObject({ status: 'closed', closedOn: '2019-08-31' });
    expect(school('900005')).toMatchObject({ status: 'proposed', openedOn: '2023-09-01' });
  });

  it('closes a school that a link later than the register says was succeeded', () => {
    expect(school('900002')).toMatchObject({ status: 'closed', closedOn: '2022-08-31', openedOn: null });
  });

  it('explains every row: once each as a record, skipped or set aside', () => {
    expect(schools.rows).toEqual({
      'edubasealldata20220301.csv': 7,
      'group_links.csv': 6,
      '2018-2019_ks4provisional.csv': 8,
      '2018-2019_ks4final.csv': 2,
      '2018-2019_ks2final.csv': 4,
      'census_2019.csv': 4,
      'absence_2019.csv': 4,
      'field_list.csv': 1,
    });
    const rows = Object.values(schools.rows).reduce((sum, count) => sum + count, 0);
    expect(schools.records.length + schools.skipped.length + schools.rejected.length).toBe(rows);
    expect(schools.total).toBe(rows);
    expect(schools.records).toHaveLength(10);
    expect(schools.rejected).toEqual([
      {
        at: 'edubasealldata20220301.csv:7',
        line: 8,
        code: 'record.invalid',
        reason: 'the school stands already in row 1 of this file',
        field: 'URN',
      },
      {
        at: '2018-2019_ks4provisional.csv:8',
        line: 9,
        code: 'record.invalid',
        reason: 'the school stands already in row 1 of this file',
        field: 'URN',
      },
    ]);
  });

  it('names authorities by any file that does', async () => {
    const { records } = await readStream(source, 'authorities', 'Organisation');
    expect(records.map(({ id, name }) => [id, name])).toEqual([
      ['la:990', 'Northmoor'],
      ['la:991', 'Southvale'],
      ['la:992', 'Local authority 992'],
    ]);
  });

  it('reads groups in both forms of type code and date, and those that only links name', async () => {
    const { records, skipped, rejected } = await readStream(source, 'groups', 'Organisation');
    expect(records.map(({ id, kind, status }) => [id, kind, status])).toEqual([
      ['gias-group:501', 'trust', 'open'],
      ['gias-group:502', 'trust', 'closed'],
      ['gias-group:503', 'federation', 'open'],
      ['gias-group:504', 'sponsor', 'open'],
      ['gias-group:506', 'other', 'open'],
      ['gias-group:507', 'trust', 'open'],
      ['gias-group:508', 'trust', 'open'],
    ]);
    expect(records[0]).toMatchObject({
      identifiers: ['gias-group:501', 'gias-group-id:TR90501', 'ukprn:10099501', 'companies-house:07000501'],
      openedOn: '2010-07-19',
    });
    expect(records[1]).toMatchObject({ openedOn: '2014-03-01', closedOn: '2020-08-31' });
    expect(records[2]).toMatchObject({ openedOn: null, town: null });
    expect(skipped.map(({ at }) => at)).toEqual(['groups.csv:5']);
    expect(rejected).toMatchObject([{ at: 'groups.csv:7', line: 8, field: 'Open date' }]);
  });
});

describe('links', () => {
  it('puts a school in its trust and under its sponsor, once each, with the day of the extract', async () => {
    const { records, skipped } = await readStream(source, 'group-links', 'OrganisationLink');
    expect(records.filter(({ organisationId }) => organisationId === 'urn:900001')).toEqual([
      {
        id: 'urn:900001|trust|gias-group:501',
        organisationId: 'urn:900001',
        relatedId: 'gias-group:501',
        kind: 'trust',
        note: 'in the register as at 2022-03-14',
        validFrom: '2012-09-01',
        validTo: null,
      },
      {
        id: 'urn:900001|sponsor|gias-group:504',
        organisationId: 'urn:900001',
        relatedId: 'gias-group:504',
        kind: 'sponsor',
        note: 'in the register as at 2022-03-14',
        validFrom: '2012-09-01',
        validTo: null,
      },
    ]);
    expect(records.find(({ kind }) => kind === 'federation')).toMatchObject({
      validFrom: null,
      validTo: null,
    });
    expect(records.find(({ relatedId }) => relatedId === 'gias-group:502')).toMatchObject({
      validFrom: '2014-04-01',
      validTo: '2020-08-31',
    });
    expect(skipped).toMatchObject([{ at: 'group_links.csv:5' }]);
  });

  it('gives a school one authority at any time', async () => {
    const { records } = await readStream(source, 'authority-links', 'OrganisationLink');
    expect(
      records
        .filter(({ organisationId }) => organisationId === 'urn:900004')
        .map(({ relatedId, validFrom, validTo }) => [relatedId, validFrom, validTo]),
    ).toEqual([
      ['la:991', '2019-09-01', null],
      ['la:992', null, '2019-08-31'],
    ]);
  });

  it('keeps a succession once, from the later school, and sets a bad number aside', async () => {
    const { records, skipped, rejected, rows } = await readStream(source, 'school-links', 'OrganisationLink');
    expect(
      records.map(({ organisationId, relatedId, kind, note, validFrom }) => [
        organisationId,
        kind,
        relatedId,
        note,
        validFrom,
      ]),
    ).toEqual([
      ['urn:900001', 'predecessor', 'urn:900011', 'Predecessor', '2012-09-01'],
      ['urn:900012', 'predecessor', 'urn:900002', 'Successor', '2022-08-31'],
      ['urn:900014', 'predecessor', 'urn:900004', 'Successor - merged', null],
      ['urn:900002', 'other', 'urn:900003', 'Sixth Form Centre Link', null],
    ]);
    expect(skipped.map(({ at }) => at)).toEqual(['links.csv:2']);
    expect(rejected).toMatchObject([{ at: 'links.csv:6', line: 7, field: 'LinkURN' }]);
    expect(rows['links.csv']).toBe(6);
  });
});

describe('measures', () => {
  it('reads values with limits and denominators', async () => {
    const { records } = await readStream(source, 'key-stage-4', 'SchoolMeasure');
    const of = (measure: string, publication: string) =>
      records.find(
        (one) =>
          one.organisationId === 'urn:900001' && one.measure === measure && one.publication === publication,
      );
    expect(of('attainment-8', 'ks4-provisional')).toMatchObject({
      academicYear: 2018,
      value: 52.3,
      denominator: 180,
    });
    expect(of('progress-8', 'ks4-provisional')).toMatchObject({
      value: 0.31,
      lower: 0.12,
      upper: 0.5,
      denominator: 170,
    });
    expect(of('english-maths-95', 'ks4-provisional')).toMatchObject({
      value: 0.51,
      denominator: 180,
      symbol: null,
    });
    expect(of('attainment-8', 'ks4-final')).toMatchObject({ value: 52.4, denominator: null });
  });

  it('keeps symbols, and tells an empty cell from one', async () => {
    const { records } = await readStream(source, 'key-stage-4', 'SchoolMeasure');
    const of = (urn: string, measure: string, publication = 'ks4-provisional') =>
      records.find(
        (one) => one.organisationId === urn && one.measure === measure && one.publication === publication,
      );
    expect(of('urn:900003', 'attainment-8')).toMatchObject({ value: null, symbol: 'SUPP', denominator: 7 });
    expect(of('urn:900008', 'progress-8')).toMatchObject({ value: null, symbol: 'LOWCOV', lower: null });
    expect(of('urn:900007', 'attainment-8')).toMatchObject({ value: null, symbol: 'NA', denominator: null });
    expect(of('urn:900007', 'progress-8', 'ks4-final')).toMatchObject({ value: null, symbol: 'NP' });
    expect(of('urn:900007', 'english-maths-95', 'ks4-final')).toMatchObject({ value: null, symbol: null });
  });

  it('sets a cell aside that it cannot read and keeps the others of the row', async () => {
    const { byRow, rejected, skipped } = await readStream(source, 'key-stage-4', 'SchoolMeasure');
    expect(rejected).toMatchObject([
      { at: '2018-2019_ks4provisional.csv:5', line: 6, field: 'PT5EM_94' },
      { at: '2018-2019_ks4provisional.csv:8', line: 9, field: 'URN' },
    ]);
    expect(byRow.get('2018-2019_ks4provisional.csv:5')).toHaveLength(10);
    expect(skipped.map(({ reason }) => reason)).toEqual([
      'a total of an authority, not a school',
      'a national total, not a school',
    ]);
  });

  it('reads subgroups of key stage 2 with their own denominators', async () => {
    const { records, skipped } = await readStream(source, 'key-stage-2', 'SchoolMeasure');
    const expected = records.filter(
      ({ organisationId, measure }) =>
        organisationId === 'urn:900004' && measure === 'reading-writing-maths-expected',
    );
    expect(
      expected.map(({ subgroup, value, symbol, denominator }) => [subgroup, value, symbol, denominator]),
    ).toEqual([
      ['all', 0.63, null, 30],
      ['boys', 0.57, null, 14],
      ['girls', 0.69, null, 16],
      ['disadvantaged', null, 'SUPP', 8],
      ['not-disadvantaged', 0.68, null, 22],
    ]);
    expect(skipped).toHaveLength(2);
  });

  it('reads absence and census, and works out a share from its two counts where none is printed', async () => {
    const absence = await readStream(source, 'absence', 'SchoolMeasure');
    expect(absence.records.map(({ measure, value, symbol }) => [measure, value, symbol]).slice(0, 4)).toEqual(
      [
        ['absence-rate', 0.043, null],
        ['persistent-absence-rate', 0.11, null],
        ['absence-rate', 0.098, null],
        ['persistent-absence-rate', null, 'SUPP'],
      ],
    );
    const census = await readStream(source, 'census', 'SchoolMeasure');
    const of = (urn: string, measure: string) =>
      census.records.find((one) => one.organisationId === urn && one.measure === measure);
    expect(of('urn:900001', 'free-school-meals-share')).toMatchObject({ value: 0.15, denominator: 1100 });
    expect(of('urn:900001', 'free-school-meals-ever-six-share')).toMatchObject({
      value: 0.294,
      denominator: null,
    });
    expect(of('urn:900007', 'free-school-meals-share')).toMatchObject({
      value: null,
      symbol: 'NA',
      denominator: 400,
    });
    expect(of('urn:900010', 'pupils-on-roll')).toMatchObject({ value: null, symbol: 'NA' });
  });
});

describe('a choice of authorities', () => {
  const chosen = dfe({ folder, academicYear: '2018/19', authorities: ['992'] });

  it('keeps schools that are or were in them, their groups and figures, and says why others are passed over', async () => {
    const schools = await readStream(chosen, 'schools', 'Organisation');
    expect(schools.records.map(({ id }) => id).sort()).toEqual(['urn:900004', 'urn:900010']);
    const groups = await readStream(chosen, 'groups', 'Organisation');
    expect(groups.records).toEqual([]);
    const absence = await readStream(chosen, 'absence', 'SchoolMeasure');
    expect(new Set(absence.records.map(({ organisationId }) => organisationId))).toEqual(
      new Set(['urn:900004']),
    );
    expect(absence.skipped.map(({ reason }) => reason)).toContain(
      'outside the authorities of the configuration',
    );
  });
});
