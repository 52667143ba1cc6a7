import { describe, expect, it } from 'vitest';
import { dfeMeasure, dfeMeasures } from './dfe-measures.ts';
import { subgroups } from './measures/measure.ts';

describe('dfeMeasures', () => {
  it('names each measure once, with a definition and columns of known subgroups', () => {
    expect(new Set(dfeMeasures.map(({ id }) => id)).size).toBe(dfeMeasures.length);
    for (const { id, definition, columns } of dfeMeasures) {
      expect(id).toMatch(/^[a-z0-9-]+$/);
      expect(definition).not.toBe('');
      for (const { subgroup } of columns) expect(Object.keys(subgroups)).toContain(subgroup);
    }
  });

  it('reads no column into two measures of one subgroup', () => {
    const places = dfeMeasures.flatMap(({ columns }) =>
      columns.flatMap(({ table, value }) => value.map((heading) => `${table} ${heading}`)),
    );
    expect(places.filter((place, at) => places.indexOf(place) !== at)).toEqual([]);
  });

  it('finds one by id', () => {
    expect(dfeMeasure('progress-8')?.unit).toBe('score');
    expect(dfeMeasure('progress-9')).toBeUndefined();
  });
});
