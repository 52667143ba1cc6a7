import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { collaborationMeasures } from '@collegial/collaboration';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CityProject, createCityProject } from '../__fixtures__/city-project.ts';
import {
  CatalogueOutput,
  DoctorOutput,
  EvaluateOutput,
  PublishOutput,
  ReportOutput,
  SyncOutput,
} from '../__fixtures__/json-shapes.ts';
import { type Outcome, runCommand } from '../__fixtures__/run-command.ts';

let project: CityProject;
let synced: Outcome;
const call = (...args: string[]) => runCommand(args, project);

beforeAll(async () => {
  project = await createCityProject();
  synced = await call('sync', '--json');
}, 120_000);
afterAll(() => project?.remove());

describe('sync', () => {
  it('prints a report of the documented shape, and only that, to stdout', () => {
    const report = SyncOutput.parse(synced.json());
    expect(report.streams.map(({ source }) => source)).toEqual(
      expect.arrayContaining(['vendor', 'wonde', 'activities']),
    );
    for (const stream of [report.totals, ...report.streams]) {
      const { read, loaded, unchanged, deleted, duplicate, quarantined } = stream;
      expect(loaded + unchanged + deleted + duplicate + quarantined).toBe(read);
    }
  });

  it('loads every mark of the city', () => {
    const { streams } = SyncOutput.parse(synced.json());
    let marks = 0;
    for (const _ of project.city.dataset.AttendanceMark) marks += 1;
    expect(streams.find(({ stream }) => stream === 'attendance')).toMatchObject({
      status: 'complete',
      loaded: marks,
      quarantined: 0,
    });
  });

  it('sets aside the row that names an unknown kind, with its place and the nearest kind', () => {
    const { streams } = SyncOutput.parse(synced.json());
    const activities = streams.find(({ stream }) => stream === 'activities');
    expect(activities).toMatchObject({ loaded: 2, quarantined: 1 });
    expect(activities?.quarantine[0]).toMatchObject({
      place: { file: 'activities.csv', line: 6, field: 'kind' },
      reason: expect.stringContaining('joint-training'),
    });
  });

  it('read again, finds nothing new, and says so in a table', async () => {
    const again = await call('sync', '--source', 'vendor', '--source', 'activities');
    expect(again.code).toBe(0);
    expect(again.stdout).toMatch(/^source +stream +rows +read +loaded/);
    expect(again.stdout).toContain('complete');
    expect(again.stderr).toMatch(/records read, 0 new or changed, in/);
    expect(again.stderr).toContain('Set aside activities activities, activities.csv, line 6');
  });

  it('reads only the stream that is named', async () => {
    const { streams } = SyncOutput.parse((await call('sync', '--stream', 'wonde.schools', '--json')).json());
    expect(streams.map(({ source, stream }) => `${source}.${stream}`)).toEqual(['wonde.schools']);
  });

  it.each([
    [['--source', 'wond'], 'The configuration has no source “wond”. Use one of vendor, wonde, activities.'],
    [['--stream', 'marks'], 'No source has a stream “marks”. Use one of vendor.Organisation'],
  ])('%j is refused with the names there are', async (options, message) => {
    const outcome = await call('sync', ...options);
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toContain(message);
  });

  it('a stream that fails does not stop the others: exit code 3, and the report says why', async () => {
    const environment = { ...project.environment, WONDE_TOKEN: 'expired' };
    const options = { directory: project.directory, environment };
    const args = [
      'sync',
      '--store',
      'refused.duckdb',
      '--stream',
      'wonde.schools',
      '--stream',
      'SchoolGroup',
    ];
    const { code, stderr } = await runCommand(args, options);
    expect(code).toBe(3);
    expect(stderr).toContain('Failed wonde schools: ');
    expect(stderr).toContain('Check the token or key');
    const report = SyncOutput.parse((await runCommand([...args, '--json'], options)).json());
    expect(report.status).toBe('incomplete');
    expect(report.streams.map(({ stream, status }) => [stream, status])).toEqual([
      ['SchoolGroup', 'complete'],
      ['schools', 'failed'],
    ]);
    expect(report.streams[1]?.error?.code).toBe('http.auth');
  });

  it('only commands that ask the source need its token', async () => {
    const options = { directory: project.directory, environment: {} };
    const token = process.env.WONDE_TOKEN;
    delete process.env.WONDE_TOKEN;
    try {
      const evaluated = await runCommand(
        ['evaluate', '--json', '--indicator', 'roll.stability', '--scope', 'group:A'],
        options,
      );
      expect(evaluated.code).toBe(0);
      const synced = await runCommand(['sync', '--store', 'no-token.duckdb'], options);
      expect(synced).toMatchObject({ code: 2, stdout: '' });
      expect(synced.stderr).toContain('The environment variable WONDE_TOKEN is not set.');
      const doctor = DoctorOutput.parse((await runCommand(['doctor', '--json'], options)).json());
      expect(doctor).toContainEqual({
        check: 'Secrets',
        state: 'problem',
        detail: expect.stringContaining('WONDE_TOKEN is not set'),
      });
      const { detail = '' } = doctor.find(({ check }) => check === 'Secrets') ?? {};
      expect(detail.split('Set it before the command')).toHaveLength(2);
    } finally {
      if (token !== undefined) process.env.WONDE_TOKEN = token;
    }
  });

  it('without a key, no person is read', async () => {
    const environment = { WONDE_TOKEN: project.environment.WONDE_TOKEN ?? '' };
    const args = ['sync', '--store', 'no-key.duckdb', '--stream', 'students'];
    const { code, stderr } = await runCommand(args, { directory: project.directory, environment });
    expect(code).toBe(3);
    expect(stderr).toContain('Set COLLEGIAL_KEY to 32 random bytes');
  });

  it('stopped, it exits with 130 and still prints its report', async () => {
    const options = { ...project, signal: AbortSignal.abort() };
    const outcome = await runCommand(['sync', '--store', 'stopped.duckdb', '--json'], options);
    expect(outcome.code).toBe(130);
    expect(SyncOutput.parse(outcome.json()).status).toBe('aborted');
  });
});

