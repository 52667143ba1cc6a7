import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { type EditionDocument, type EditionManifest, editionSchemaVersion } from '@collegial/model';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeEdition } from '../edition/write-edition.ts';
import { createPolicy } from '../policy.ts';
import { openRelease } from './open-release.ts';

const document = (id: string, audience: EditionDocument['audience'] = 'public'): EditionDocument => ({
  schemaVersion: editionSchemaVersion,
  audience,
  scope: { kind: 'school', id },
  title: `School ${id}`,
  periods: [],
  indicators: [],
  figures: [],
  members: [],
  collaboration: null,
  protection: { rule: 'None.', figures: 0, suppressed: 0 },
  notes: [`Written for ${id}.`],
});
const wanted = { audience: 'public', scope: { kind: 'school', id: 'urn:1' } } as const;

let folder: string;
let manifest: EditionManifest;
let counter = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'collegial-reader-'));
  manifest = await writeEdition({
    to: join(folder, 'good'),
    documents: [document('urn:1'), document('urn:2'), document('urn:1', 'own')],
    title: 'Edition',
    snapshot: 'snapshot',
    policy: createPolicy(),
    publishedAt: '2024-07-20T10:00:00.000Z',
  });
});
afterAll(() => rm(folder, { recursive: true }));

/** A copy of the edition to spoil. */
async function copy(): Promise<{ root: string; edition: string }> {
  counter += 1;
  const root = join(folder, `copy-${counter}`);
  await cp(join(folder, 'good'), root, { recursive: true });
  return { root, edition: join(root, manifest.edition) };
}
async function change(path: string, edit: (manifest: Record<string, unknown>) => void): Promise<void> {
  const value = JSON.parse(await readFile(path, 'utf8'));
  edit(value);
  await writeFile(path, JSON.stringify(value));
}

describe('an edition is read back as it was written', () => {
  test('from the folder of editions, from the edition itself, and from a file URL', async () => {
    for (const source of [
      join(folder, 'good'),
      join(folder, 'good', manifest.edition),
      pathToFileURL(join(folder, 'good')),
    ]) {
      const release = await openRelease(source);
      expect(await release.manifest()).toEqual(manifest);
      expect(await release.document(wanted)).toEqual(document('urn:1'));
    }
  });

  test('over HTTP with a given fetch, also from a host that unpacks on the way', async () => {
    for (const unpacks of [false, true]) {
      const asked: string[] = [];
      const fetch = async (url: string) => {
        asked.push(url);
        const path = join(folder, new URL(url).pathname);
        const bytes = await readFile(path).catch(() => undefined);
        if (bytes === undefined) return new Response(null, { status: 404 });
        return new Response(
          new Uint8Array(unpacks && path.endsWith('.br') ? brotliDecompressSync(bytes) : bytes),
        );
      };
      const release = await openRelease('https://example.org/good', { fetch });
      expect(await release.document(wanted)).toEqual(document('urn:1'));
      expect(asked).toEqual([
        'https://example.org/good/latest',
        `https://example.org/good/${manifest.edition}/manifest.json`,
        `https://example.org/good/${manifest.edition}/${manifest.documents[0]?.file}`,
      ]);
      await expect(openRelease('https://example.org/none', { fetch })).rejects.toMatchObject({
        code: 'release.not-found',
      });
    }
  });

  test('from a function that gives bytes, with its own unpacking', async () => {
    const release = await openRelease(
      async (file) => readFile(join(folder, 'good', file)).catch(() => undefined),
      { decompress: async (bytes) => new Uint8Array(brotliDecompressSync(bytes)) },
    );
    expect(await release.document(wanted)).toEqual(document('urn:1'));
  });

  test('a host that fails is not an edition that is absent', async () => {
    const fetch = async () => new Response('busy', { status: 503 });
    await expect(openRelease('https://example.org/', { fetch })).rejects.toMatchObject({
      code: 'http.upstream',
    });
  });
});

test('exact documents lie apart', () => {
  expect(manifest.documents.map(({ audience, file }) => [audience, file.split('/')[0]])).toEqual([
    ['public', 'documents'],
    ['public', 'documents'],
    ['own', 'exact'],
  ]);
});

