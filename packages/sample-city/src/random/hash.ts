/** Scrambles 32 bits so that near inputs give unrelated outputs: the finaliser of MurmurHash3 (A. Appleby, public domain). */
export function mix(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** 32-bit hash of a text: FNV-1a over its UTF-16 code units, scrambled. */
export function hashText(text: string, seed = 0): number {
  let hash = (0x811c9dc5 ^ seed) | 0;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return mix(hash);
}

/** Two independent hashes of a text as 16 hexadecimal digits. */
export function fingerprint(text: string): string {
  return [hashText(text, 0x1234567), hashText(text, 0x7654321)]
    .map((half) => half.toString(16).padStart(8, '0'))
    .join('');
}
