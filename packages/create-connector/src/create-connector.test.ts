import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  type AccessStyle,
  accessStyles,
  type CreateConnectorOptions,
  createConnector,
  type PagingStyle,
  pagingStyles,
  ScaffoldError,
} from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'create-collegial-connector-'));
let made = 0;
const fresh = () => {
  made += 1;
  return join(folder, `made-${made}`);
};
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('createConnector', () => {
  it('writes the fixed file set', async () => {
    const { files, directory, packageName } = await createConnector({
      vendor: 'Acme MIS',
      directory: fresh(),
    });
    expect(files).toEqual([
      '.gitignore',
      'README.md',
      'package.json',
      'src/__fixtures__/map-context.ts',
      'src/acme-mis-config.ts',
      'src/acme-mis-conformance.test.ts',
      'src/acme-mis-connector.ts',
      'src/acme-mis-ids.ts',
      'src/acme-mis-live.test.ts',
      'src/acme-mis-schemas.ts',
      'src/index.ts',
      'src/map-enrolment.test.ts',
      'src/map-enrolment.ts',
      'src/map-organisation.test.ts',
      'src/map-organisation.ts',
      'src/map-student.test.ts',
      'src/map-student.ts',
      'src/read-list.ts',
      'src/testing/acme-mis-data.ts',
      'src/testing/acme-mis-server.ts',
      'src/testing/answer-page.ts',
      'src/testing/authorize.ts',
      'src/testing/index.ts',
      'tsconfig.json',
      'tsup.config.ts',
      'vitest.config.ts',
    ]);
    const there = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(there).toHaveLength(files.length);
    const manifest = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'));
    expect(manifest).toMatchObject({ name: packageName, type: 'module' });
    expect(manifest).not.toHaveProperty('license');
    const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.every((version) => typeof version === 'string')).toBe(true);
  });

  it('leaves no mark of a template in any style', async () => {
    const plans: CreateConnectorOptions[] = [
      { vendor: 'Zeta', access: 'files' },
      ...(Object.keys(accessStyles) as AccessStyle[])
        .filter((access) => access !== 'files')
        .flatMap((access) =>
          (Object.keys(pagingStyles) as PagingStyle[]).map((paging) => ({ vendor: 'Zeta', access, paging })),
        ),
    ];
    for (const plan of plans) {
      const { directory, files } = await createConnector({ ...plan, directory: fresh() });
      for (const file of files)
        expect(`${file}\n${readFileSync(join(directory, file), 'utf8')}`).not.toMatch(
          /vendor[-_ ]?name|#(end)?region/i,
        );
    }
    expect(plans).toHaveLength(37);
  });

  it('takes a directory that version control has begun in', async () => {
    const directory = fresh();
    mkdirSync(join(directory, '.git'), { recursive: true });
    await createConnector({ vendor: 'Acme', directory });
    expect(existsSync(join(directory, 'src/index.ts'))).toBe(true);
  });
});

describe('what cannot be used', () => {
  it.each<[string, object, RegExp]>([
    ['a name', { vendor: 'Школа' }, /not Latin/],
    ['a way of access', { access: 'telepathy' }, /“telepathy”.*access/],
    ['a way of paging', { paging: 'scroll' }, /“scroll”.*paging/],
    ['what every object has', { paging: 'constructor' }, /“constructor”/],
    ['pages of files', { access: 'files', paging: 'offset' }, /Files have no pages/],
    ['an entity', { entities: ['Student', 'Unicorn'] }, /“Unicorn”/],
    ['no entity', { entities: [] }, /No entity/],
    ['the name of a package', { packageName: 'Not A Name' }, /npm package/],
  ])('%s is refused with a fix, and nothing is written', async (_, options, message) => {
    const directory = fresh();
    const attempt = createConnector({ vendor: 'Acme MIS', directory, ...options });
    await expect(attempt).rejects.toThrow(message);
    await expect(attempt).rejects.toThrow(ScaffoldError);
    await expect(attempt).rejects.toHaveProperty('fix', expect.stringMatching(/\S/));
    expect(existsSync(directory)).toBe(false);
  });

  it('a directory with something in it is left as it was', async () => {
    const directory = fresh();
    mkdirSync(directory);
    writeFileSync(join(directory, 'thesis.txt'), 'mine');
    await expect(createConnector({ vendor: 'Acme', directory })).rejects.toThrow(/not empty/);
    expect(readdirSync(directory)).toEqual(['thesis.txt']);
    await expect(
      createConnector({ vendor: 'Acme', directory: join(directory, 'thesis.txt') }),
    ).rejects.toThrow(/is a file/);
  });
});

it('the package that is published holds every template', () => {
  const root = join(import.meta.dirname, '..');
  const [{ files }] = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root, encoding: 'utf8' }),
  ) as [{ files: { path: string }[] }];
  const packed = files.map(({ path }) => path);
  const templates = readdirSync(join(root, 'templates'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
  expect(templates.length).toBeGreaterThan(40);
  expect(templates.filter((file) => !packed.includes(file))).toEqual([]);
});
