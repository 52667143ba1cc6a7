import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as library from '../index.ts';

const guide = readFileSync(new URL('../../../../docs/guides/multilevel-models.md', import.meta.url), 'utf8');

it('the example of the guide prints what it says', () => {
  const program = /```js\n([\s\S]*?)```/.exec(guide)?.[1] ?? '';
  const said = [...program.matchAll(/console\.log\(.*\); \/\/ (.*)/g)].map(([, text]) => text);
  const printed: string[] = [];
  const body = program.replace(/^import (\{.*\}) from '@collegial\/statistics';/, 'const $1 = library;');
  new Function('library', 'console', body)(library, {
    log: (value: unknown) => printed.push(String(value)),
  });
  expect(said).toHaveLength(5);
  expect(printed).toEqual(said);
});

it('the guide names every code of ModelError', () => {
  const source = readFileSync(new URL('../model-error.ts', import.meta.url), 'utf8');
  const codes = [...source.matchAll(/^ {2}\| '([a-z-]+)'/gm)].map(([, code]) => code!);
  expect(codes.length).toBeGreaterThan(8);
  for (const code of codes) expect(guide).toContain(`| \`${code}\``);
});
