import { expect, it } from 'vitest';
import { formatScope, parseScope } from './scope.ts';

it('reads what it writes, colons in ids included', () => {
  for (const text of ['group:A', 'school:urn:100001', 'trust:*', 'authority:la:352'])
    expect(formatScope(parseScope(text))).toBe(text);
  expect(parseScope('school:urn:100001')).toEqual({ kind: 'school', id: 'urn:100001' });
});

it.each(['', 'group', 'group:', ':A', 'galaxy:1'])('refuses %j with argument.invalid', (text) => {
  expect(() => parseScope(text)).toThrow(expect.objectContaining({ code: 'argument.invalid' }));
});
