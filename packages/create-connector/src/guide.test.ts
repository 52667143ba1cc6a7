import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { command } from './__fixtures__/run-vitest.ts';
import { type ScaffoldFolder, scaffoldFolder } from './__fixtures__/scaffold-folder.ts';

const place = new URL('../../../docs/guides/write-a-connector.md', import.meta.url);
let guide: string;
let snippets: string[];
let folder: ScaffoldFolder;
beforeAll(async () => {
  guide = await readFile(place, 'utf8');
  snippets = [...guide.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code = '']) => code);
  folder = await scaffoldFolder();
  await mkdir(join(folder.directory, 'src'));
  for (const [index, code] of snippets.entries())
    await writeFile(join(folder.directory, `src/snippet-${index}.ts`), code);
});
afterAll(() => folder.remove());

it('has snippets with sound types', { timeout: 120_000 }, async () => {
  expect(snippets.length).toBeGreaterThanOrEqual(5);
  const tsconfig = JSON.parse(
    await readFile(new URL('../templates/project/tsconfig.json', import.meta.url), 'utf8'),
  );
  tsconfig.compilerOptions.customConditions = ['@collegial/source'];
  await writeFile(join(folder.directory, 'tsconfig.json'), JSON.stringify(tsconfig));
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  expect(await command(process.execPath, [tsc], folder)).toEqual({ code: 0, output: '' });
});

it('has snippets that run and give what their comments say', async () => {
  const modules: Record<string, unknown> = {};
  for (const index of snippets.keys())
    Object.assign(modules, await import(join(folder.directory, `src/snippet-${index}.ts`)));
  expect(modules).toMatchObject({
    row: { id: '7', studentId: '12', entryDate: '2023-09-04' },
    known: 'present',
    unknown: undefined,
  });
  expect(modules.acme).toHaveProperty('streams.students.entity', 'Student');
  const { readAfterKey } = modules as {
    readAfterKey: (context: object) => AsyncIterable<{ rows: unknown[] }>;
  };
  const asked: unknown[] = [];
  const keys = ['a', 'b', 'c', 'd', 'e'];
  const http = {
    async json(_: string, { search: { after } }: { search: { after?: string } }) {
      asked.push(after);
      const rest = keys.filter((key) => after === undefined || key > after);
      return { body: { items: rest.slice(0, 2).map((key) => ({ key })), more: rest.length > 2 } };
    },
  };
  const read: unknown[] = [];
  for await (const { rows } of readAfterKey({ http, cursor: { after: 'a' } })) read.push(...rows);
  expect(read).toEqual([{ key: 'b' }, { key: 'c' }, { key: 'd' }, { key: 'e' }]);
  expect(asked).toEqual(['a', 'c']);
});

it('shows how enrolments get the number of their school', async () => {
  const index = snippets.findIndex((code) => code.includes('readEnrolments'));
  const { readEnrolments } = (await import(join(folder.directory, `src/snippet-${index}.ts`))) as {
    readEnrolments: (context: object) => AsyncIterable<{ rows: unknown[] }>;
  };
  const lists: Record<string, unknown[]> = {
    schools: [{ id: 1, urn: 990001 }],
    enrolments: [{ id: 'E', schoolId: 1 }],
  };
  const http = {
    json: async (path: string) => ({
      body: { data: lists[path] },
      headers: new Headers(),
      url: 'https://mis.example/',
    }),
  };
  for await (const { rows } of readEnrolments({ http }))
    expect(rows).toEqual([{ id: 'E', schoolId: 1, schoolUrn: 990001 }]);
  expect.assertions(1);
});

it('links to what there is', () => {
  const links = [...guide.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target);
  const headings = new Set(
    [...guide.matchAll(/^## (.+)$/gm)].map(
      ([, heading = '']) => `#${heading.toLowerCase().replaceAll(' ', '-')}`,
    ),
  );
  const broken = links.filter((target) =>
    target.startsWith('#') ? !headings.has(target) : !existsSync(join(dirname(place.pathname), target)),
  );
  expect(broken).toEqual([]);
});
