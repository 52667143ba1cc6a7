import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What can happen to files: gone · of no length · cut in the middle of a byte · half of their lines · bytes of no meaning. */
export type Spoiled = 'missing' | 'empty' | 'cut' | 'halved' | 'garbage';

/** Paths of all files in a folder and below. */
export function filesIn(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function spoil(bytes: Buffer, how: Spoiled): Buffer | undefined {
  if (how === 'missing') return undefined;
  if (how === 'empty') return Buffer.alloc(0);
  if (how === 'cut') return bytes.subarray(0, Math.floor(bytes.length / 2));
  if (how === 'garbage') return Buffer.from(bytes.map((byte, index) => (byte * 31 + index * 17) % 256));
  const lines = bytes.toString('latin1').split('\n');
  return Buffer.from(lines.slice(0, Math.ceil(lines.length / 2)).join('\n'), 'latin1');
}

/**
 * Spoils every file of a folder, or those that are chosen.
 *
 * @returns how many, and the means to put them back
 */
export function spoilFiles(
  directory: string,
  how: Spoiled,
  chosen: (path: string, index: number) => boolean = () => true,
): { readonly files: number; restore(): void } {
  const files = filesIn(directory).filter(chosen);
  const before = files.map((path) => [path, readFileSync(path)] as const);
  for (const [path, bytes] of before) {
    const after = spoil(bytes, how);
    if (after === undefined) rmSync(path);
    else writeFileSync(path, after);
  }
  return {
    files: files.length,
    restore() {
      for (const [path, bytes] of before) writeFileSync(path, bytes);
    },
  };
}
