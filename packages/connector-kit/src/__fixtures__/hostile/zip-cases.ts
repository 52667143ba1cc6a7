import { deflateRawSync } from 'node:zlib';
import { hostile } from './hostile-case.ts';
import { type ZipPart, zip64End, zipOf } from './zip-parts.ts';

const mib = 1024 ** 2;
const malformed = 'zip.malformed';
const refused = 'zip.refused';
const csv = Buffer.from('urn,name\n1,Hill\n');
const good: ZipPart = { name: 'a.csv', content: csv };
const many = (count: number, part: (index: number) => ZipPart) => Array.from({ length: count }, (_, index) => part(index));
const read = (bytes: number) => ({ read: bytes });
/** Where the directory of an archive with one good entry begins. */
const directoryOffset = zipOf([good]).indexOf(Buffer.from('PK\x01\x02', 'latin1'));
const named = (what: string, name: string) => hostile(what, () => zipOf([{ ...good, name }]), refused);

/** Hostile zip archives; all entries are unpacked. */
export const zipCases = [
  hostile('bomb by ratio', () => zipOf([{ name: 'a', content: Buffer.alloc(20 * mib) }]), refused),
  hostile('bomb of many small entries', () => {
    const content = Buffer.alloc(mib - 1);
    const packed = deflateRawSync(content);
    return zipOf(many(300, (index) => ({ name: `a${index}`, packed, crc: 0, size: content.length })));
  }, refused),
  hostile('bomb that lies about its size', () => zipOf([{ name: 'a', content: Buffer.alloc(20 * mib), size: 100 }]), malformed),
  hostile('claims 4 GB of a few bytes', () => zipOf([{ ...good, size: 0xfffffffe }]), refused),
  hostile('entries that share their bytes', () => {
    const content = Buffer.from(Array.from({ length: 60_000 }, (_, index) => (index * 7919) & 0xff));
    const whole: ZipPart = { name: 'a', content, method: 0 };
    return zipOf([whole, ...many(1000, (index) => ({ ...whole, name: `a${index}`, offset: 0, absent: true }))]);
  }, refused),
  hostile('entry inside another', () => zipOf([{ name: 'a', method: 0, content: Buffer.alloc(500, 1) }, { ...good, absent: true, offset: 60 }]), refused),
  hostile('archive inside an archive', () => {
    const inner = zipOf([{ name: 'b', content: Buffer.alloc(20 * mib) }]);
    return zipOf([{ name: 'inner.zip', content: inner, method: 0 }]);
  }, read(zipOf([{ name: 'b', content: Buffer.alloc(20 * mib) }]).length)),
  named('name that climbs out', '../../etc/passwd'),
  named('name that climbs out later', 'a/../../b'),
  named('absolute name', '/etc/passwd'),
  named('absolute name of Windows', 'C:\\Windows\\a.dll'),
  named('name with backslashes', 'a\\..\\..\\b'),
  named('name of a network share', '\\\\host\\share\\a'),
  hostile('name with NUL', () => zipOf([{ ...good, name: 'a.csv\0.exe' }]), read(csv.length)),
  hostile('name that is no UTF-8', () => zipOf([{ ...good, name: Buffer.from([0xff, 0xfe, 0x61]) }]), read(csv.length)),
  hostile('name of 65 535 letters', () => zipOf([{ ...good, name: 'a'.repeat(65_535) }]), read(csv.length)),
  hostile('name __proto__', () => zipOf([{ ...good, name: '__proto__' }]), read(csv.length)),
  hostile('empty name', () => zipOf([{ ...good, name: '' }]), read(csv.length)),
  hostile('two names, one in each header', () => zipOf([{ ...good, localName: '../b' }]), read(csv.length)),
  hostile('name twice', () => zipOf([good, good]), refused),
  hostile('symbolic link', () => zipOf([{ name: 'a', content: Buffer.from('/etc/passwd'), attributes: 0xa1ff0000, versionMadeBy: 20 }]), read(11)),
  hostile('encrypted', () => zipOf([{ ...good, flags: 0x0801 }]), refused),
  hostile('strongly encrypted', () => zipOf([{ ...good, flags: 0x0841 }]), refused),
  hostile('unknown method', () => zipOf([{ ...good, method: 99 }]), malformed),
  hostile('wrong check sum', () => zipOf([{ ...good, crc: 1 }]), malformed),
  hostile('packed bytes that are none', () => zipOf([{ ...good, packed: Buffer.alloc(50, 0xff) }]), malformed),
  hostile('stored with another size', () => zipOf([{ ...good, method: 0, size: 5 }]), malformed),
  hostile('packed size beyond the file', () => zipOf([{ ...good, packedSize: 0x7fffffff }]), malformed),
  hostile('offset beyond the file', () => zipOf([{ ...good, offset: 0x7fffffff }]), malformed),
  hostile('offset into the directory', () => zipOf([{ ...good, offset: directoryOffset }]), malformed),
  hostile('directory cut short', () => {
    const whole = zipOf([good, { ...good, name: 'b' }]);
    return Buffer.concat([whole.subarray(0, directoryOffset + 100), whole.subarray(-22)]);
  }, malformed),
  hostile('directory beyond the file', () => zipOf([good], { offset: 0x7fffffff }), malformed),
  hostile('fewer entries than claimed', () => zipOf([good], { count: 500 }), malformed),
  hostile('more entries than claimed', () => zipOf([good, { ...good, name: 'b' }], { count: 1 }), read(csv.length)),
  hostile('60 000 entries', () => zipOf(many(60_000, (index) => ({ name: `${index}`, method: 0 }))), refused),
  hostile('60 000 folders', () => zipOf(many(60_000, (index) => ({ name: `${index}/`, method: 0 }))), refused),
  hostile('zip64 with a count of 2^63', () => {
    const claims = { count: 2n ** 63n, size: 10n, offset: 0n, at: BigInt(zipOf([good]).length - 22) };
    return zipOf([good], { count: 0xffff, before: zip64End(claims) });
  }, malformed),
  hostile('zip64 with a directory beyond the file', () => {
    const claims = { count: 1n, size: 10n, offset: 2n ** 52n, at: BigInt(zipOf([good]).length - 22) };
    return zipOf([good], { count: 0xffff, offset: 0xffffffff, before: zip64End(claims) });
  }, malformed),
  hostile('zip64 with a locator that points nowhere', () => {
    const claims = { count: 1n, size: 10n, offset: 0n, at: 2n ** 60n };
    return zipOf([good], { count: 0xffff, before: zip64End(claims) });
  }, malformed),
  hostile('zip64 extra field without content', () => zipOf([{ ...good, size: 0xffffffff, extra: Buffer.from([1, 0, 0, 0]) }]), malformed),
  hostile('extra field longer than it is', () => zipOf([{ ...good, extra: Buffer.from([0x75, 0x70, 0xff, 0xff, 1]) }]), malformed),
  hostile('several disks', () => zipOf([good], { disk: 7 }), malformed),
  hostile('comment with another end in it', () => zipOf([good], { comment: zipOf([]) }), read(0)),
  hostile('end alone', () => zipOf([]), read(0)),
  hostile('no archive', () => Buffer.from('<html>not found</html>'), malformed),
  hostile('nothing', () => Buffer.alloc(0), malformed),
  hostile('beginning of an archive', () => zipOf([good]).subarray(0, 40), malformed),
];
