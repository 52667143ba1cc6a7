import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { publishedData } from './__fixtures__/published-data.ts';
import { readStream, type StreamOutcome } from './__fixtures__/read-stream.ts';
import { dfe } from './dfe-connector.ts';
import { dfeMeasures } from './dfe-measures.ts';

const found = publishedData();
const folder = found ?? '.';
const source = dfe({
  folder,
  academicYear: '2018/19',
  asOf: '2022-03-14',
  files: [
    { path: 'gias_establishments_hampshire_2022.csv', asOf: '2022-04-20' },
    { path: 'gias_links_2025.csv', asOf: '2025-12-31' },
  ],
});
const absent =
  found === undefined ? ' – skipped: no folder shared/data/england, and COLLEGIAL_DATA names none' : '';

/** Rows of a file whose rows hold no line breaks, counted without the reader under test. */
function lines(name: string): string[] {
  const all = readFileSync(join(folder, name), 'latin1').split(/\r?\n/);
  return all.slice(1).filter((line) => line !== '');
}

/** Rows that gave something: each row is a record, skipped or set aside, never two of these. */
function accounted({ byRow, skipped, rejected }: StreamOutcome<'SchoolMeasure'>, file: string): number {
  const of = ({ at }: { at: string }) => at.startsWith(`${file}:`);
  return (
    [...byRow.keys()].filter((at) => of({ at })).length +
    skipped.filter(of).length +
    rejected.filter(of).length
  );
}

