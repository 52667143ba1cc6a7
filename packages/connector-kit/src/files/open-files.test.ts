import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { makeZip } from '../__fixtures__/make-zip.ts';
import { openFiles } from './open-files.ts';
import { readTextFile } from './read-text-file.ts';

const root = mkdtempSync(join(tmpdir(), 'open-files-'));
afterAll(() => rmSync(root, { recursive: true }));

it('gives the files of a folder and of an archive alike', async () => {
  const folder = join(root, 'folder');
  mkdirSync(join(folder, 'below'), { recursive: true });
  writeFileSync(join(folder, 'a.csv'), 'x\n1\n');
  writeFileSync(join(folder, 'below', 'b.csv'), 'x\n2\n');
  const archive = join(root, 'archive.zip');
  const entry = (name: string, text: string) => ({ name, content: Buffer.from(text) });
  writeFileSync(
    archive,
    makeZip([entry('a.csv', 'x\n1\n'), entry('in/b.csv', 'x\n2\n'), entry('__MACOSX/a.csv', '?')]),
  );
  const read = async (path: string) => {
    const { name, files, close } = await openFiles(path);
    const texts = await Promise.all(
      files.map(async (file) => [file.folder, file.name, (await readTextFile(file)).text]),
    );
    close();
    return { name, texts };
  };
  expect(await read(folder)).toEqual({ name: 'folder', texts: [['', 'a.csv', 'x\n1\n']] });
  expect(await read(archive)).toEqual({
    name: 'archive.zip',
    texts: [
      ['', 'a.csv', 'x\n1\n'],
      ['in/', 'b.csv', 'x\n2\n'],
    ],
  });
});

it('says that there is nothing', async () => {
  await expect(openFiles(join(root, 'none.zip'))).rejects.toMatchObject({ code: 'file.not-found' });
});
