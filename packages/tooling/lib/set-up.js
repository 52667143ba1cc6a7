import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { root, run } from './run.js';

/** Installs the locked dependencies unless they are there already, so that a fresh clone needs no other command. */
export function setUp() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(
      `Collegial needs Node 20.19 or later; this is ${process.version}. Install a newer Node and try again.`,
    );
    process.exit(2);
  }
  if (isInstalled()) return;
  console.error('Installing dependencies (once) …');
  const options = ['--no-audit', '--no-fund', '--loglevel=error'];
  // Not `npm ci`: it refuses a lockfile that lacks packages of platforms other than the one it was made on.
  run('npm', ['install', ...options]);
  if (hasNativeParts()) return;
  console.error(
    `The lockfile lacks packages for ${process.platform} on ${process.arch}: installing without it …`,
  );
  run('npm', ['install', '--no-package-lock', ...options]);
}

function isInstalled() {
  const marker = resolve(root, 'node_modules/.package-lock.json');
  if (!existsSync(marker) || !hasNativeParts()) return false;
  const lock = resolve(root, 'package-lock.json');
  if (statSync(marker).mtimeMs >= statSync(lock).mtimeMs) return true;
  const installed = JSON.parse(readFileSync(marker, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(lock, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || optional === true || installed[path]?.version === version,
  );
}

/** npm leaves out optional packages that the lockfile does not name: the database's own code for this platform may be one. */
function hasNativeParts() {
  return existsSync(resolve(root, `node_modules/@duckdb/node-bindings-${process.platform}-${process.arch}`));
}
