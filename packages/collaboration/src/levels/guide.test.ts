import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { assessCase } from '../cases/assess-case.ts';
import { chapterCases } from '../cases/chapter-cases.ts';
import * as collaboration from '../index.ts';
import { defaultLevelThresholds } from './level-rules.ts';

const guide = readFileSync(
  new URL('../../../../docs/guides/levels-of-collaboration.md', import.meta.url),
  'utf8',
);

test('the example of the guide prints what it says', () => {
  const program = /```js\n([\s\S]*?)```/.exec(guide)?.[1] ?? '';
  const said = [...program.matchAll(/console\.log\(.*\); \/\/ (.*)/g)].map(([, text]) => text);
  const printed: string[] = [];
  const body = program.replace(
    /^import (\{.*\}) from '@collegial\/collaboration';/,
    'const $1 = collaboration;',
  );
  new Function('collaboration', 'console', body)(collaboration, {
    log: (value: unknown) => printed.push(String(value)),
  });
  expect(said.length).toBeGreaterThan(3);
  expect(printed).toEqual(said);
});

test('the table of thresholds is the one of the rules', () => {
  const rows = [...guide.matchAll(/^\| `(\w+)`\s+\| (\d+)\s+\|/gm)].map(([, name, value]) => [
    name,
    Number(value),
  ]);
  expect(Object.fromEntries(rows)).toEqual(defaultLevelThresholds);
});

test('the guide tells the agreement of readers and rules as it is', () => {
  const assessed = chapterCases.flatMap((one) => assessCase(one));
  const agreed = assessed.filter(({ agree }) => agree).length;
  expect(guide).toContain(`For ${assessed.length} pairs of chapters 8 and 10`);
  expect(guide).toContain(`They agree on ${agreed}.`);
  const rows = [...guide.matchAll(/^\| .*\(ch\. \d+\)\s+\| (\w+)\s+\| (\w+)\s+\|/gm)].map(
    ([, reader, rules]) => `${reader} ${rules}`,
  );
  expect(rows.sort()).toEqual(
    assessed
      .filter(({ agree }) => !agree)
      .map(({ pair, result }) => `${pair.level} ${result.level}`)
      .sort(),
  );
});
