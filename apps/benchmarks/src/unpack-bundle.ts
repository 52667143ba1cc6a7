import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { readZip } from '@collegial/connector-kit';

/** Unpacks an archive into a directory, for a parser that reads files. */
export async function unpackBundle(path: string, directory: string): Promise<void> {
  const archive = await readZip({ path });
  for (const entry of archive.entries)
    await pipeline(Readable.from(entry.open()), createWriteStream(join(directory, entry.name)));
  archive.close();
}
