import { createRequire } from 'node:module';

/** Version of the `collegial` package. */
export const version: string = (createRequire(import.meta.url)('../package.json') as { version: string })
  .version;
