import { expect, it } from 'vitest';
import { dropUnusedImports } from './drop-unused-imports.ts';

it('drops names that nothing uses, and statements without names', () => {
  const text = `import { a, type B, c } from './a.ts';
import type { D } from './d.ts';
import { e } from './e.ts';
import * as z from 'zod';

/** Uses c in a comment only. */
export const x: B = a(e);
`;
  expect(dropUnusedImports(text)).toBe(`import { a, type B } from './a.ts';
import { e } from './e.ts';
import * as z from 'zod';

/** Uses c in a comment only. */
export const x: B = a(e);
`);
});

it('keeps long statements on several lines', () => {
  const names = Array.from({ length: 12 }, (_, index) => `nameOfSomething${index}`);
  const text = `import {\n${names.map((name) => `  ${name},\n`).join('')}} from './a.ts';\n\n${names.join(';\n')};\n`;
  expect(dropUnusedImports(text)).toBe(text);
});
