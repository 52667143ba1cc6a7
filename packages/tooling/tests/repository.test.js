import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../model/src/errors/error-codes.ts';
import { root } from '../lib/run.js';
import { workspaces } from '../lib/workspaces.js';

const read = (file) => readFileSync(resolve(root, file), 'utf8');
const manifest = (directory) => JSON.parse(read(join(directory, 'package.json')));
const published = workspaces().filter((directory) => manifest(directory).private !== true);
const filesBelow = (directory) =>
  readdirSync(resolve(root, directory), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !/node_modules|\/dist\/|\/api\/|\/reports\//.test(file));

describe('every published package', () => {
  const headings = ['## What it is', '## Install', '## Use', '## Options', '## Errors', '## Links'];

  it.each(published)('%s has a README with the same headings', (directory) => {
    const found = read(join(directory, 'README.md')).match(/^## .*$/gm);
    expect(found).toEqual(headings);
  });

  it.each(published)('%s has the same keys and scripts', (directory) => {
    const { scripts, license, sideEffects, engines, publishConfig, type, files, exports } =
      manifest(directory);
    expect({ license, sideEffects, engines, publishConfig, type }).toEqual({
      license: 'MIT',
      sideEffects: false,
      engines: { node: '>=20.19.0' },
      publishConfig: { access: 'public' },
      type: 'module',
    });
    expect(scripts).toMatchObject({
      build: 'tsup',
      typecheck: 'tsc -p tsconfig.json',
      test: 'vitest run',
      lint: 'biome check .',
      docs: 'typedoc',
    });
    expect(files).toContain('dist');
    for (const [name, entry] of Object.entries(exports)) {
      if (name !== './package.json')
        expect(Object.keys(entry)).toEqual(['@collegial/source', 'types', 'default']);
    }
  });

  it.each(published)('%s has tests beside its sources, and no source file over 400 lines', (directory) => {
    const sources = filesBelow(join(directory, 'src'));
    expect(sources.some((file) => file.endsWith('.test.ts'))).toBe(true);
    const long = sources.filter(
      (file) => !file.includes('__fixtures__') && readFileSync(file, 'utf8').split('\n').length > 401,
    );
    expect(long).toEqual([]);
  });
});

describe('every connector', () => {
  const connectors = published.filter((directory) => directory.startsWith('packages/connectors/'));

  it.each(connectors)('%s has the files that a reader expects', (directory) => {
    const vendor = directory.split('/').at(-1);
    for (const file of [
      'index.ts',
      `${vendor}-connector.ts`,
      `${vendor}-config.ts`,
      `${vendor}-schemas.ts`,
      '__fixtures__',
    ]) {
      expect(existsSync(resolve(root, directory, 'src', file)), file).toBe(true);
    }
    const mappings = readdirSync(resolve(root, directory, 'src')).filter(
      (file) => /^map-[a-z-]+\.ts$/.test(file) && !file.endsWith('.test.ts'),
    );
    expect(mappings.length).toBeGreaterThan(0);
  });
});

describe('every error code', () => {
  const tests = workspaces()
    .flatMap((directory) =>
      existsSync(resolve(root, directory, 'src')) ? filesBelow(join(directory, 'src')) : [],
    )
    .filter((file) => file.endsWith('.test.ts') && !file.endsWith('collegial-error.test.ts'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');

  it.each(Object.keys(errorCodes))('%s is reached by a test', (code) => {
    expect(tests.includes(`'${code}'`) || tests.includes(`"${code}"`)).toBe(true);
  });
});
