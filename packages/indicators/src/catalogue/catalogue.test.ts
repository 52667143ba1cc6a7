import { duckdb, sql, views } from '@collegial/query';
import { expect, describe as group, it } from 'vitest';
import * as z from 'zod';
import { defineIndicator } from '../definition/define-indicator.ts';
import { area, ratio } from '../definition/kinds.ts';
import { book } from '../definition/source.ts';
import { indicators } from '../indicators.ts';
import { catalogue } from './catalogue.ts';
import { inlineParameters } from './inline-parameters.ts';
import { renderCatalogue } from './render-catalogue.ts';

group('catalogue', () => {
  const entries = catalogue();

  it('has every indicator once, as data that survives JSON', () => {
    expect(entries.map(({ id }) => id)).toEqual(indicators.map(({ id }) => id));
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    expect(JSON.parse(JSON.stringify(entries))).toEqual(entries);
  });

  it.each(entries.map((entry) => [entry.id, entry] as const))(
    '%s names its sources, caution and only indicators that exist beside it',
    (_, entry) => {
      expect(entry.sources.length).toBeGreaterThan(0);
      expect(entry.caution.length).toBeGreaterThan(60);
      expect(entry.balancedBy.length).toBeGreaterThan(0);
      expect(entries.map(({ id }) => id)).toEqual(expect.arrayContaining([...entry.balancedBy]));
      expect(entry.balancedBy).not.toContain(entry.id);
      expect(entry.sql).not.toContain('?');
    },
  );

  it.each(entries.map((entry) => [entry.id, entry.sql] as const))(
    '%s reads views only, and nothing that the optimiser breaks on',
    (_, text) => {
      const known = new Set(views.map(({ name }) => name));
      const made = new Set([...text.matchAll(/\b(\w+) as \(/g)].map(([, name]) => name));
      for (const [, name] of text.matchAll(/\b(?:from|join) (\w[\w.]*)/g))
        expect(known.has(name as string) || made.has(name) || name === 'unnest', `${name} is a view`).toBe(
          true,
        );
      expect(text).not.toMatch(/qualify|row_number|data\./i);
    },
  );

  it('shows the SQL with its parameters written in', () => {
    expect(inlineParameters(sql`select ${'it’s'}, ${"o'clock"}, ${1}, ${null}`)).toBe(
      "select 'it’s', 'o''clock', 1, null",
    );
    expect(
      inlineParameters(sql`
      select 1
        from x`),
    ).toBe('select 1\n  from x');
  });

  it('renders each indicator with a heading, a caution and SQL', () => {
    const text = renderCatalogue();
    for (const { id, caution } of entries) {
      expect(text).toContain(`## ${id}\n`);
      expect(text).toContain(`> ${caution}`);
      expect(text).toContain(`(#${id.replaceAll('.', '')})`);
    }
  });
});

group('defineIndicator', () => {
  const good = {
    id: 'vendor.thing',
    version: 1,
    valid: {},
    dimension: 'presence',
    title: 'Thing',
    meaning: 'A thing.',
    formula: 'a ÷ b',
    sources: [book('B6')],
    kind: ratio({ counts: 'student' }),
    unit: 'proportion',
    better: 'neither',
    needs: ['Enrolment'],
    balancedBy: [],
    caution: 'None.',
    sql: () => sql`select 1`,
  } as const;

  it('takes a sound definition, without parameters and with every breakdown', () => {
    const definition = defineIndicator(good);
    expect(definition.breakdowns).toContain('sex');
    expect(inlineParameters(definition.sql({}, duckdb))).toBe('select 1');
  });

  it.each([
    ['an id without a family', { id: 'thing' }, /id/],
    ['a version of 0', { version: 0 }, /version/],
    ['no caution', { caution: ' ' }, /caution/],
    ['no source', { sources: [] }, /source/],
    ['an entity that does not exist', { needs: ['Pupil'] }, /Pupil/],
    [
      'a measure over records of people that protection does not know',
      {
        kind: area({
          counts: 'student',
          rows: 'people',
          statistic: { describe: () => ({ value: 1, interval: null }) },
        }),
      },
      /a measure of its own/,
    ],
    ['a parameter without a default', { parameters: z.strictObject({ x: z.number() }) }, /default/],
  ])('refuses %s', (_, change, message) => {
    expect(() => defineIndicator({ ...good, ...change } as never)).toThrow(message);
  });
});