describe('evaluate', () => {
  const some = ['evaluate', '--indicator', 'presence.absence-rate', '--scope', 'group:*'];

  it('prints exact results of the documented shape', async () => {
    const outcome = await call(...some, '--by', 'sex', '--period', '2022/23', '--json');
    const results = EvaluateOutput.parse(outcome.json());
    expect(outcome.code).toBe(0);
    expect(new Set(results.map(({ scope }) => scope.id))).toEqual(new Set(['A', 'B', 'C', 'D']));
    expect(new Set(results.map(({ subgroup }) => subgroup?.value))).toEqual(new Set([undefined, 'F', 'M']));
    for (const { state, value } of results) {
      if (state.kind !== 'ratio') throw new Error('an absence rate is a ratio');
      expect(value).toBeCloseTo(state.numerator / state.denominator, 12);
    }
  });

  it.each(['achievement.attainment-8', 'achievement.disadvantage-gap', 'achievement.between-school-spread'])(
    'prints the state of %s in the documented shape',
    async (indicator) => {
      const outcome = await call('evaluate', '--indicator', indicator, '--scope', 'group:B', '--json');
      expect(EvaluateOutput.parse(outcome.json())).toHaveLength(1);
    },
  );

  it('says that the figures are exact, on stderr', async () => {
    const { stdout, stderr } = await call(...some, '--store', 'city.duckdb');
    expect(stdout).toMatch(/^indicator +scope +students +period +value/);
    expect(stdout).toMatch(/presence\.absence-rate +group:A +all +2022\/23 +0\.\d{4} /);
    expect(stderr).toContain('for the controller only');
  });

  it.each([
    [['--indicator', 'presence.absence', '--scope', 'group:A'], 'indicator.unknown', 'absence-rate'],
    [['--indicator', 'presence.absence-rate', '--scope', 'group:Z'], 'scope.unknown', 'no group “Z”'],
    [['--indicator', 'presence.absence-rate', '--scope', 'A'], 'argument.invalid', 'for example group:A'],
    [
      ['--indicator', 'presence.absence-rate', '--scope', 'group:A', '--period', '2023'],
      'period.invalid',
      'Write it as 2023/24',
    ],
    [
      ['--indicator', 'presence.absence-rate', '--scope', 'group:A', '--by', 'star-sign'],
      'argument.invalid',
      'Choose one of sex, disadvantaged',
    ],
    [['--indicator', 'presence.absence-rate'], 'argument.invalid', 'The option --scope is missing.'],
    [['--scope', 'group:A'], 'argument.invalid', 'The option --indicator is missing.'],
    [
      ['--indicator', 'presence.absence-rate', '--scope', 'group:A', '--store', 'typo.duckdb'],
      'file.not-found',
      'There is no store yet. (typo.duckdb)',
    ],
  ])('%j: exit code 2, nothing on stdout, %s', async (options, code, message) => {
    const outcome = await call('evaluate', ...options);
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toContain(code);
    expect(outcome.stderr).toContain(message);
    expect(existsSync(join(project.directory, 'typo.duckdb'))).toBe(false);
  });

  it('refuses a file that is no store without a stack trace', async () => {
    await writeFile(join(project.directory, 'text.duckdb'), 'this is no database, whatever its name says');
    const outcome = await call(...some, '--store', 'text.duckdb');
    expect(outcome).toMatchObject({ code: 1, stdout: '' });
    expect(outcome.stderr).toContain('store.open-failed');
    expect(outcome.stderr).not.toMatch(/^\s+at /m);
  });

  it('stopped, it exits with 130', async () => {
    const outcome = await runCommand(some, { ...project, signal: AbortSignal.abort() });
    expect(outcome).toMatchObject({ code: 130, stdout: '' });
    expect(outcome.stderr).toContain('Stopped.');
  });
});

