import { tests } from '@collegial/tooling/vitest';

// Configurations are loaded by the commands themselves, outside Vite: their imports too must reach the sources.
export default tests({
  execArgv: ['--conditions=@collegial/source'],
});
