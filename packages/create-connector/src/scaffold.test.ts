import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { command, runVitest, type VitestRun } from './__fixtures__/run-vitest.ts';
import { type ScaffoldFolder, scaffoldFolder } from './__fixtures__/scaffold-folder.ts';
import {
  type AccessStyle,
  accessStyles,
  createConnector,
  type PagingStyle,
  pagingStyles,
  type ScaffoldEntity,
  scaffoldEntities,
} from './index.ts';

const everything = Object.keys(scaffoldEntities) as ScaffoldEntity[];
const combinations = (Object.keys(accessStyles) as AccessStyle[])
  .filter((access) => access !== 'files')
  .flatMap((access) => (Object.keys(pagingStyles) as PagingStyle[]).map((paging) => ({ access, paging })));

/** One entity each, in turn, so that all combinations together meet every entity with several styles. */
const projects = combinations.map(({ access, paging }, index) => ({
  name: `${access}-${paging}`,
  access,
  paging,
  entities: [everything[index % everything.length] as ScaffoldEntity],
}));

describe('the scaffold in every style of access and paging', { timeout: 300_000 }, () => {
  let folder: ScaffoldFolder;
  let run: VitestRun;
  beforeAll(async () => {
    folder = await scaffoldFolder();
    for (const { name, ...options } of projects)
      await createConnector({ vendor: 'Acme MIS', directory: join(folder.directory, name), ...options });
    const others = {
      files: { access: 'files', entities: everything },
      default: {},
      everything: { entities: everything },
    } as const;
    for (const [name, options] of Object.entries(others))
      await createConnector({ vendor: 'Acme MIS', directory: join(folder.directory, name), ...options });
    run = await runVitest(folder.directory, {
      include: ['*/src/*-conformance.test.ts', '{files,default,everything}/src/*.test.ts'],
      // Each entity runs its conformance in one of the combinations; all of one project together would take half of the time.
      exclude: ['everything/src/*-conformance.test.ts'],
    });
  }, 300_000);
  afterAll(() => folder.remove());

  it('passes its own tests', () => {
    expect(run.failed).toEqual([]);
    expect(run.success).toBe(true);
    const mapped = run.passed.filter((test) => test.startsWith('everything › '));
    expect(mapped.length).toBeGreaterThanOrEqual(everything.length);
  });

  it.each([...projects.map(({ name }) => name), 'files', 'default'])(
    '%s ran its conformance suites',
    (name) => {
      const own = run.passed.filter((test) => test.startsWith(`${name} › `));
      for (const suite of [
        'contract',
        'incremental',
        'resume',
        'delete-safety',
        'faults',
        'secrets',
        'readme',
      ])
        expect(
          own.some((test) => test.includes(`conformance of acme-mis ${suite}`)),
          suite,
        ).toBe(true);
    },
  );

  it('has sound types and no unused names', async () => {
    // One program over all projects: each by itself would type-check the kit and zod again.
    const { compilerOptions } = JSON.parse(
      await readFile(join(folder.directory, 'default/tsconfig.json'), 'utf8'),
    ) as { compilerOptions: object };
    await writeFile(
      join(folder.directory, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: { ...compilerOptions, customConditions: ['@collegial/source'] },
        include: ['*/src', '*/*.config.ts'],
      }),
    );
    const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
    expect(await command(process.execPath, [tsc], folder)).toEqual({ code: 0, output: '' });
  });
});

describe('a scaffold that is broken on purpose', { timeout: 120_000 }, () => {
  const edit = async (file: string, from: string, to: string) => {
    const text = await readFile(file, 'utf8');
    expect(text).toContain(from);
    await writeFile(file, text.replace(from, to));
  };
  const faults = {
    'loses rows when the server gives fewer than asked for': {
      file: 'src/read-list.ts',
      from: 'total: ({ total }) => total,',
      to: 'total: ({ total }) => total,\n      isLast: (body) => body.data.length < 200,',
      suite: 'paging',
    },
    'lets ids of people through': {
      file: 'src/acme-mis-ids.ts',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the text of a template literal
      from: 'identity.pseudonym(`${source}-${kind}`, id)',
      to: 'id',
      suite: 'contract',
    },
    'lets national numbers through': {
      file: 'src/map-student.ts',
      from: "ids.identity.pseudonym('upn', upn)",
      to: 'upn',
      suite: 'secrets',
    },
    'needs a field that may be missing': {
      file: 'src/map-student.ts',
      from: "row.gender?.toLowerCase() ?? ''",
      to: 'row.gender!.toLowerCase()',
      suite: 'leniency',
    },
    'loses its README': { file: 'README.md', from: '## Errors', to: '## Faults', suite: 'readme' },
  };
  let folder: ScaffoldFolder;
  let run: VitestRun;
  beforeAll(async () => {
    folder = await scaffoldFolder();
    for (const [index, { file, from, to }] of Object.values(faults).entries()) {
      const directory = join(folder.directory, `broken-${index}`);
      await createConnector({ vendor: 'Acme MIS', directory, entities: ['Student'] });
      await edit(join(directory, file), from, to);
    }
    run = await runVitest(folder.directory, { include: ['**/src/*-conformance.test.ts'] });
  }, 120_000);
  afterAll(() => folder.remove());

  it.each(Object.entries(faults).map(([name, { suite }], index) => ({ name, suite, index })))(
    '$name: the suite $suite fails',
    ({ suite, index }) => {
      const failed = run.failed.filter((test) => test.startsWith(`broken-${index} › `));
      expect(failed.filter((test) => test.includes(`conformance of acme-mis ${suite} `))).not.toEqual([]);
    },
  );
});
