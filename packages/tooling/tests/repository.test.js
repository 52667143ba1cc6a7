import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../model/src/errors/error-codes.ts';
import { root } from '../lib/run.js';
import { workspaces } from '../lib/workspaces.js';
import { extraFiles, fixedFiles, missingFiles, usualFiles } from './connector-files.js';

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
    const text = read(join(directory, 'README.md')).replace(/^```[\s\S]*?^```$/gm, '');
    const found = text.match(/^## .*$/gm);
    // A connector may say in a section of its own what others say in a paragraph.
    const own = directory.startsWith('packages/connectors/') ? ['## How it was verified'] : [];
    expect(found?.filter((heading) => !own.includes(heading))).toEqual(headings);
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
  const vendorOf = (directory) => directory.split('/').at(-1);
  const entriesOf = (directory) =>
    readdirSync(resolve(root, directory, 'src'), { withFileTypes: true }).map((entry) =>
      entry.isDirectory() ? `${entry.name}/` : entry.name,
    );

  it.each(connectors)('%s has the files that a reader expects, or says why not', (directory) => {
    const vendor = vendorOf(directory);
    const found = entriesOf(directory);
    const missing = fixedFiles(vendor).filter((file) => !found.includes(file));
    expect(missing).toEqual(Object.keys(missingFiles[vendor] ?? {}));
    const maps = filesBelow(join(directory, 'src')).filter((file) => /\/map-[a-z-]+\.ts$/.test(file));
    expect(maps.length).toBeGreaterThan(0);
  });

  it.each(connectors)(
    '%s declares every other file with a reason, and none that is not there',
    (directory) => {
      const vendor = vendorOf(directory);
      const known = new Set(fixedFiles(vendor));
      const others = entriesOf(directory).filter(
        (file) => !known.has(file) && !usualFiles(vendor).some((pattern) => pattern.test(file)),
      );
      expect(others.sort()).toEqual(Object.keys(extraFiles[vendor] ?? {}).sort());
      for (const reason of Object.values(extraFiles[vendor] ?? {})) expect(reason).toMatch(/^[A-Z].{10,}\.$/);
    },
  );

  it.each(connectors)('%s only exports in its index', (directory) => {
    const code = read(join(directory, 'src/index.ts')).replace(/\/\*[\s\S]*?\*\//g, '');
    const statements = code.split(';').map((statement) => statement.trim());
    expect(
      statements.filter((statement) => !/^(export (type )?[{*][\s\S]* from '|$)/.test(statement)),
    ).toEqual([]);
  });

  it.each(connectors)('%s has the package.json of its siblings', (directory) => {
    const own = manifest(directory);
    const keys = (value) => Object.keys(value).filter((key) => key !== 'peerDependenciesMeta');
    expect(keys(own)).toEqual(keys(manifest('packages/connectors/wonde')));
    expect(own.name).toBe(`@collegial/connector-${vendorOf(directory)}`);
    expect(own.repository.directory).toBe(directory);
    expect(own.files).toEqual(manifest('packages/connectors/wonde').files);
    const folders = Object.keys(own.exports).filter((name) => name !== '.' && name !== './package.json');
    // What a connector exports besides itself is a folder of that name: its server for tests, or what a sibling shares.
    for (const name of folders)
      expect(existsSync(resolve(root, directory, 'src', name, 'index.ts')), name).toBe(true);
  });

  it('no file is declared for a connector that there is not', () => {
    const vendors = connectors.map(vendorOf);
    expect(
      [...Object.keys(extraFiles), ...Object.keys(missingFiles)].filter((name) => !vendors.includes(name)),
    ).toEqual([]);
  });
});

describe('the fault plans of all connectors', () => {
  it('are at least 2,000 in a plain run of the tests', () => {
    const conformance = published
      .filter((directory) => directory.startsWith('packages/connectors/'))
      .flatMap((directory) => filesBelow(join(directory, 'src')))
      .filter((file) => file.endsWith('-conformance.test.ts'));
    const plans = conformance.map((file) =>
      Number(/\bplans: (\d+)/.exec(readFileSync(file, 'utf8'))?.[1] ?? 0),
    );
    expect(
      conformance.filter((_, index) => plans[index] === 0),
      'These say nowhere how many they play (`plans: 100`).',
    ).toEqual([]);
    expect(plans.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(2_000);
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
