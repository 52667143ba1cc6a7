import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { activities } from '@collegial/connector-activities';
import { dfe } from '@collegial/connector-dfe';
import { wonde } from '@collegial/connector-wonde';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createProject, type Project } from '../__fixtures__/create-project.ts';
import { InitOutput } from '../__fixtures__/json-shapes.ts';
import { runCommand } from '../__fixtures__/run-command.ts';
import { templates } from './init-templates.ts';

let project: Project;
beforeEach(async () => {
  project = await createProject();
});
afterEach(() => project.remove());

const connectors = [wonde, dfe, activities];

/** What each start needs before its configuration can be loaded. */
const environments: Readonly<Record<string, Record<string, string>>> = { wonde: { WONDE_TOKEN: 'a-token' } };

it('there is a start for each connector', () => {
  expect(Object.keys(templates).sort()).toEqual(connectors.map(({ id }) => id).sort());
});

describe.each(connectors)('init --connector $id', ({ id: connector }) => {
  it('writes a configuration that loads', async () => {
    const { directory } = project;
    const outcome = await runCommand(['init', '--connector', connector], { directory });
    expect(outcome).toMatchObject({ code: 0, stdout: '' });
    expect(outcome.stderr).toContain(`@collegial/connector-${connector}`);
    expect(outcome.stderr).toContain('npx collegial sync');

    const doctor = await runCommand(['doctor', '--json'], {
      directory,
      environment: environments[connector] ?? {},
    });
    expect(doctor.json()).toContainEqual({
      check: 'Configuration',
      state: 'ok',
      detail: `1 source: ${connector}`,
    });
  });
});

it('the start for Wonde says which variable is missing', async () => {
  const { directory } = project;
  await runCommand(['init'], { directory });
  const { code, stderr } = await runCommand(['sync'], { directory });
  expect(code).toBe(2);
  expect(stderr).toContain('The environment variable WONDE_TOKEN is not set. Set it before the command');
});

it('makes the directory, and prints JSON when asked', async () => {
  const { directory } = project;
  const outcome = await runCommand(['init', 'new/place', '--connector', 'dfe', '--json'], { directory });
  const { file, connector, next } = InitOutput.parse(outcome.json());
  expect(file).toBe(join(directory, 'new/place/collegial.config.ts'));
  expect(existsSync(file)).toBe(true);
  expect(connector).toBe('dfe');
  expect(next[0]).toBe('npm install collegial @collegial/connector-dfe');
});

it('never overwrites a configuration', async () => {
  const { directory } = project;
  const file = await project.write('collegial.config.ts', '// mine');
  const outcome = await runCommand(['init'], { directory });
  expect(outcome.code).toBe(2);
  expect(outcome.stderr).toContain('nothing was changed');
  expect(await readFile(file, 'utf8')).toBe('// mine');
});

it('adds what must not be committed to .gitignore once, and keeps what is there', async () => {
  const { directory } = project;
  await project.write('.gitignore', 'node_modules\n.env');
  await runCommand(['init', '--connector', 'activities'], { directory });
  const lines = (await readFile(join(directory, '.gitignore'), 'utf8')).split('\n');
  expect(lines).toEqual(['node_modules', '.env', '*.duckdb', '*.duckdb.wal', 'release/', '']);
});
