import { entityNames, tableLayout } from '@collegial/model';
import { expect, test } from 'vitest';
import { duckdb } from '../dialect.ts';
import { storedTables } from '../stored-tables.ts';
import { views } from './views.ts';

test('every entity can be read through a view of its table name', () => {
  const names = new Set(views.map(({ name }) => name));
  const renamed = { assessment: 'result' } as Record<string, string>;
  for (const entity of entityNames) {
    const { table } = tableLayout(entity);
    expect(names).toContain(renamed[table] ?? table);
  }
});

test('a view refers only to stored tables and to views before it', () => {
  const tables = new Set(storedTables().map(({ name }) => `data.${name}`));
  const earlier = new Set<string>();
  for (const { name, sql } of views) {
    const referred = [...sql(duckdb).matchAll(/\b(?:from|join)\s+([a-z_]+(?:\.[a-z_]+)?)\b(?!\()/g)].map(
      (match) => match[1] as string,
    );
    for (const table of referred.filter((word) => word !== 'unnest'))
      expect(tables.has(table) || earlier.has(table), `${name} refers to ${table}`).toBe(true);
    earlier.add(name);
  }
});

test('every view and column says what it is', () => {
  for (const view of views) {
    expect(view.description, view.name).toMatch(/\.$/);
    for (const column of view.columns) expect(column.description, `${view.name}.${column.name}`).not.toBe('');
  }
});

test('no view relies on window filters, which the engine gets wrong', () => {
  for (const { name, sql } of views) expect(sql(duckdb), name).not.toMatch(/qualify|row_number/i);
});
