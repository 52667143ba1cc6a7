import { type ByteSource, type OpenFile, openFiles } from '@collegial/connector-kit';
import { CollegialError } from '@collegial/model';
import { type Manifest, type Processing, readManifest } from './read-manifest.ts';
import { knownFiles, type OneRosterVersion, type TableName } from './tables.ts';

/** A OneRoster bundle, open. */
export interface Bundle {
  /** Name of the archive or folder, without its directory. */
  readonly name: string;
  readonly version: OneRosterVersion;
  /** Name of the system that wrote it, when it says. */
  readonly system: string | undefined;
  /**
   * A file and how it came; `undefined` when the manifest says that it is absent, or does not name it.
   *
   * @throws CollegialError `bundle.manifest` when the manifest says that it is there and it is not
   */
  table(name: TableName): { readonly source: ByteSource; readonly processing: 'bulk' | 'delta' } | undefined;
  /** What is there and not read, with the reason. */
  readonly passedOver: readonly { readonly file: string; readonly reason: string }[];
  /** Standard files that the manifest says are there and are not. */
  readonly missing: readonly string[];
  readonly processing: ReadonlyMap<string, Processing>;
  close(): void;
}

/**
 * Opens a bundle – a zip archive or the folder it was unpacked to – and reads its manifest. A bundle inside one folder of the
 * archive is found; case in file names does not matter.
 *
 * @param path of the archive or folder
 * @throws CollegialError `file.not-found` also when there is no manifest, `bundle.manifest`, `zip.malformed`, `zip.refused`, `file.too-large`
 */
export async function openBundle(path: string): Promise<Bundle> {
  const { name, files, close } = await openFiles(path);
  try {
    const manifests = files.filter((file) => file.name.toLowerCase() === 'manifest.csv');
    const [first] = manifests;
    if (first === undefined || manifests.length > 1) throw noManifest(name, manifests.length);
    return describe(name, await readManifest(first), files, first.folder, close);
  } catch (error) {
    close();
    throw error;
  }
}

function describe(
  name: string,
  manifest: Manifest,
  files: readonly OpenFile[],
  folder: string,
  close: () => void,
): Bundle {
  const sources = new Map<string, ByteSource>();
  const passedOver: { file: string; reason: string }[] = [];
  const standard = new Map(knownFiles.map((file) => [`${file}.csv`.toLowerCase(), file]));
  for (const found of files) {
    if (found.folder !== folder) {
      passedOver.push({ file: found.name, reason: 'it is not beside the manifest' });
      continue;
    }
    const known = standard.get(found.name.toLowerCase());
    if (known !== undefined && !sources.has(known)) sources.set(known, found);
    else if (known !== undefined) passedOver.push({ file: found.name, reason: 'it is there twice' });
    else if (found.name.toLowerCase() !== 'manifest.csv')
      passedOver.push({ file: found.name, reason: 'it is no file of the standard' });
  }
  for (const [file] of sources) {
    const processing = manifest.files.get(file);
    if (processing === undefined)
      passedOver.push({ file: `${file}.csv`, reason: 'the manifest does not name it' });
    if (processing === 'absent')
      passedOver.push({ file: `${file}.csv`, reason: 'the manifest says that it is absent' });
  }
  const given = [...manifest.files].filter(([, processing]) => processing !== 'absent').map(([file]) => file);
  return {
    name,
    version: manifest.version,
    system: manifest.system,
    passedOver,
    missing: given.filter((file) => !sources.has(file)),
    processing: manifest.files,
    table(table) {
      const processing = manifest.files.get(table);
      if (processing === undefined || processing === 'absent') return undefined;
      const source = sources.get(table);
      if (source === undefined) throw notThere(table, processing, name);
      return { source, processing };
    },
    close,
  };
}

function noManifest(file: string, count: number): CollegialError {
  return new CollegialError({
    code: 'file.not-found',
    message: `The bundle has ${count === 0 ? 'no' : 'more than one'} manifest.csv.`,
    fix: 'Give the archive, or the folder, that holds manifest.csv beside the other files of OneRoster.',
    place: { file },
  });
}

function notThere(table: string, processing: Processing, bundle: string): CollegialError {
  return new CollegialError({
    code: 'bundle.manifest',
    message: `The manifest says that ${table}.csv is there (${processing}), and it is not.`,
    place: { source: bundle, file: `${table}.csv` },
  });
}
