import { readFile } from 'node:fs/promises';
import type { ProjectPlan } from './project-plan.ts';

/** What a scaffold needs, in the versions that its own tests run with: this package's development dependencies. */
const needs = {
  dependencies: ['@collegial/connector-kit', '@collegial/model'],
  devDependencies: [
    '@collegial/connector-testing',
    '@collegial/sync',
    '@types/node',
    'tsup',
    'typescript',
    'vitest',
    'zod',
  ],
} as const;

/** The `package.json` of a project. It names no license: that is the author's choice. */
export async function packageJson({ names, packageName }: ProjectPlan): Promise<string> {
  const versions = await ownVersions();
  const pick = (list: readonly string[]) => Object.fromEntries(list.map((name) => [name, versions[name]]));
  const entry = (name: string) => ({ types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` });
  const manifest = {
    name: packageName,
    version: '0.1.0',
    description: `Collegial connector for ${names.title}.`,
    keywords: ['collegial', 'collegial-connector'],
    type: 'module',
    sideEffects: false,
    exports: { '.': entry('index'), './testing': entry('testing'), './package.json': './package.json' },
    files: ['dist', 'README.md'],
    engines: { node: '>=20.19.0' },
    scripts: {
      test: 'vitest run',
      typecheck: 'tsc',
      build: 'tsup',
      live: `vitest run src/${names.id}-live.test.ts`,
      // In the mode “publish” the suite `readme` refuses the tutorial.
      prepublishOnly: 'npm run typecheck && vitest run --mode publish && npm run build',
    },
    dependencies: pick(needs.dependencies),
    peerDependencies: { zod: '^4.0.0' },
    devDependencies: pick(needs.devDependencies),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

async function ownVersions(): Promise<Record<string, string>> {
  const text = await readFile(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { devDependencies: Record<string, string> }).devDependencies;
}
