import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { root } from './run.js';

/** Directories of every workspace. */
export function workspaces() {
  return ['packages', 'packages/connectors', 'apps']
    .filter((parent) => existsSync(resolve(root, parent)))
    .flatMap((parent) => readdirSync(resolve(root, parent)).map((name) => `${parent}/${name}`))
    .filter((directory) => existsSync(resolve(root, directory, 'package.json')));
}

/** Test reports that the last run left, one for each workspace with tests. */
export function testReports() {
  return workspaces()
    .map((directory) => resolve(root, directory, 'reports/tests.json'))
    .filter((file) => existsSync(file));
}
