import { access, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A clone of Collegial's own repository. */
export interface Clone {
  /** Its absolute directory. */
  readonly directory: string;
  /** True when its packages were built with their types: a scaffold uses what was built. */
  readonly built: boolean;
}

/** The clone that a directory is in, if it is in one. There its packages are found as they are, without a registry. */
export async function findClone(directory: string): Promise<Clone | undefined> {
  const kit = join(directory, 'packages/connector-kit');
  const manifest = await readFile(join(kit, 'package.json'), 'utf8').catch(() => '{}');
  if ((JSON.parse(manifest) as { name?: string }).name === '@collegial/connector-kit') {
    const isThere = (path: string) =>
      access(path).then(
        () => true,
        () => false,
      );
    const types = ['connector-kit', 'connector-testing'].map((name) =>
      isThere(join(directory, 'packages', name, 'dist/index.d.ts')),
    );
    const built = (await Promise.all(types)).every(Boolean);
    return { directory, built };
  }
  const above = dirname(directory);
  return above === directory ? undefined : findClone(above);
}
