import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ScaffoldError } from './scaffold-error.ts';
import { takenNames, vendorNames } from './vendor-names.ts';

describe('vendorNames', () => {
  it.each([
    ['Acme MIS', 'acme-mis', 'acmeMis', 'AcmeMis', 'ACME_MIS'],
    ['  iSAMS ', 'i-sams', 'iSams', 'ISams', 'I_SAMS'],
    ['École  Directe', 'ecole-directe', 'ecoleDirecte', 'EcoleDirecte', 'ECOLE_DIRECTE'],
    ['R&D 2.0', 'r-d-2-0', 'rD20', 'RD20', 'R_D_2_0'],
  ])('%s is %s in file names', (vendor, id, camel, pascal, constant) => {
    expect(vendorNames(vendor)).toMatchObject({ id, camel, pascal, constant });
  });

  it.each([
    '',
    '   ',
    'x'.repeat(61),
    'Школа',
    "O'Neill",
    '3SIS',
    'Class',
    'stream',
    '../up',
    'a`b',
    '</script>',
    'a\u0000b',
  ])('refuses “%s” with a fix', (vendor) => {
    expect(() => vendorNames(vendor)).toThrow(ScaffoldError);
    try {
      vendorNames(vendor);
    } catch (error) {
      expect((error as ScaffoldError).fix).not.toBe('');
    }
  });

  it('gives names that can be written anywhere, or refuses', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 70 }), (vendor) => {
        try {
          const { id, camel, pascal, constant, title } = vendorNames(vendor);
          expect(id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
          expect(camel).toMatch(/^[a-z][A-Za-z0-9]*$/);
          expect(pascal).toMatch(/^[A-Z][A-Za-z0-9]*$/);
          expect(constant).toMatch(/^[A-Z][A-Z0-9_]*$/);
          expect(title).not.toMatch(/['"`\\<>$\n*/]/);
        } catch (error) {
          if (!(error instanceof ScaffoldError)) throw error;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('refuses every name that a template of a connector imports or defines', () => {
    const templates = join(import.meta.dirname, '../templates');
    const used = readdirSync(templates, { recursive: true, encoding: 'utf8' })
      .filter((file) => /-connector\.ts$|conformance\.test\.ts$|live\.test\.ts$|index\.ts$/.test(file))
      .flatMap((file) => {
        const text = readFileSync(join(templates, file), 'utf8');
        const imported = [...text.matchAll(/^import (?:type )?\{([^}]*)\}/gm)].flatMap(([, list = '']) =>
          list.split(',').map((name) => name.trim().split(' ').at(-1) ?? ''),
        );
        const defined = [...text.matchAll(/\b(?:const|function) (\w+)/g)].map(([, name = '']) => name);
        return [...imported, ...defined];
      })
      // A name of one word can be a vendor's; of the others, only their capitals could tell.
      .filter((name) => /^[a-z]+$/.test(name));
    expect(used.length).toBeGreaterThan(10);
    expect([...new Set(used)].filter((name) => !takenNames.has(name))).toEqual([]);
  });
});
