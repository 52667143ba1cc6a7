import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProject, type Project } from './__fixtures__/create-project.ts';
import { SyncOutput } from './__fixtures__/json-shapes.ts';
import { type Outcome, runCommand } from './__fixtures__/run-command.ts';
import { ended, plainEnvironment, spawnCollegial } from './__fixtures__/source-process.ts';
import { exitCode } from './output/exit-code.ts';

let project: Project;
beforeAll(async () => {
  project = await createProject({
    'collegial.config.ts': `import { fromRecords } from 'collegial';
export default { store: 'slow.duckdb', sources: [fromRecords({
  SchoolGroup: async function* () {
    yield { id: 'A', name: 'Group A' };
    process.stderr.write('waiting');
    await new Promise((resolve) => setTimeout(resolve, 60_000));
  },
  Organisation: Array.from({ length: 3_000 }, (_, index) => ({ id: 'urn:' + (100_000 + index), kind: 'school', name: 'School ' + index })),
})] };
`,
  });
});
afterAll(() => project.remove());
const call = (...args: string[]): Promise<Outcome> => runCommand(args, project);

describe('what is typed', () => {
  it.each([
    [['evalute'], "unknown command 'evalute'\n(Did you mean evaluate?)"],
    [['evaluate', '--indicatr', 'x'], "unknown option '--indicatr'\n(Did you mean --indicator?)"],
    [['sync', '--ful'], "unknown option '--ful'\n(Did you mean --full?)"],
    [['publish', '--audience', 'everyone'], 'Choose own, group or public.'],
    [['publish', '--to'], "option '--to <directory>' argument missing"],
    [['init', '--connector', 'sims'], 'Allowed choices are wonde, dfe, activities'],
    [['doctor', 'please'], 'too many arguments'],
  ])('%j: exit code 2, nothing on stdout, and what was meant', async (args, message) => {
    const outcome = await call(...args);
    expect(outcome).toMatchObject({ code: exitCode.usage, stdout: '' });
    expect(outcome.stderr).toContain(message);
    expect(outcome.stderr).not.toMatch(/^\s+at /m);
  });

  it('--help and --version go to stdout with exit code 0', async () => {
    const help = await call('--help');
    expect(help).toMatchObject({ code: 0, stderr: '' });
    for (const command of [
      'init',
      'sync',
      'evaluate',
      'publish',
      'report',
      'catalogue',
      'model',
      'network',
      'segregation',
      'groups',
      'partners',
      'doctor',
    ])
      expect(help.stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
    const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));
    expect(await call('--version')).toMatchObject({ code: 0, stdout: `${version}\n` });
  });

  it('each command explains its options', async () => {
    const { stdout } = await call('evaluate', '--help');
    for (const option of ['--indicator', '--scope', '--period', '--by', '--store', '--config', '--json'])
      expect(stdout).toContain(option);
  });
});

describe('as a process', () => {
  const start = (args: string[], environment: Record<string, string> = {}) =>
    spawnCollegial(args, {
      cwd: project.directory,
      env: { ...plainEnvironment(), ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const colorCode = '\u001b[';

  it('stdout is data only, while stderr holds the words', async () => {
    const { code, stdout, stderr } = await ended(start(['doctor', '--json', '--store', 'none.duckdb']));
    expect(code).toBe(0);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toHaveLength(2);
  });

  it('colours follow NO_COLOR and FORCE_COLOR, and nothing is coloured in a pipe', async () => {
    const args = ['sync', '--config', 'nowhere.ts'];
    const [piped, forced, never] = await Promise.all([
      ended(start(args)),
      ended(start(args, { FORCE_COLOR: '1' })),
      ended(start(args, { FORCE_COLOR: '1', NO_COLOR: '1' })),
    ]);
    expect(piped.stderr).not.toContain(colorCode);
    expect(forced.stderr).toContain(colorCode);
    expect(never.stderr).not.toContain(colorCode);
  });

  it('a reader that closes the pipe early, such as head, is no failure', async () => {
    const child = start(['catalogue', '--json']);
    child.stdout?.once('data', () => child.stdout?.destroy());
    const { code, stderr } = await ended(child);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('Ctrl-C stops a sync: exit code 130, what was read is kept, the report says aborted', async () => {
    const child = start(['sync', '--json', '--stream', 'Organisation', '--stream', 'SchoolGroup']);
    child.stderr?.on('data', (text) => String(text).includes('waiting') && child.kill('SIGINT'));
    const { code, stdout } = await ended(child);
    expect(code).toBe(exitCode.stopped);
    const { status, streams } = SyncOutput.parse(JSON.parse(stdout));
    expect(status).toBe('aborted');
    expect(streams.map(({ stream, status, loaded }) => [stream, status, loaded])).toEqual([
      ['Organisation', 'complete', 3_000],
      ['SchoolGroup', 'aborted', 0],
    ]);
  });
});
