import { describe, expect, it } from 'vitest';
import { distanceOf } from './distance.ts';
import { layoutOfHeadings } from './school-columns.ts';
import { schoolOfRow } from './school-of-row.ts';

const read = (row: Record<string, string>) => schoolOfRow(row, layoutOfHeadings(Object.keys(row)));

describe('distance', () => {
  it('is that of the sphere for degrees, and of the plane for a grid', () => {
    // 1.53 km east and 35.52 km north.
    const grid = distanceOf({ easting: 458_750, northing: 304_420 }, { easting: 457_220, northing: 339_940 });
    expect(grid).toBeCloseTo(Math.hypot(1.53, 35.52), 9);
    // One degree of latitude on a sphere of 6371.0088 km.
    expect(distanceOf({ latitude: 52, longitude: -1 }, { latitude: 53, longitude: -1 })).toBeCloseTo(
      111.1951,
      3,
    );
    // A degree of longitude at 60 degrees north is half of one at the equator.
    const degree = (latitude: number) =>
      distanceOf({ latitude, longitude: 0 }, { latitude, longitude: 0.01 });
    expect(degree(60) / degree(0)).toBeCloseTo(0.5, 5);
  });

  it('is not known without both places in one system', () => {
    expect(distanceOf(null, { latitude: 52, longitude: -1 })).toBeNaN();
    expect(distanceOf({ easting: 1, northing: 1 }, { latitude: 52, longitude: -1 })).toBeNaN();
  });
});

describe('headings', () => {
  it('are known in any case and spelling, and others are named', () => {
    const { columns, context, areas, unused } = layoutOfHeadings([
      'URN',
      'SCHNAME',
      'ATT8SCR',
      'Context: Free meals',
      'area:Music',
      'Phone',
      'Existing_Group',
    ]);
    expect(Object.fromEntries(columns)).toEqual({
      id: 'URN',
      name: 'SCHNAME',
      attainment: 'ATT8SCR',
      group: 'Existing_Group',
    });
    expect(Object.fromEntries(context)).toEqual({ 'free meals': 'Context: Free meals' });
    expect(Object.fromEntries(areas)).toEqual({ music: 'area:Music' });
    expect(unused).toEqual(['Phone']);
  });
});

describe('a row', () => {
  it('becomes a school', () => {
    expect(
      read({
        id: ' s1 ',
        name: 'Hill',
        attainment: '45.2',
        stage: '2',
        'context: meals': '31 %',
        strengths: 'Music; art',
        needs: 'maths',
        'area: reading': '\u22120.4',
        easting: '450000',
        northing: '300000',
        group: 'A',
      }),
    ).toEqual({
      id: 's1',
      name: 'Hill',
      attainment: 45.2,
      stage: 2,
      context: { meals: 31 },
      areas: { reading: -0.4, music: 1, art: 1, maths: -1 },
      place: { easting: 450_000, northing: 300_000 },
      group: 'A',
    });
  });

  it.each(['', '-', 'SUPP', 'np', 'NE', 'LOWCOV', 'n/a', '..'])(
    'has no attainment when it says “%s”',
    (attainment) => {
      expect(read({ id: 's1', attainment })).toMatchObject({ name: 's1', attainment: null });
    },
  );

  it.each([
    [{ id: '', name: 'Hill' }, 'id', 'The school has no id.'],
    [{ id: 's1', attainment: 'good' }, 'attainment', 'This is not a number.'],
    [
      { id: 's1', attainment: '45,2' },
      'attainment',
      'This is not a number: write it with a point in place of the comma.',
    ],
    [{ id: 's1', 'context: meals': '1e9' }, 'context: meals', 'This is not a number.'],
    [{ id: 's1', latitude: '120', longitude: '0' }, 'latitude', 'The place is not on Earth.'],
    [{ id: 's1', strengths: 'music', needs: 'Music' }, 'needs', 'An area is both a strength and a need.'],
  ])('%j is set aside', (row, field, reason) => {
    expect(read(row as unknown as Record<string, string>)).toEqual({ field, reason });
  });

  it('has no place when one coordinate is missing', () => {
    expect(read({ id: 's1', latitude: '52.6', longitude: '' })).toMatchObject({ place: null });
  });
});
