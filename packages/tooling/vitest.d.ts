import type { ViteUserConfig } from 'vitest/config';

export declare function tests(overrides?: ViteUserConfig['test']): ViteUserConfig;
