import { expect, test } from 'vitest';
import { identifier, join, raw, sql } from './sql.ts';

test('values are bound, never pasted', () => {
  expect(sql`select * from t where a = ${"x' or 1=1"} and b = ${3} and c is ${null}`).toEqual({
    text: 'select * from t where a = ? and b = ? and c is ?',
    parameters: ["x' or 1=1", 3, null],
  });
});

test('lists become parameters one by one, an empty one matches nothing', () => {
  expect(sql`a in (${[1, 2, 3]})`).toEqual({ text: 'a in (?, ?, ?)', parameters: [1, 2, 3] });
  expect(sql`a in (${[]})`).toEqual({ text: 'a in (null)', parameters: [] });
});

test('statements nest, with their parameters in the order of the text', () => {
  const inner = sql`year = ${2023}`;
  const outer = sql`select ${raw('count(*)')} from t where a = ${'x'} and ${inner} and b = ${true}`;
  expect(outer).toEqual({
    text: 'select count(*) from t where a = ? and year = ? and b = ?',
    parameters: ['x', 2023, true],
  });
});

test('parts join with a separator', () => {
  expect(join([sql`a = ${1}`, sql`b = ${2}`], ' and ')).toEqual({
    text: 'a = ? and b = ?',
    parameters: [1, 2],
  });
  expect(join([])).toEqual({ text: '', parameters: [] });
});

test('an identifier cannot leave its quotes', () => {
  expect(identifier('a"; drop table t; --')).toEqual({ text: '"a""; drop table t; --"', parameters: [] });
});

test('a statement without values is itself', () => {
  expect(sql`select 1`).toEqual({ text: 'select 1', parameters: [] });
});
