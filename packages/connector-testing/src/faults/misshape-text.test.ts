import { expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { misshape } from './misshape-text.ts';

const seeds = Array.from({ length: 200 }, (_, seed) => seed + 1);

it('changes one cell of one row, never the heading, and leaves rows with quotes alone', () => {
  const text = 'id,name\r\n1,One\r\n"2","a, b"\r\n3,Three\r\n';
  for (const seed of seeds) {
    const { text: changed, line, instead, value } = misshape('a.csv', text, createRandom(seed))!;
    const [before, after] = [text, changed].map((all) => all.split('\r\n'));
    const others = after!.filter((other, index) => other !== before![index]);
    expect(others).toHaveLength(1);
    expect([2, 4]).toContain(line);
    expect(after![line - 1]!.split(',')).toContain(value);
    expect(before![line - 1]!.split(',')).toContain(instead);
  }
});

it('changes the text of an element that is there more than once', () => {
  const text =
    '<File>\n<Version>1</Version>\n<Pupil><Sex>F</Sex></Pupil>\n<Pupil><Sex>F</Sex></Pupil>\n</File>';
  const lines = new Set<number>();
  for (const seed of seeds) {
    const { text: changed, line, value } = misshape('a.XML', text, createRandom(seed))!;
    expect(changed).toContain('<Version>1</Version>');
    expect(changed.split('\n')[line - 1]).toBe(`<Pupil><Sex>${value}</Sex></Pupil>`);
    lines.add(line);
  }
  expect([...lines].sort()).toEqual([3, 4]);
});

it('changes nothing where it finds no value', () => {
  expect(misshape('a.csv', 'id,name\n', createRandom(1))).toBeUndefined();
  expect(misshape('a.xml', '<a><b>1</b></a>', createRandom(1))).toBeUndefined();
  expect(misshape('a.parquet', 'PAR1', createRandom(1))).toBeUndefined();
});
