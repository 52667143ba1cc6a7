import { afterAll, beforeAll, expect, it } from 'vitest';
import { createProject, type Project } from '../__fixtures__/create-project.ts';
import { runCommand } from '../__fixtures__/run-command.ts';

let project: Project;
beforeAll(async () => {
  project = await createProject({
    'syntax.ts': 'export default {\n  sources: [],\n  store: "x",,\n};\n',
    'throws.ts': 'const missing: any = undefined;\n\nexport default { store: missing.path, sources: [] };\n',
    'import.ts': 'import { mis } from "not-installed";\nexport default { store: "x", sources: [mis()] };\n',
    'nothing.ts': 'export const config = 1;\n',
    'store.ts': 'export default { store: 7, sources: [] };\n',
    'source.ts': 'export default { store: "x", sources: [{ name: "wonde" }] };\n',
    'threshold.ts': 'export default { store: "x", sources: [], release: { threshold: 3 } };\n',
    'setting.ts': `import { activities } from '@collegial/connector-activities';
export default { store: 'x', sources: [activities({ path: 'a.csv' })] };
`,
    'twice.ts': `import { fromRecords } from 'collegial';
export default { store: 'x.duckdb', sources: [fromRecords({}), fromRecords({})] };
`,
  });
});
afterAll(() => project.remove());

it.each([
  ['syntax.ts', 'config.invalid', 'Unexpected token. (syntax.ts, line 3) Correct it there'],
  ['throws.ts', 'config.invalid', "properties of undefined (reading 'path'). (throws.ts, line 3)"],
  ['import.ts', 'config.invalid', "Cannot find module 'not-installed'. (import.ts, line 1)"],
  ['nothing.ts', 'config.invalid', 'store: '],
  ['store.ts', 'config.invalid', 'expected string, received number. (store.ts)'],
  ['source.ts', 'config.invalid', 'sources.0: Expected a source: call a connector with its settings'],
  ['threshold.ts', 'config.invalid', 'release.threshold: '],
  ['setting.ts', 'config.invalid', 'path: not a setting of this connector'],
  ['twice.ts', 'argument.invalid', 'Two sources have the name “records”. Give each its own name'],
  ['nowhere.ts', 'config.not-found', 'nowhere.ts does not exist. Run `collegial init`'],
])('%s: says what is wrong, where, and what to do', async (file, code, message) => {
  const outcome = await runCommand(['sync', '--config', file], { directory: project.directory });
  expect(outcome).toMatchObject({ code: 2, stdout: '' });
  expect(outcome.stderr).toContain(message);
  expect(outcome.stderr).toContain(code);
  expect(outcome.stderr).not.toMatch(/^\s+at /m);
  expect(outcome.stderr.split('\n').length).toBeLessThanOrEqual(3);
});

it('no configuration at all: says how to begin', async () => {
  const empty = await createProject();
  const outcome = await runCommand(['publish'], { directory: empty.directory });
  expect(outcome.code).toBe(2);
  expect(outcome.stderr).toContain('No collegial.config.ts was found here. Run `collegial init`');
  await empty.remove();
});

it('COLLEGIAL_DEBUG shows where it happened', async () => {
  const outcome = await runCommand(['sync', '--config', 'throws.ts'], {
    directory: project.directory,
    environment: { COLLEGIAL_DEBUG: '1' },
  });
  expect(outcome.stderr).toMatch(/^\s+at .*throws\.ts:3/m);
});

it('relative paths start from the configuration, wherever the command is called', async () => {
  const nested = await createProject({
    'project/collegial.config.ts': `import { activities } from '@collegial/connector-activities';
export default { store: 'here.duckdb', sources: [activities({ activities: 'activities.csv' })] };
`,
    'project/activities.csv':
      'activity_id,kind,title,starts_on,school\na1,peer-review,Review,2023-10-02,100001\n',
  });
  const outcome = await runCommand(['sync', '--config', 'project/collegial.config.ts', '--json'], nested);
  expect(outcome.code).toBe(0);
  const doctor = await runCommand(['doctor', '--store', 'project/here.duckdb', '--json'], nested);
  expect(doctor.json()).toContainEqual(
    expect.objectContaining({ check: 'Store', state: 'ok', detail: '1 Activity, 1 Participation' }),
  );
  await nested.remove();
});
