import { describe, expect, it } from 'vitest';
import { convertValue } from './convert-value.ts';

describe('convertValue', () => {
  it.each<[string, unknown, unknown]>([
    ['DATE', new Date('2024-02-29T00:00:00Z'), '2024-02-29'],
    ['DATE', new Date('2024-02-29T23:59:59Z'), '2024-02-29'],
    ['DATE', '2024-02-29', '2024-02-29'],
    ['DATE', new Date(Number.NaN), 'no day'],
    ['VARCHAR', 12n, '12'],
    ['VARCHAR', 12, '12'],
    ['VARCHAR', 1.5, 1.5],
    ['VARCHAR', '', ''],
    ['INTEGER', 12n, 12],
    ['INTEGER', 2n ** 60n, 2n ** 60n],
    ['INTEGER', '12', '12'],
    ['BOOLEAN', 1, 1],
    ['DECIMAL(18,4)', 3700 * 0.0001, 0.37],
    ['DECIMAL(18,4)', 0.123456, 0.123456],
    ['DECIMAL(18,4)', 4n, 4],
    ['VARCHAR[]', ['a', 2n], ['a', '2']],
    ['VARCHAR[]', '["a","b"]', ['a', 'b']],
    ['VARCHAR[]', 'a,b', 'a,b'],
    ['JSON', '[{"from":"2024-01-01"}]', [{ from: '2024-01-01' }]],
    ['JSON', [{ from: new Date('2024-01-01T00:00:00Z'), number: 2n }], [{ from: '2024-01-01', number: 2 }]],
    ['JSON', '{broken', '{broken'],
    ['INTEGER', undefined, null],
  ])('takes a %s', (type, value, expected) => {
    expect(convertValue(value, type)).toEqual(expected);
  });
});