describe('publish and report', () => {
  let published: ReturnType<typeof PublishOutput.parse>;
  beforeAll(async () => {
    const args = ['publish', '--json', '--by', 'sex', '--period', '2022/23'];
    published = PublishOutput.parse((await call(...args)).json());
  });

  it('publish prints the manifest of the edition that it wrote', async () => {
    const manifest = JSON.parse(await readFile(join(published.path, 'manifest.json'), 'utf8'));
    expect(published.manifest).toEqual(manifest);
    expect(manifest.title).toBe('A small city');
    expect(
      manifest.documents.filter(({ audience }: { audience: string }) => audience === 'group'),
    ).toHaveLength(4);
  });

  it('publish lists the documents for people', async () => {
    const { code, stdout, stderr } = await call('publish', '--audience', 'group', '--to', 'for-groups');
    expect(code).toBe(0);
    expect(stdout.split('\n').slice(0, 2)).toEqual([
      'audience  scope    title',
      'group     group:A  Group A',
    ]);
    expect(stderr).toContain('4 documents in ');
  });

  it('publish refuses a scope that does not exist', async () => {
    const { code, stderr } = await call('publish', '--scope', 'group:Z', '--to', 'never');
    expect(code).toBe(2);
    expect(stderr).toContain('There is no group “Z”.');
    expect(existsSync(join(project.directory, 'never'))).toBe(false);
  });

  it('report writes one page for partner schools, and says which documents are in it', async () => {
    const outcome = await call('report', '--json', '--out', 'pages/groups.html');
    const report = ReportOutput.parse(outcome.json());
    expect(report.edition).toBe(published.manifest.edition);
    expect(report.documents).toEqual(
      ['A', 'B', 'C', 'D'].map((id) => ({ audience: 'group', scope: `group:${id}` })),
    );
    expect(await readFile(report.file, 'utf8')).toMatch(/^<!doctype html>/);
  });

  it.each([
    [['--scope', 'group:B'], ['group:B']],
    [['--audience', 'own', '--scope', 'school:urn:990001'], ['school:urn:990001']],
    [
      ['--audience', 'group', '--scope', 'group:*'],
      ['group:A', 'group:B', 'group:C', 'group:D'],
    ],
  ])('report %j holds %j', async (options, scopes) => {
    const { documents } = ReportOutput.parse((await call('report', '--json', ...options)).json());
    expect(documents.map(({ scope }) => scope)).toEqual(scopes);
  });

  it.each([
    [['--scope', 'group:Z'], 'release.not-available', 'The edition has, for example: own school:'],
    [['--audience', 'public'], 'release.not-available', 'The edition has, for example: own school:'],
    [['--release', 'nowhere'], 'release.not-found', 'Publish one with `collegial publish`'],
    [['--scope', 'everything'], 'argument.invalid', 'Write kind:id'],
  ])('report %j: exit code 2 and %s', async (options, code, message) => {
    const outcome = await call('report', ...options);
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toContain(code);
    expect(outcome.stderr).toContain(message);
  });

  it('report never falls back to exact documents: whoever wants them names the audience', async () => {
    await call('publish', '--json', '--audience', 'own', '--to', 'exact');
    const outcome = await call('report', '--release', 'exact');
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toContain('Exact documents must be asked for with --audience own.');
  });
});

