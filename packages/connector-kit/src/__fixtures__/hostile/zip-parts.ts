import { deflateRawSync } from 'node:zlib';
import { crc32 } from '../../files/crc32.ts';

/** An entry, and what its two headers say of it when that is not the truth. */
export interface ZipPart {
  readonly name: string | Buffer;
  readonly content?: Uint8Array;
  /** 8 deflated (default), 0 stored, or what no reader knows. */
  readonly method?: number;
  readonly flags?: number;
  readonly crc?: number;
  readonly size?: number;
  readonly packedSize?: number;
  /** Bytes in place of what the method would give. */
  readonly packed?: Uint8Array;
  /** In the header beside the content. */
  readonly localName?: string;
  readonly offset?: number;
  readonly extra?: Buffer;
  readonly attributes?: number;
  readonly versionMadeBy?: number;
  /** True: stands in the directory only. */
  readonly absent?: boolean;
}

/** What the end of the archive says when that is not the truth. */
export interface ZipEnd {
  readonly count?: number;
  readonly size?: number;
  readonly offset?: number;
  readonly comment?: Buffer;
  /** Bytes between the directory and the end, for example of zip64. */
  readonly before?: Buffer;
  readonly disk?: number;
}

/** Writes an archive, whatever it should claim. */
export function zipOf(parts: readonly ZipPart[], end: ZipEnd = {}): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const { content = Buffer.alloc(0), method = 8, flags = 0x0800 } = part;
    const packed = part.packed ?? (method === 8 ? deflateRawSync(content) : content);
    const name = Buffer.from(part.name);
    const head = (path: Buffer, extra: Buffer) => {
      const bytes = Buffer.alloc(26);
      bytes.writeUInt16LE(20, 0);
      bytes.writeUInt16LE(flags, 2);
      bytes.writeUInt16LE(method, 4);
      bytes.writeUInt32LE(part.crc ?? crc32(content), 10);
      bytes.writeUInt32LE(part.packedSize ?? packed.length, 14);
      bytes.writeUInt32LE(part.size ?? content.length, 18);
      bytes.writeUInt16LE(path.length, 22);
      bytes.writeUInt16LE(extra.length, 24);
      return bytes;
    };
    const { extra = Buffer.alloc(0) } = part;
    const place = Buffer.alloc(14);
    place.writeUInt32LE(part.attributes ?? 0, 6);
    place.writeUInt32LE(part.offset ?? offset, 10);
    const made = Buffer.from([part.versionMadeBy ?? 20, part.versionMadeBy === undefined ? 0 : 3]);
    directory.push(Buffer.concat([latin1('PK\x01\x02'), made, head(name, extra), place, name, extra]));
    if (part.absent === true) continue;
    const localName = Buffer.from(part.localName ?? name);
    const body = Buffer.concat([
      ...[latin1('PK\x03\x04'), head(localName, Buffer.alloc(0)), localName, Buffer.from(packed)],
    ]);
    bodies.push(body);
    offset += body.length;
  }
  const listing = Buffer.concat(directory);
  const { comment = Buffer.alloc(0), before = Buffer.alloc(0) } = end;
  const last = Buffer.alloc(22);
  last.write('PK\x05\x06', 'latin1');
  last.writeUInt16LE(end.disk ?? 0, 4);
  last.writeUInt16LE(Math.min(end.count ?? parts.length, 0xffff), 8);
  last.writeUInt16LE(Math.min(end.count ?? parts.length, 0xffff), 10);
  last.writeUInt32LE(end.size ?? listing.length, 12);
  last.writeUInt32LE(end.offset ?? offset, 16);
  last.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...bodies, listing, before, last, comment]);
}

/** The end record of zip64 with its locator, for a directory at an offset. */
export function zip64End(claims: {
  readonly count: bigint;
  readonly size: bigint;
  readonly offset: bigint;
  readonly at: bigint;
}): Buffer {
  const record = Buffer.alloc(56);
  record.write('PK\x06\x06', 'latin1');
  record.writeBigUInt64LE(44n, 4);
  record.writeUInt16LE(45, 12);
  record.writeUInt16LE(45, 14);
  record.writeBigUInt64LE(claims.count, 24);
  record.writeBigUInt64LE(claims.count, 32);
  record.writeBigUInt64LE(claims.size, 40);
  record.writeBigUInt64LE(claims.offset, 48);
  const locator = Buffer.alloc(20);
  locator.write('PK\x06\x07', 'latin1');
  locator.writeBigUInt64LE(claims.at, 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([record, locator]);
}

const latin1 = (text: string) => Buffer.from(text, 'latin1');
