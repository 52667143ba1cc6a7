import type { Random } from './random.ts';

/** Characters that mean something to at least one format. */
const telling = Buffer.from('\0\t\n\r "\'#&,-/:;<=>?@[\\]_{}\x7f\x80\xc0\xed\xfe\xff', 'latin1');
const extremes = [0, 1, 0x7f, 0xff, 0x7fff, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xffffffff];

type Mutation = (bytes: Buffer, random: Random, other: Buffer) => Buffer;

const put = (bytes: Buffer, at: number, value: number): Buffer => {
  if (bytes.length > 0) bytes[at] = value;
  return bytes;
};
const range = (bytes: Buffer, random: Random): [from: number, to: number] => {
  const from = random.below(bytes.length + 1);
  return [from, Math.min(bytes.length, from + random.below(random.of([4, 40, 400])))];
};

const mutations: readonly Mutation[] = [
  // A bit flips.
  (bytes, random) => {
    const at = random.below(bytes.length);
    return put(bytes, at, (bytes[at] ?? 0) ^ (1 << random.below(8)));
  },
  // A byte becomes one that means something.
  (bytes, random) => put(bytes, random.below(bytes.length), random.of([...telling])),
  // The end is missing.
  (bytes, random) => bytes.subarray(0, random.below(bytes.length + 1)),
  // The beginning is missing.
  (bytes, random) => bytes.subarray(random.below(Math.min(64, bytes.length + 1))),
  // A piece is missing.
  (bytes, random) => {
    const [from, to] = range(bytes, random);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  // A piece comes again and again.
  (bytes, random) => {
    const [from, to] = range(bytes, random);
    const pieces = Array.from({ length: 1 + random.below(random.of([2, 60])) }, () => bytes.subarray(from, to));
    return Buffer.concat([bytes.subarray(0, to), ...pieces, bytes.subarray(to)]);
  },
  // A piece of another file comes in.
  (bytes, random, other) => {
    const [from, to] = range(other, random);
    const at = random.below(bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, at), other.subarray(from, to), bytes.subarray(at + random.below(20))]);
  },
  // Bytes that mean something come in.
  (bytes, random) => {
    const at = random.below(bytes.length + 1);
    const inserted = Buffer.from(Array.from({ length: 1 + random.below(12) }, () => random.of([...telling])));
    return Buffer.concat([bytes.subarray(0, at), inserted, bytes.subarray(at)]);
  },
  // A number in the bytes lies.
  (bytes, random) => {
    if (bytes.length < 4) return bytes;
    if (random.below(2) === 0) bytes.writeUInt16LE(random.of(extremes) & 0xffff, random.below(bytes.length - 1));
    else bytes.writeUInt32LE(random.of(extremes), random.below(bytes.length - 3));
    return bytes;
  },
];

/** Breaks a sample in one to eight ways, one after the other. */
export function mutate(sample: Buffer, others: readonly Buffer[], random: Random): Buffer {
  let bytes: Buffer = Buffer.from(sample);
  for (let left = 1 + random.below(random.of([1, 3, 8])); left > 0; left -= 1)
    bytes = Buffer.from(random.of(mutations)(bytes, random, random.of(others)));
  return bytes.length > 256 * 1024 ? bytes.subarray(0, 256 * 1024) : bytes;
}
