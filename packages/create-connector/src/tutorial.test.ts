import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen } from './__fixtures__/listen.ts';
import { command } from './__fixtures__/run-vitest.ts';
import { type ScaffoldFolder, scaffoldFolder } from './__fixtures__/scaffold-folder.ts';
import { applyBlock, tutorialBlocks } from './__fixtures__/tutorial.ts';
import { type CreateConnectorOptions, createConnector } from './index.ts';

let folder: ScaffoldFolder;
beforeAll(async () => {
  folder = await scaffoldFolder();
});
afterAll(() => folder.remove());

/** A scaffold that finds the packages of this repository as sources, where an author has them installed. */
async function scaffold(name: string, options: Partial<CreateConnectorOptions>): Promise<string> {
  const directory = join(folder.directory, name);
  await createConnector({ vendor: 'Acme MIS', directory, entities: ['Student'], ...options });
  await writeFile(
    join(directory, 'vitest.config.ts'),
    `import { tests } from '@collegial/tooling/vitest';\nexport default tests();\n`,
  );
  const tsconfig = join(directory, 'tsconfig.json');
  const text = await readFile(tsconfig, 'utf8');
  await writeFile(
    tsconfig,
    text.replace('"strict"', '"customConditions": ["@collegial/source"],\n    "strict"'),
  );
  return directory;
}

/** Follows the tutorial: puts each block of code where it says, and gives the commands in their order. */
async function follow(directory: string): Promise<string[]> {
  const blocks = await tutorialBlocks(directory);
  for (const block of blocks) if (block.language === 'ts') await applyBlock(directory, block);
  const shell = blocks.filter(({ language }) => language === 'sh');
  expect(blocks.every(({ language }) => language === 'ts' || language === 'sh')).toBe(true);
  return shell.flatMap(({ text }) => text.trim().split('\n'));
}

const quick = { COLLEGIAL_FAULT_PLANS: '3' };
const run = (line: string, directory: string, environment: Record<string, string> = quick) =>
  command('sh', ['-c', line], { directory, environment });

describe('the tutorial for a server', { timeout: 240_000 }, () => {
  it('can be followed to its end', async () => {
    const directory = await scaffold('server', {});
    const commands = await follow(directory);
    expect([...new Set(commands)]).toEqual([
      'npm install',
      'npm test',
      'npm run typecheck',
      "ACME_MIS_SETTINGS='{ settings as JSON }' npm run live",
      'npm run build',
      'npm pack --dry-run',
    ]);

    const tested = await run('npm test', directory);
    expect(tested, tested.output).toMatchObject({ code: 0 });
    const report = await readFile(join(directory, 'reports/conformance.md'), 'utf8');
    expect(report).toContain('exclusions');
    const typed = await run('npm run typecheck', directory);
    expect(typed, typed.output).toMatchObject({ code: 0 });

    const server = (await import(join(directory, 'src/testing/index.ts'))).createAcmeMisServer();
    const { url, close } = await listen(server.fetch);
    const settings = JSON.stringify({ ...server.settings, baseUrl: `${url}/api/v1/` });
    const live = await run('npm run live', directory, { ACME_MIS_SETTINGS: settings });
    await close();
    expect(live, live.output).toMatchObject({ code: 0 });
    expect(live.output).toMatch(/students.*readable/);
    expect(live.output).not.toContain('Quillfeather');
    const recording = await readFile(join(directory, 'src/__fixtures__/cassette.json'), 'utf8');
    expect(recording).not.toMatch(/Quillfeather|invented-token/);
    // Without a server, the recording stands in for it.
    const replayed = await run('npm run live', directory);
    expect(replayed, replayed.output).toMatchObject({ code: 0 });
    expect(replayed.output).toMatch(/students.*complete/);

    // Types of the packages are only there when those are built.
    const built = await run('npm run build -- --no-dts', directory);
    expect(built, built.output).toMatchObject({ code: 0 });
    const packed = await run('npm pack --dry-run', directory);
    expect(packed, packed.output).toMatchObject({ code: 0 });
    expect(packed.output).toContain('dist/testing.js');
  });
});

describe('the tutorial for files', { timeout: 240_000 }, () => {
  it('can be followed to its end', async () => {
    const directory = await scaffold('files', { access: 'files' });
    const commands = await follow(directory);
    expect(commands).toContain("ACME_MIS_SETTINGS='{ settings as JSON }' npm run live");

    const tested = await run('npm test', directory);
    expect(tested, tested.output).toMatchObject({ code: 0 });
    const typed = await run('npm run typecheck', directory);
    expect(typed, typed.output).toMatchObject({ code: 0 });

    const exports = join(directory, 'exports');
    await mkdir(exports);
    const { settings } = (await import(join(directory, 'src/testing/index.ts'))).createAcmeMisExport({
      folder: exports,
    });
    const live = await run('npm run live', directory, { ACME_MIS_SETTINGS: JSON.stringify(settings) });
    expect(live, live.output).toMatchObject({ code: 0 });
    expect(live.output).toMatch(/students.*complete/);
  });
});
