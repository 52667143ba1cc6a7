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
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}

function isInstalled() {
  const marker = resolve(root, 'node_modules/.package-lock.json');
  if (!existsSync(marker)) return false;
  const lock = resolve(root, 'package-lock.json');
  if (statSync(marker).mtimeMs >= statSync(lock).mtimeMs) return true;
  const installed = JSON.parse(readFileSync(marker, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(lock, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || optional === true || installed[path]?.version === version,
  );
}
