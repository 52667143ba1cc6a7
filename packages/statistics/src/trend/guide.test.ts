import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as statistics from '../index.ts';

const guide = readFileSync(new URL('../../../../docs/guides/comparing-schools.md', import.meta.url), 'utf8');

it('the guide on comparing schools says what its examples give', () => {
  const [, code] = /```ts\n([\s\S]*?)```/.exec(guide) ?? [];
  const checked = (code as string)
    .replace(/^import [^;]*;$/m, '')
    .replaceAll(/^(\S.*);(?:\n| )\/\/ (.*)$/gm, 'checks.push([$1, $2]);');
  const checks: [unknown, unknown][] = [];
  new Function('checks', ...Object.keys(statistics), checked)(checks, ...Object.values(statistics));
  expect(checks).toHaveLength(7);
  for (const [given, expected] of checks) expect(given).toEqual(expected);
});
