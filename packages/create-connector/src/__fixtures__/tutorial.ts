import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A block of a README between fences. */
export interface Block {
  readonly language: string;
  readonly text: string;
}

/** The blocks of the section “From here to …”, in order. */
export async function tutorialBlocks(directory: string): Promise<Block[]> {
  const readme = await readFile(join(directory, 'README.md'), 'utf8');
  const section = readme.split(/^## /m).find((text) => text.startsWith('From here to ')) ?? '';
  return [...section.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language = '', text = '']) => ({
    language,
    text,
  }));
}

/** Does with a block what its first line tells the reader to do with it. */
export async function applyBlock(directory: string, { text }: Block): Promise<void> {
  const [, path = '', where = ''] = /^\/\/ (\S+) – (.+)\n/.exec(text) ?? [];
  const code = text.slice(text.indexOf('\n') + 1);
  const file = join(directory, path);
  if (where === 'new') return writeFile(file, code, { flag: 'wx' });
  const before = await readFile(file, 'utf8');
  await writeFile(file, placed(before, code, where));
}

function placed(before: string, code: string, where: string): string {
  const after = (line: string) => {
    if (!before.includes(line)) throw new Error(`There is no line “${line.trim()}”.`);
    return before.replace(line, () => line + code);
  };
  switch (where) {
    case 'at the end':
      return `${before}\n${code}`;
    case 'among the imports':
      return code + before;
    case 'among the streams':
      return after('  streams: {\n');
    case 'in createData':
      return after('  return {\n');
    default:
      throw new Error(`The reader is told to put code “${where}”, which nobody can follow.`);
  }
}
