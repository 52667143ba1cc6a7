import { createHash, randomBytes } from 'node:crypto';
import { access, mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import {
  CollegialError,
  type EditionDocument,
  type EditionManifest,
  editionSchemaVersion,
  formatScope,
} from '@collegial/model';
import type { Policy } from '../policy.ts';
import { documentSchema, manifestSchema } from './edition-schema.ts';

const compress = promisify(brotliCompress);
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
/** Documents in hand at once: enough to keep every core at compressing. */
const atOnce = 16;
const unfinished = '.publishing-';
const dayInMilliseconds = 86_400_000;

/** What {@link writeEdition} needs to know. */
export interface WriteEditionOptions {
  /** Directory that holds the editions; made when absent. */
  readonly to: string;
  readonly documents: Iterable<EditionDocument>;
  readonly title: string;
  readonly snapshot: string;
  readonly policy: Policy;
  /** Moment of publication, ISO 8601 in UTC. */
  readonly publishedAt: string;
  readonly signal?: AbortSignal;
  readonly onWritten?: (documents: number) => void;
}

/**
 * Writes an edition as `<to>/<edition id>/` with `manifest.json` and a file for each document, named by its content, and
 * points `<to>/latest` at it. The folder appears whole or not at all: it is written under another name and renamed. The
 * id follows from the content and the moment, so an edition is never changed; writing the same again changes nothing.
 * Exact documents (`own`) lie in `exact/`, the others in `documents/`: only the latter may be hosted openly.
 */
export async function writeEdition(options: WriteEditionOptions): Promise<EditionManifest> {
  const { to, title, snapshot, policy, publishedAt, signal } = options;
  await mkdir(to, { recursive: true });
  await removeLeftovers(to);
  const temporary = join(to, `${unfinished}${randomBytes(6).toString('hex')}`);
  let batch: Promise<EditionManifest['documents'][number]>[] = [];
  try {
    await mkdir(join(temporary, 'documents'), { recursive: true });
    await mkdir(join(temporary, 'exact'));
    const entries: EditionManifest['documents'][number][] = [];
    const settle = async () => {
      entries.push(...(await Promise.all(batch)));
      batch = [];
      options.onWritten?.(entries.length);
    };
    for (const document of options.documents) {
      signal?.throwIfAborted();
      batch.push(writeDocument(temporary, document));
      if (batch.length === atOnce) await settle();
    }
    await settle();
    requireDistinct(entries);
    const content = {
      schemaVersion: editionSchemaVersion,
      title,
      snapshot,
      publishedAt,
      policy,
      documents: entries,
    };
    const edition = `${publishedAt.slice(0, 10)}-${sha256(JSON.stringify(content)).slice(0, 12)}`;
    const { schemaVersion, ...rest } = content;
    const manifest = manifestSchema.parse({ schemaVersion, edition, ...rest });
    await writeDurably(join(temporary, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`);
    signal?.throwIfAborted();
    const place = join(to, edition);
    if (await exists(join(place, 'manifest.json'))) await rm(temporary, { recursive: true });
    else await rename(temporary, place);
    const pointer = join(to, `${unfinished}${randomBytes(6).toString('hex')}`);
    await writeDurably(pointer, `${edition}\n`);
    await rename(pointer, join(to, 'latest'));
    return manifest;
  } catch (error) {
    await Promise.allSettled(batch);
    await rm(temporary, { recursive: true, force: true });
    throw error;
  }
}

async function writeDocument(
  folder: string,
  document: EditionDocument,
): Promise<EditionManifest['documents'][number]> {
  const { audience, scope, title } = document;
  const json = JSON.stringify(documentSchema.parse(document));
  const hash = sha256(json);
  const file = `${audience === 'own' ? 'exact' : 'documents'}/${hash}.json.br`;
  await writeFile(join(folder, file), await compress(json, quality));
  return { audience, scope, title, file, sha256: hash, bytes: Buffer.byteLength(json) };
}

function requireDistinct(entries: EditionManifest['documents']): void {
  const seen = new Set<string>();
  for (const { audience, scope } of entries) {
    const key = `${audience} ${formatScope(scope)}`;
    if (seen.has(key)) {
      throw new CollegialError({
        code: 'argument.invalid',
        message: `An edition cannot hold two documents for ${key}.`,
        fix: 'Publish each scope once for an audience.',
      });
    }
    seen.add(key);
  }
}

/** What a killed run left behind; younger ones may belong to a run that is still at work. */
async function removeLeftovers(to: string): Promise<void> {
  for (const name of await readdir(to)) {
    if (!name.startsWith(unfinished)) continue;
    const path = join(to, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
    if (Date.now() - mtimeMs > dayInMilliseconds) await rm(path, { recursive: true, force: true });
  }
}

async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