describe.skipIf(found === undefined)(`figures as published${absent}`, () => {
  let ks4: StreamOutcome<'SchoolMeasure'>;
  const figure = (
    from: StreamOutcome<'SchoolMeasure'>,
    urn: number,
    measure: string,
    publication: string,
    subgroup = 'all',
  ) =>
    from.records.find(
      (one) =>
        one.organisationId === `urn:${urn}` &&
        one.measure === measure &&
        one.publication === publication &&
        one.subgroup === subgroup,
    );
  beforeAll(async () => {
    ks4 = await readStream(source, 'key-stage-4', 'SchoolMeasure');
  }, 60_000);

  it('has every row of both key stage 4 files as records or skipped with a reason', () => {
    expect(ks4.rejected).toEqual([]);
    for (const name of ['ks4provisional_2019.csv', 'ks4final_2019_trimmed.csv']) {
      expect(ks4.rows[name]).toBe(lines(name).length);
      expect(accounted(ks4, name)).toBe(lines(name).length);
    }
    const totals = lines('ks4provisional_2019.csv').filter((line) => /^[457],/.test(line));
    expect(ks4.skipped).toHaveLength(totals.length);
    expect(ks4.records).toHaveLength(5495 * 11 + 5516 * 5);
  });

  // Read off the files by hand, one row each.
  it.each([
    [100049, 'attainment-8', 'ks4-provisional', { value: 42.4, denominator: 199 }],
    [100049, 'progress-8', 'ks4-provisional', { value: -0.09, lower: -0.28, upper: 0.09, denominator: 178 }],
    [100049, 'english-maths-94', 'ks4-provisional', { value: 0.588, denominator: 199 }],
    [100049, 'english-maths-95', 'ks4-final', { value: 0.43, denominator: null }],
    [105560, 'attainment-8', 'ks4-provisional', { value: 41.5, denominator: 242 }],
    [105560, 'attainment-8', 'ks4-final', { value: 41.7, denominator: null }],
    [105560, 'five-good-passes-94', 'ks4-provisional', { value: 0.479, denominator: 242 }],
    [105560, 'progress-8-unadjusted', 'ks4-provisional', { value: -0.11, lower: -0.28, upper: 0.06 }],
    [137083, 'ebacc-entry', 'ks4-provisional', { value: 0.817, denominator: 240 }],
    [137083, 'ebacc-points', 'ks4-final', { value: 4.76 }],
    [137083, 'key-stage-4-pupils', 'ks4-provisional', { value: 240 }],
    [100001, 'progress-8', 'ks4-final', { value: null, symbol: 'NP' }],
    [100001, 'attainment-8', 'ks4-provisional', { value: null, symbol: 'NA' }],
    [
      140966,
      'progress-8',
      'ks4-provisional',
      { value: null, symbol: 'LOWCOV', lower: null, denominator: 29 },
    ],
    [140966, 'attainment-8', 'ks4-provisional', { value: 36.4, symbol: null, denominator: 60 }],
    [100381, 'attainment-8', 'ks4-provisional', { value: null, symbol: 'SUPP', denominator: 2 }],
    [145873, 'attainment-8', 'ks4-provisional', { value: null, symbol: null, denominator: null }],
  ] as const)('gives school %i its %s (%s)', (urn, measure, publication, expected) => {
    expect(figure(ks4, urn, measure, publication)).toMatchObject({ academicYear: 2018, ...expected });
  });

  it('keeps as many of each symbol as the file has', () => {
    const cells = lines('ks4provisional_2019.csv').map((line) => line.replace(/"[^"]*"/g, '').split(',')[8]);
    for (const symbol of ['SUPP', 'NE', 'NA']) {
      const found = ks4.records.filter(
        (one) =>
          one.publication === 'ks4-provisional' && one.measure === 'attainment-8' && one.symbol === symbol,
      );
      expect(found).toHaveLength(cells.filter((cell) => cell === symbol).length);
      expect(found.length).toBeGreaterThan(100);
    }
  });

  it('reads absence, census and key stage 2 to the last row', async () => {
    const absence = await readStream(source, 'absence', 'SchoolMeasure');
    const census = await readStream(source, 'census', 'SchoolMeasure');
    const ks2 = await readStream(source, 'key-stage-2', 'SchoolMeasure');
    for (const [stream, name] of [
      [absence, 'absence_2019.csv'],
      [census, 'census_2019.csv'],
      [ks2, 'ks2final_2019_hampshire.csv'],
    ] as const) {
      expect(stream.rejected).toEqual([]);
      expect(stream.rows[name]).toBe(lines(name).length);
      expect(accounted(stream, name)).toBe(lines(name).length);
      expect(stream.skipped).toHaveLength(3);
    }
    expect(figure(absence, 105560, 'absence-rate', 'absence')).toMatchObject({ value: 0.055 });
    expect(figure(absence, 105560, 'persistent-absence-rate', 'absence')).toMatchObject({ value: 0.118 });
    expect(figure(census, 105560, 'pupils-on-roll', 'census')).toMatchObject({ value: 1812 });
    // 454 of 1,812 pupils.
    expect(figure(census, 105560, 'free-school-meals-share', 'census')).toMatchObject({
      value: 0.2506,
      denominator: 1812,
    });
    expect(figure(census, 105560, 'english-additional-language-share', 'census')).toMatchObject({
      value: 0.896,
    });
    expect(figure(census, 100001, 'free-school-meals-share', 'census')).toMatchObject({
      value: null,
      symbol: 'NA',
    });
    const rwm = 'reading-writing-maths-expected';
    expect(figure(ks2, 115851, rwm, 'ks2-final')).toMatchObject({ value: 0.63, denominator: 60 });
    expect(figure(ks2, 115851, rwm, 'ks2-final', 'prior-low')).toMatchObject({ value: null, symbol: 'SUPP' });
    expect(figure(ks2, 115851, 'reading-progress', 'ks2-final')).toMatchObject({
      value: -1.9,
      lower: -3.4,
      upper: -0.3,
    });
  });

  it('reads only columns that the official field lists name', () => {
    const named = (name: string) => new Set(lines(name).map((line) => line.split(',')[1]?.toUpperCase()));
    // Named in other years' lists only.
    const earlier = new Set(['PTAC5EM_PTQ_EE', 'PTAC5EM_PTQ', 'PTAC5EM']);
    for (const [table, list] of [
      ['ks4', named('ks4_final_meta_2019.csv')],
      ['ks2', named('ks2_meta_2019.csv')],
    ] as const) {
      const read = dfeMeasures.flatMap(({ columns }) =>
        columns
          .filter((column) => column.table === table)
          .flatMap(({ value, denominator = [], lower = [], upper = [] }) => [
            ...value,
            ...denominator,
            ...lower,
            ...upper,
          ]),
      );
      expect(read.filter((heading) => !list.has(heading.toUpperCase()) && !earlier.has(heading))).toEqual([]);
    }
  });
});

describe.skipIf(found === undefined)(`schools, trusts and links${absent}`, () => {
  let groups: StreamOutcome<'Organisation'>;
  let links: StreamOutcome<'OrganisationLink'>;
  let schools: StreamOutcome<'Organisation'>;
  beforeAll(async () => {
    groups = await readStream(source, 'groups', 'Organisation');
    links = await readStream(source, 'group-links', 'OrganisationLink');
    schools = await readStream(source, 'schools', 'Organisation');
  }, 60_000);

  it('has every multi-academy trust, and a link for each that the extract links a school to', () => {
    const trusts = lines('gias_groups.csv')
      .filter((line) => line.includes(',Multi-academy trust,'))
      .map((line) => `gias-group:${line.split(',')[0]}`);
    expect(trusts).toHaveLength(1682);
    const known = new Map(groups.records.map((one) => [one.id as string, one]));
    expect(trusts.filter((id) => known.get(id)?.kind !== 'trust')).toEqual([]);
    const linked = new Set(
      lines('gias_group_links.csv')
        .filter((line) => line.includes(',Multi-academy trust,'))
        .map((line) => `gias-group:${line.split(',')[2]}`),
    );
    const found = new Set(
      links.records.filter(({ kind }) => kind === 'trust').map(({ relatedId }) => relatedId as string),
    );
    expect([...linked].filter((id) => !found.has(id))).toEqual([]);
    expect(linked.size).toBe(1383);
  });

  it("explains every row of groups and their links: a record, or a children's centre", () => {
    expect(groups.rejected).toEqual([]);
    expect(groups.records.length + groups.skipped.length).toBe(lines('gias_groups.csv').length);
    expect(links.rejected).toEqual([]);
    expect(links.records.length + links.skipped.length).toBe(lines('gias_group_links.csv').length);
    expect(links.skipped).toHaveLength(1623);
    expect(new Set(links.records.map(({ id }) => id)).size).toBe(links.records.length);
  });

  it('puts a school in a trust and under a sponsor once each', () => {
    const of = links.records.filter(({ organisationId }) => organisationId === 'urn:137083');
    expect(
      of.map(({ kind, relatedId, validFrom, validTo }) => [kind, relatedId, validFrom, validTo]),
    ).toEqual([
      ['sponsor', 'gias-group:2043', '2013-11-20', null],
      ['trust', 'gias-group:2046', '2011-08-01', null],
    ]);
    const trust = groups.records.find(({ id }) => id === 'gias-group:2046');
    expect(trust).toMatchObject({
      name: 'ABBEY MULTI ACADEMY TRUST',
      openedOn: '2011-07-14',
      status: 'open',
    });
    expect(trust?.identifiers).toEqual([
      'gias-group:2046',
      'gias-group-id:TR00002',
      'ukprn:10059141',
      'companies-house:07705552',
    ]);
  });

  it('merges each school once and explains every row that names one', () => {
    expect(schools.rejected).toEqual([]);
    const rows = Object.values(schools.rows).reduce((sum, count) => sum + count, 0);
    expect(schools.records.length + schools.skipped.length).toBe(rows);
    expect(new Set(schools.records.map(({ id }) => id)).size).toBe(schools.records.length);
    for (const name of [
      'ks4provisional_2019.csv',
      'census_2019.csv',
      'absence_2019.csv',
      'gias_group_links.csv',
    ])
      expect(schools.rows[name]).toBe(lines(name).length);
    expect(schools.records.find(({ id }) => id === 'urn:105560')).toMatchObject({
      name: 'Abraham Moss Community School',
      identifiers: ['urn:105560', 'laestab:3524271'],
      type: 'Community school',
      phase: 'secondary',
      town: 'Manchester',
      latitude: 53.512449,
      longitude: -2.235486,
    });
  });

  it('reads names in windows-1252 and each succession once', async () => {
    const { records, skipped, rejected, rows } = await readStream(source, 'school-links', 'OrganisationLink');
    expect(rejected).toEqual([]);
    expect(records.length + skipped.length).toBe(lines('gias_links_2025.csv').length);
    expect(rows['gias_links_2025.csv']).toBe(33_801);
    expect(
      records.find(
        ({ organisationId, relatedId }) => organisationId === 'urn:138950' && relatedId === 'urn:108299',
      ),
    ).toMatchObject({
      kind: 'predecessor',
      validFrom: '2012-11-01',
    });
    expect(schools.records.find(({ id }) => id === 'urn:126416')?.name).toBe(
      'St Thomas à Becket Church of England Aided Primary School',
    );
  });

  it('gives every school one present authority', async () => {
    const { records } = await readStream(source, 'authority-links', 'OrganisationLink');
    const present = records
      .filter(({ validTo }) => validTo === null)
      .map(({ organisationId }) => organisationId);
    expect(new Set(present).size).toBe(present.length);
    // A school of Northamptonshire (928) in 2018/19, in North Northamptonshire (940) in the register.
    const moved = records.filter(
      ({ relatedId, validTo }) => relatedId === 'la:928' && validTo === '2019-08-31',
    );
    expect(moved.length).toBeGreaterThan(150);
  });
});
