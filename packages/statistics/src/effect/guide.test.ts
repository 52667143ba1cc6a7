import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as statistics from '../index.ts';

const guide = readFileSync(new URL('../../../../docs/guides/what-changed.md', import.meta.url), 'utf8');

it('the example of the guide prints what it says', () => {
  const program = /```js\n([\s\S]*?)```/.exec(guide)?.[1] ?? '';
  const said = [...program.matchAll(/console\.log\(.*\); \/\/ (.*)/g)].map(([, text]) => text);
  const printed: string[] = [];
  const body = program.replace(/^import (\{.*\}) from '@collegial\/statistics';/, 'const $1 = statistics;');
  new Function('statistics', 'console', body)(statistics, {
    log: (value: unknown) => printed.push(String(value)),
  });
  expect(said).toHaveLength(5);
  expect(printed).toEqual(said);
});
