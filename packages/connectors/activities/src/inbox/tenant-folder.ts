import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from './entry-file.ts';

const perFolder = 1000;
const temporary = /^\.writing-/;
const hour = 3_600_000;

/** Where the entries of a tenant are. Names that could mean something to a file system are hashed. */
export function folderOf(directory: string, tenant: string): string {
  return join(
    directory,
    /^[a-z0-9][a-z0-9-]{0,59}$/.test(tenant) ? tenant : `_${sha256(tenant).slice(0, 32)}`,
  );
}

/** Entries are files by position, a thousand to a folder: `000/000001.json`. */
function pathOf(folder: string, position: number): { readonly folder: string; readonly path: string } {
  const block = join(folder, String(Math.floor(position / perFolder)).padStart(3, '0'));
  return { folder: block, path: join(block, `${String(position).padStart(6, '0')}.json`) };
}

/** The text of an entry's file; `undefined` when nothing has been written at this position. */
export async function readFileAt(folder: string, position: number): Promise<string | undefined> {
  return await readFile(pathOf(folder, position).path, 'utf8').catch(absent);
}

/** Whether there is an entry after a position. Positions are taken in order: a gap before it means damage. */
export async function anyAfter(folder: string, position: number): Promise<boolean> {
  for (const block of await readdir(folder).catch(() => [] as string[])) {
    if (!/^\d+$/.test(block) || Number(block) < Math.floor(position / perFolder)) continue;
    const names = await readdir(join(folder, block));
    if (names.some((name) => /^\d+\.json$/.test(name) && Number.parseInt(name, 10) > position)) return true;
  }
  return false;
}

/**
 * Writes the file of an entry, or gives `false` when another process was first at its position. A file gets its name only when all of it is on the
 * disk, so that a process that is killed leaves a whole entry or none.
 */
export async function writeFileAt(folder: string, position: number, text: string): Promise<boolean> {
  const { folder: block, path } = pathOf(folder, position);
  await mkdir(block, { recursive: true });
  const draft = join(folder, `.writing-${randomUUID()}`);
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await link(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
  for (const changed of position % perFolder === 0 || position === 1 ? [block, folder] : [block])
    await syncFolder(changed);
  return true;
}

/** Takes away what processes that were killed left unfinished. */
export async function clearDrafts(folder: string, now: number): Promise<void> {
  for (const name of await readdir(folder).catch(() => [] as string[])) {
    if (!temporary.test(name)) continue;
    const path = join(folder, name);
    const found = await stat(path).catch(absent);
    // A young one may belong to a process that is about to name it.
    if (found !== undefined && now - found.mtimeMs > hour) await rm(path, { force: true });
  }
}

async function syncFolder(path: string): Promise<void> {
  // Some systems cannot sync a folder; there, the file system keeps the order itself.
  const folder = await open(path, 'r').catch(() => undefined);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}

function absent(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
  throw error;
}
