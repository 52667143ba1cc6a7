import { tests } from '@collegial/tooling/vitest';

// Configurations are loaded by the commands themselves, outside Vite: their imports too must reach the sources.
export default tests({
  execArgv: ['--conditions=@collegial/source'],
  testTimeout: 60_000,
  hookTimeout: 60_000,
});