describe('what is not there', () => {
  test.each(['nowhere', 'good/nowhere'])('%s', async (path) => {
    await expect(openRelease(join(folder, path))).rejects.toMatchObject({ code: 'release.not-found' });
  });
  test.each(['2020-01-01-000000000000', '../good', '..', ''])('the edition “%s”', async (edition) => {
    await expect(openRelease(join(folder, 'good'), { edition })).rejects.toMatchObject({
      code: 'release.not-found',
    });
  });
  test('a document for another audience or scope', async () => {
    const release = await openRelease(join(folder, 'good'));
    for (const options of [
      { audience: 'group', scope: wanted.scope },
      { audience: 'own', scope: { kind: 'school', id: 'urn:2' } },
      { audience: 'public', scope: { kind: 'trust', id: 'urn:1' } },
    ] as const) {
      await expect(release.document(options)).rejects.toMatchObject({ code: 'release.not-available' });
    }
  });
});

describe('what was changed is refused', () => {
  const file = () => manifest.documents[0]?.file as string;

  test('a document with other content', async () => {
    const { root, edition } = await copy();
    const other = JSON.stringify({ ...document('urn:1'), title: 'Better school' });
    await writeFile(join(edition, file()), brotliCompressSync(other));
    await expect((await openRelease(root)).document(wanted)).rejects.toMatchObject({
      code: 'release.damaged',
    });
  });

  test('every single changed byte of a document', async () => {
    const { root, edition } = await copy();
    const bytes = await readFile(join(edition, file()));
    const release = await openRelease(root);
    for (const index of bytes.keys()) {
      const changed = Buffer.from(bytes);
      changed[index] = (changed[index] as number) ^ 1;
      await writeFile(join(edition, file()), changed);
      const found = await release.document(wanted).catch((error) => error.code);
      // A bit that brotli does not use may change; what is read must be what was written, or nothing.
      if (found !== 'release.damaged') expect(found).toEqual(document('urn:1'));
    }
  });

  test('a document cut short, or gone', async () => {
    const { root, edition } = await copy();
    const release = await openRelease(root);
    await writeFile(join(edition, file()), (await readFile(join(edition, file()))).subarray(0, 20));
    await expect(release.document(wanted)).rejects.toMatchObject({ code: 'release.damaged' });
    await rm(join(edition, file()));
    await expect(release.document(wanted)).rejects.toMatchObject({ code: 'release.damaged' });
  });

  test('a manifest that names a file elsewhere, or is no manifest', async () => {
    const { root, edition } = await copy();
    const path = join(edition, 'manifest.json');
    await change(path, (value) => {
      (value.documents as { file: string }[])[0]!.file = '../../secret';
    });
    await expect((await openRelease(root)).document(wanted)).rejects.toMatchObject({
      code: 'release.damaged',
    });
    for (const text of ['', '{', '[]', '"x"', '{"schemaVersion":1}', '{}']) {
      await writeFile(path, text);
      await expect(openRelease(root)).rejects.toMatchObject({ code: 'release.damaged' });
    }
  });

  test('a version that this reader does not know', async () => {
    const { root, edition } = await copy();
    const path = join(edition, 'manifest.json');
    for (const schemaVersion of [editionSchemaVersion + 1, 0, -1]) {
      await change(path, (value) => {
        value.schemaVersion = schemaVersion;
      });
      await expect(openRelease(root)).rejects.toMatchObject({ code: 'release.version' });
    }
    const newer = JSON.stringify({ ...document('urn:1'), schemaVersion: editionSchemaVersion + 1 });
    const sha256 = createHash('sha256').update(newer).digest('hex');
    await change(path, (value) => {
      value.schemaVersion = editionSchemaVersion;
      (value.documents as { sha256: string }[])[0]!.sha256 = sha256;
    });
    await writeFile(join(edition, file()), brotliCompressSync(newer));
    await expect((await openRelease(root)).document(wanted)).rejects.toMatchObject({
      code: 'release.version',
    });
  });
});

test('an edition with two documents for one audience and scope is not written', async () => {
  const to = join(folder, 'double');
  const options = {
    to,
    title: 'x',
    snapshot: 's',
    policy: createPolicy(),
    publishedAt: '2024-07-20T10:00:00.000Z',
  };
  await expect(writeEdition({ ...options, documents: [document('a'), document('a')] })).rejects.toMatchObject(
    {
      code: 'argument.invalid',
    },
  );
  await expect(
    writeEdition({ ...options, documents: [{ ...document('a'), extra: 'unknown' } as EditionDocument] }),
  ).rejects.toThrow();
  expect(await readdir(to)).toEqual([]);
});
