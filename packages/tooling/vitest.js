import { defineConfig } from 'vitest/config';

const conditions = ['@collegial/source'];

/**
 * The one way a package of this repository is tested: against sources, so that no build is needed.
 * @param {import('vitest/config').ViteUserConfig['test']} [overrides]
 */
export const tests = (overrides = {}) =>
  defineConfig({
    resolve: { conditions: [...conditions, 'import', 'module', 'default'] },
    ssr: { resolve: { conditions: [...conditions, 'node', 'import', 'module', 'default'] } },
    test: {
      include: ['src/**/*.test.ts'],
      passWithNoTests: false,
      reporters: ['default', ['json', { outputFile: 'reports/tests.json' }]],
      testTimeout: Number(process.env.COLLEGIAL_TEST_TIMEOUT ?? 180_000),
      hookTimeout: 180_000,
      ...overrides,
    },
  });
