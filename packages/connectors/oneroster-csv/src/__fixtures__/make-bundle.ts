import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';

/** Files of a bundle: text, or lines of which the first is the heading. */
export type BundleFiles = Readonly<Record<string, string | Buffer | readonly string[]>>;

const bytesOf = (content: string | Buffer | readonly string[]): Buffer =>
  Buffer.isBuffer(content) ? content : Buffer.from(typeof content === 'string' ? content : content.map((line) => `${line}\r\n`).join(''));

/** A manifest that says of each file how it came; files that are not named are absent. */
export function manifest(version: '1.1' | '1.2', files: Readonly<Record<string, string>>, more: Readonly<Record<string, string>> = {}): string {
  const names = ['academicSessions', 'categories', 'classes', 'classResources', 'courses', 'courseResources', 'demographics', 'enrollments', 'lineItems', 'orgs', 'resources', 'results', 'users', ...(version === '1.2' ? ['roles', 'userProfiles', 'userResources', 'scoreScales'] : [])];
  const lines = { 'manifest.version': '1.0', 'oneroster.version': version, ...Object.fromEntries(names.map((name) => [`file.${name}`, files[name] ?? 'absent'])), 'source.systemName': 'Invented', 'source.systemCode': 'inv', ...more };
  return ['propertyName,value', ...Object.entries(lines).map(([name, value]) => `${name},${value}`)].join('\r\n');
}

/** A folder of temporary bundles; `remove` takes it away. */
export function bundleFolder() {
  const root = mkdtempSync(join(tmpdir(), 'oneroster-csv-'));
  let made = 0;
  return {
    root,
    /** Writes a zip archive and gives its path. */
    zip(files: BundleFiles, name = `bundle-${(made += 1)}.zip`): string {
      const path = join(root, name);
      writeFileSync(path, zipOf(files));
      return path;
    },
    /** Writes a folder and gives its path. */
    folder(files: BundleFiles): string {
      const path = mkdtempSync(join(root, 'folder-'));
      writeBundle(path, files);
      return path;
    },
    remove: () => rmSync(root, { recursive: true }),
  };
}

/** Writes the files of a bundle into a folder. */
export function writeBundle(folder: string, files: BundleFiles): void {
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), bytesOf(content));
}

/** A zip archive. */
export function zipOf(files: BundleFiles): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const content = bytesOf(text);
    const packed = deflateRawSync(content);
    const path = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, path, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, rest, path]));
    parts.push(local);
    offset += local.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listing, end]);
}
