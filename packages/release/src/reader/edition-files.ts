import { CollegialError } from '@collegial/model';

/** Gives the bytes of a file below the editions, or `undefined` when there is none. */
export type ReadEditionFile = (file: string) => Promise<Uint8Array | undefined>;

/** The part of `fetch` that the reader needs. */
export type FetchEdition = (url: string) => Promise<Response>;

/** Files below a URL. `file:` and paths are read from disk, which needs Node or a runtime with its modules. */
export function editionFiles(
  source: string | URL,
  fetchFile: FetchEdition = (url) => fetch(url),
): ReadEditionFile {
  const text = String(source);
  if (/^https?:\/\//.test(text)) return overHttp(text.endsWith('/') ? text : `${text}/`, fetchFile);
  return async (file) => {
    const { readFile } = await import('node:fs/promises');
    const { join } = await import('node:path');
    const { fileURLToPath } = await import('node:url');
    const folder = text.startsWith('file:') ? fileURLToPath(text) : text;
    try {
      return await readFile(join(folder, file));
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  };
}

function overHttp(base: string, fetchFile: FetchEdition): ReadEditionFile {
  return async (file) => {
    const response = await fetchFile(new URL(file, base).href);
    if (response.status === 404 || response.status === 410) return undefined;
    if (!response.ok) {
      throw new CollegialError({
        code: 'http.upstream',
        message: `A file of the edition could not be fetched: status ${response.status}.`,
        place: { file },
      });
    }
    return new Uint8Array(await response.arrayBuffer());
  };
}

function isMissing(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR';
}