describe('catalogue', () => {
  it('prints every indicator in the documented shape, wherever it is called', async () => {
    const entries = CatalogueOutput.parse((await call('catalogue', '--json')).json());
    const ids = entries.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const indicators = entries.filter((entry) => 'sql' in entry);
    expect(indicators.length).toBeGreaterThanOrEqual(16);
    for (const { balancedBy, sql, caution } of indicators) {
      expect(sql).toMatch(/select/i);
      expect(caution).not.toBe('');
      for (const id of balancedBy) expect(id).toMatch(/^[a-z-]+\.[a-z0-9-]+$/);
    }
  });

  it('lists every measure of collaboration besides them, in every form', async () => {
    const entries = CatalogueOutput.parse((await call('catalogue', '--json')).json());
    const measures = entries.filter((entry) => 'about' in entry);
    expect(measures).toEqual(collaborationMeasures);
    const [text, markdown] = await Promise.all([call('catalogue'), call('catalogue', '--markdown')]);
    for (const { id, title } of collaborationMeasures) {
      expect(text.stdout).toMatch(new RegExp(`^${id} +of a [a-z ]+${title.replaceAll(/[()?]/g, '.')}$`, 'm'));
      expect(markdown.stdout).toContain(`\n## ${id}\n`);
    }
  });

  it('prints a table, or Markdown', async () => {
    expect((await call('catalogue')).stdout).toMatch(/^id +kind +title\n/);
    expect((await call('catalogue', '--markdown')).stdout).toMatch(/^# /);
  });
});

describe('doctor', () => {
  it('asks each stream for its first page when told to, and writes nothing', async () => {
    const outcome = await call('doctor', '--json', '--sources');
    const findings = DoctorOutput.parse(outcome.json());
    expect(findings).toContainEqual({
      check: 'wonde students',
      state: 'ok',
      detail: expect.stringMatching(/^readable, [1-9]\d* rows on the first page$/),
    });
    expect(findings.filter(({ state }) => state === 'problem')).toEqual([]);
  });

  it('finds Node, configuration, key and store in order, and says what was set aside', async () => {
    const outcome = await call('doctor', '--json');
    const findings = DoctorOutput.parse(outcome.json());
    expect(outcome.code).toBe(0);
    const state = Object.fromEntries(findings.map(({ check, state }) => [check, state]));
    expect(state).toMatchObject({
      Node: 'ok',
      Configuration: 'ok',
      Key: 'ok',
      Store: 'ok',
      'Set aside': 'warning',
    });
    expect(findings.find(({ check }) => check === 'Store')?.detail).toMatch(/\d+ AttendanceMark/);
  });

  it('a problem gives exit code 3', async () => {
    const outcome = await call('doctor', '--config', 'nowhere.ts');
    expect(outcome.code).toBe(3);
    expect(outcome.stdout).toMatch(/^problem +Configuration: The configuration nowhere\.ts does not exist/m);
  });
});
