import { defineConfig } from 'tsup';

/**
 * The one way a package of this repository is built: ESM, types, source maps, nothing bundled that is a dependency.
 * @param {Record<string, string>} entry output name → source file
 */
export const library = (entry) =>
  defineConfig({
    entry,
    format: ['esm'],
    target: 'node20.19',
    platform: 'neutral',
    // The demo needs no types, and making them takes most of a build.
    dts: process.env.COLLEGIAL_BUILD !== 'javascript',
    sourcemap: true,
    clean: true,
    treeshake: true,
    // Edge runtimes know Node's modules by their `node:` names only.
    removeNodeProtocol: false,
    external: [/^node:/],
  });
