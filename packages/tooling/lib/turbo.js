import { resolve } from 'node:path';
import { root, run } from './run.js';

/** Runs turbo tasks, without telemetry, with plain output. */
export function turbo(...args) {
  run(resolve(root, 'node_modules/.bin/turbo'), ['run', ...args], {
    env: { TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' },
  });
}
