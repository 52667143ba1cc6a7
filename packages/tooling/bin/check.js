import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { root, run } from '../lib/run.js';
import { setUp } from '../lib/set-up.js';
import { turbo } from '../lib/turbo.js';
import { workspaces } from '../lib/workspaces.js';

// Everything besides the tests that must hold before a change lands.
setUp();
const tool = (name, ...args) => {
  console.error(`\n› ${name} ${args.join(' ')}`);
  run(resolve(root, 'node_modules/.bin', name), args);
};

turbo('typecheck', 'lint', 'build', '--output-logs=errors-only');
tool('biome', 'check', '.');
tool('sherif', '-r', 'packages-without-package-json');
tool('knip', '--config', 'packages/tooling/knip.json');
tool('depcruise', '--config', 'packages/tooling/dependency-cruiser.cjs', 'packages', 'apps');
run(process.execPath, ['packages/tooling/bin/docs.js', '--check']);
for (const directory of published()) {
  tool('publint', '--strict', directory);
  tool('attw', '--pack', directory, '--profile', 'esm-only', '--quiet');
}
console.log('\nAll checks passed.');

function published() {
  return workspaces().filter((directory) => {
    const { private: isPrivate } = JSON.parse(readFileSync(resolve(root, directory, 'package.json'), 'utf8'));
    return isPrivate !== true && existsSync(resolve(root, directory, 'dist'));
  });
}
