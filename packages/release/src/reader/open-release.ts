import {
  type Audience,
  CollegialError,
  type EditionDocument,
  type EditionManifest,
  editionSchemaVersion,
  formatScope,
  type Scope,
} from '@collegial/model';
import { editionFiles, type FetchEdition, type ReadEditionFile } from './edition-files.ts';
import { type Decompress, damaged, decompressBrotli, parseObject, readVerified } from './read-json.ts';
import { upgradeDocument } from './upgrade-document.ts';

/** Options of {@link openRelease}. */
export interface OpenReleaseOptions {
  /** Id of an edition. Default: the one that `latest` names, or the folder itself when it is an edition. */
  readonly edition?: string;
  /** How files are fetched from a URL. Default: the global `fetch`. */
  readonly fetch?: FetchEdition;
  /** How documents are unpacked. Default: brotli by `node:zlib`. */
  readonly decompress?: Decompress;
}

/** Which document is meant. */
export interface DocumentOptions {
  readonly audience: Audience;
  readonly scope: Scope;
}

/** An edition, opened for reading. */
export interface Release {
  /** What the edition holds. */
  manifest(): Promise<EditionManifest>;
  /**
   * The document for an audience and scope, its content checked against the manifest.
   *
   * @throws CollegialError `release.not-available` when there is none, `release.damaged`, `release.version`
   */
  document(options: DocumentOptions): Promise<EditionDocument>;
}

/**
 * Opens an edition: a folder that holds editions or is one, a URL below which the same files lie, or a function that
 * gives their bytes. Nothing but the manifest is read before a document is asked for. Runs in Node, at the edge and in
 * a browser; it imports nothing but the model.
 *
 * @throws CollegialError `release.not-found`, `release.version`, `release.damaged`
 *
 * @example
 * ```ts
 * import { openRelease } from '@collegial/release/reader';
 *
 * const release = await openRelease('./editions');
 * const group = await release.document({ audience: 'group', scope: { kind: 'group', id: 'A' } });
 * group.figures.length;
 * ```
 */
export async function openRelease(
  source: string | URL | ReadEditionFile,
  options: OpenReleaseOptions = {},
): Promise<Release> {
  const read = typeof source === 'function' ? source : editionFiles(source, options.fetch);
  const decompress = options.decompress ?? decompressBrotli;
  const { manifest, folder } = await readManifest(read, options.edition);
  return {
    manifest: async () => manifest,
    document: async ({ audience, scope }) => {
      const entry = manifest.documents.find(
        (one) => one.audience === audience && one.scope.kind === scope.kind && one.scope.id === scope.id,
      );
      if (entry === undefined) {
        throw new CollegialError({
          code: 'release.not-available',
          message: `The edition ${manifest.edition} has no document of ${formatScope(scope).slice(0, 80)} for the audience “${audience}”.`,
        });
      }
      const { file, sha256 } = entry;
      if (!/^(documents|exact)\/[0-9a-f]{64}\.json\.br$/.test(file)) {
        throw damaged('The manifest names a file outside the edition.', 'manifest.json');
      }
      const bytes = await read(`${folder}${file}`);
      if (bytes === undefined) throw damaged('A document that the manifest names is missing.', file);
      const document = parseObject(await readVerified(bytes, { file, sha256, decompress }), file);
      requireVersion(document, file);
      return upgradeDocument(document);
    },
  };
}

async function readManifest(
  read: ReadEditionFile,
  edition: string | undefined,
): Promise<{ manifest: EditionManifest; folder: string }> {
  const named = edition ?? (await latest(read));
  const folder = named === undefined ? '' : `${named}/`;
  const bytes = isName(named) ? await read(`${folder}manifest.json`) : undefined;
  if (bytes === undefined) {
    throw new CollegialError({
      code: 'release.not-found',
      message:
        named === undefined
          ? 'There is neither an edition here nor a pointer to the latest one.'
          : `There is no edition “${named.slice(0, 40)}” here.`,
    });
  }
  const manifest = parseObject(new TextDecoder().decode(bytes), 'manifest.json');
  requireVersion(manifest, 'manifest.json');
  if (typeof manifest.edition !== 'string' || !Array.isArray(manifest.documents)) {
    throw damaged('The manifest lacks what it must hold.', 'manifest.json');
  }
  return { manifest: manifest as unknown as EditionManifest, folder };
}

async function latest(read: ReadEditionFile): Promise<string | undefined> {
  const pointer = await read('latest');
  return pointer === undefined ? undefined : new TextDecoder().decode(pointer).trim();
}

/** An edition's id is one name, never a way to another folder. */
function isName(edition: string | undefined): boolean {
  return edition === undefined || /^[0-9A-Za-z][0-9A-Za-z._-]*$/.test(edition);
}

/** This version's shape and the one before it are read. */
function requireVersion({ schemaVersion }: Record<string, unknown>, file: string): void {
  if (typeof schemaVersion !== 'number') throw damaged('A file of the edition has no schema version.', file);
  if (schemaVersion > editionSchemaVersion || schemaVersion < Math.max(1, editionSchemaVersion - 1)) {
    throw new CollegialError({
      code: 'release.version',
      message: `The edition has schema version ${schemaVersion}, this reader knows ${editionSchemaVersion}.`,
      place: { file },
    });
  }
}
