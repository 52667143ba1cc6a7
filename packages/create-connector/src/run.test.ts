import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { run, type Surroundings } from './run.ts';

let directory: string;
let printed: string;
let said: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'create-collegial-connector-'));
  printed = '';
  said = '';
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const surroundings = (more: Partial<Surroundings> = {}): Surroundings => ({
  directory,
  interactive: false,
  print: (text) => {
    printed += text;
  },
  say: (text) => {
    said += text;
  },
  ...more,
});

it('takes defaults for what is not said, and says what comes next', async () => {
  expect(await run(['Acme MIS', '--yes'], surroundings())).toBe(0);
  expect(existsSync(join(directory, 'collegial-connector-acme-mis/src/acme-mis-connector.ts'))).toBe(true);
  expect(printed).toBe('');
  expect(said).toContain('cd collegial-connector-acme-mis\n  npm install\n  npm test');
  expect(said).toContain('not on the npm registry yet');
});

it.each([
  ['that was built', true, ['cd packages/connectors/acme', 'npm test']],
  ['that was not', false, ['npm install', 'npm run build', 'cd packages/connectors/acme', 'npm test']],
])('says what to do in a clone of the repository %s', async (_, built, next) => {
  for (const name of ['connector-kit', 'connector-testing']) {
    // A build for tests alone makes no types.
    mkdirSync(join(directory, 'packages', name, 'dist'), { recursive: true });
    writeFileSync(join(directory, 'packages', name, 'dist', built ? 'index.d.ts' : 'index.js'), '');
  }
  writeFileSync(
    join(directory, 'packages/connector-kit/package.json'),
    '{ "name": "@collegial/connector-kit" }',
  );
  expect(await run(['Acme', '-d', 'packages/connectors/acme', '--json'], surroundings())).toBe(0);
  expect(JSON.parse(printed)).toMatchObject({ next, note: expect.stringContaining('nothing needs') });
});

it('takes every answer as an option, and prints JSON', async () => {
  const options = [
    '--directory',
    'here',
    '--package',
    '@acme/connector',
    '--access',
    'oauth1',
    '--paging',
    'page-token',
  ];
  expect(await run(['Acme', ...options, '--entities', 'Staff, Class', '--json'], surroundings())).toBe(0);
  const created = JSON.parse(printed);
  expect(created).toMatchObject({
    directory: join(directory, 'here'),
    packageName: '@acme/connector',
    next: ['cd here', 'npm install', 'npm test'],
  });
  expect(created.files).toContain('src/map-staff.ts');
  expect(created.files).not.toContain('src/map-student.ts');
});

it.each([
  ['no name', ['--yes'], /name of the vendor is missing.*npm create/],
  ['two names', ['Acme', 'MIS'], /Put quotes around the name: "Acme MIS"/],
  ['an unknown option', ['Acme', '--vendor=x'], /--vendor.*--help/],
  ['an unknown style', ['Acme', '--access', 'ftp', '--yes'], /“ftp”.*bearer/],
  ['a style by another name', ['Acme', '--paging', 'cursor'], /“cursor”.*Did you mean page-token \(.+\)\?/],
  ['a misspelt style', ['Acme', '--paging', 'pagenumber'], /Did you mean page-number \(.+\)\?/],
  [
    'an entity in the plural',
    ['Acme', '--entities', 'students'],
    /“students”.*Did you mean Student \(.+\)\?/,
  ],
])('%s: says what is wrong and how to put it right, and ends with 2', async (_, written, message) => {
  expect(await run(written, surroundings())).toBe(2);
  expect(said).toMatch(message);
  expect(printed).toBe('');
});

it('gives errors as JSON when JSON is asked for', async () => {
  expect(await run(['Acme', '--paging', 'scroll', '--json'], surroundings())).toBe(2);
  expect(JSON.parse(printed).error).toEqual({
    message: expect.stringContaining('“scroll”'),
    fix: expect.stringContaining('offset'),
  });
});

it('has help and a version, and the README knows every option', async () => {
  expect(await run(['--help'], surroundings())).toBe(0);
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const options = (text: string) =>
    new Set(text.match(/--[a-z]+/g)?.filter((name) => !/help|version/.test(name)));
  expect(options(readme)).toEqual(options(printed));
  for (const option of ['--directory', '--package', '--access', '--paging', '--entities', '--yes', '--json'])
    expect(printed).toContain(option);
  printed = '';
  expect(await run(['--version'], surroundings())).toBe(0);
  expect(printed).toMatch(/^\d+\.\d+\.\d+/);
});

/** A person at a terminal, who answers each question once it is there. */
function person(
  answers: readonly (readonly [question: RegExp, keys: string])[],
): Surroundings['conversation'] {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input });
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 100, rows: 40 });
  let seen = '';
  let next = 0;
  output.on('data', (chunk: Buffer) => {
    seen += chunk.toString();
    const answer = answers[next];
    if (answer === undefined || !answer[0].test(seen)) return;
    next += 1;
    seen = '';
    setTimeout(() => input.write(answer[1]), 20);
  });
  return { input, output };
}

it('asks for what was not said', async () => {
  const conversation = person([
    [/Whose system/, 'Acme MIS\r'],
    [/Where to/, '\r'],
    [/reached/, '\u001b[B\r'],
    [/pages/, '\u001b[B\r'],
    [/What is read/, '\r'],
  ]);
  expect(await run([], surroundings({ interactive: true, conversation }))).toBe(0);
  const list = join(directory, 'collegial-connector-acme-mis/src');
  expect(existsSync(join(list, 'map-student.ts'))).toBe(true);
  // One down from the defaults: an API key, and page numbers.
  expect(readFileSync(join(list, 'acme-mis-config.ts'), 'utf8')).toContain('x-api-key');
  expect(readFileSync(join(list, 'read-list.ts'), 'utf8')).toContain('byPageNumber');
});

it('writes nothing when the person stops', async () => {
  const conversation = person([[/Where to/, '\u0003']]);
  expect(await run(['Acme'], surroundings({ interactive: true, conversation }))).toBe(130);
  expect(existsSync(join(directory, 'collegial-connector-acme'))).toBe(false);
});
