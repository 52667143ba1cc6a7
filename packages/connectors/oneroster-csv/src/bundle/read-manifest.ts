import { type ByteSource, readCsv } from '@collegial/connector-kit';
import { CollegialError } from '@collegial/model';
import { knownFiles, type OneRosterVersion } from './tables.ts';

/** How the manifest says that a file came: not at all, whole, or as changes. */
export type Processing = 'absent' | 'bulk' | 'delta';

/** What the manifest of a bundle says. */
export interface Manifest {
  readonly version: OneRosterVersion;
  /** By the standard's name of the file, `users`; files that the manifest does not name are missing. */
  readonly files: ReadonlyMap<string, Processing>;
  /** Names of the system that wrote the bundle, as far as given. */
  readonly system: string | undefined;
}

/**
 * Reads `manifest.csv`.
 *
 * @throws CollegialError `bundle.manifest` when a version or a way of processing is missing or not known; `csv.missing-column`
 */
export async function readManifest(source: ByteSource): Promise<Manifest> {
  const properties = new Map<string, string>();
  const columns = { name: 'propertyName', value: 'value' };
  for await (const { values, line } of readCsv({ ...source, columns })) {
    if (!('name' in values)) throw wrong(source, 'A line cannot be read.', line);
    const name = values.name?.trim().toLowerCase() ?? '';
    const value = values.value?.trim() ?? '';
    const before = properties.get(name);
    if (before !== undefined && before !== value)
      throw wrong(source, `It states “${name.slice(0, 60)}” twice, with two values.`, line);
    properties.set(name, value);
  }
  const form = properties.get('manifest.version');
  if (form !== '1.0') throw wrong(source, `Its manifest.version is ${said(form)} and should be “1.0”.`);
  const stated = properties.get('oneroster.version');
  const version = /^1\.([12])(\.\d+)?$/.exec(stated ?? '')?.[1];
  if (version === undefined)
    throw wrong(source, `Its oneroster.version is ${said(stated)}; this connector reads “1.1” and “1.2”.`);
  const files = new Map<string, Processing>();
  for (const file of knownFiles) {
    const value = properties.get(`file.${file}`.toLowerCase());
    if (value === undefined) continue;
    const processing = value.toLowerCase();
    if (processing !== 'absent' && processing !== 'bulk' && processing !== 'delta')
      throw wrong(source, `It says that file.${file} is ${said(value)}; it must be absent, bulk or delta.`);
    files.set(file, processing);
  }
  const system = [properties.get('source.systemname'), properties.get('source.systemcode')];
  return {
    version: version === '1' ? '1.1' : '1.2',
    files,
    system: system.find((name) => name !== undefined && name !== '' && name !== 'absent'),
  };
}

function said(value: string | undefined): string {
  return value === undefined || value === '' ? 'missing' : `“${value.slice(0, 20)}”`;
}

function wrong({ name }: ByteSource, message: string, line?: number): CollegialError {
  return new CollegialError({
    code: 'bundle.manifest',
    message: `The manifest cannot be used. ${message}`,
    place: { file: name, ...(line !== undefined && { line }) },
  });
}
