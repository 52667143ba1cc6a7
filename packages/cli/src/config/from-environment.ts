import { CollegialError } from '@collegial/model';

/**
 * A secret setting that is read from an environment variable when it is used, and not before: commands that do not ask the source need no token.
 *
 * @returns a function for a setting that is a secret; what it throws when the variable is not set or empty is `config.invalid` with its name
 *
 * @example
 * ```ts
 * import { wonde } from '@collegial/connector-wonde';
 * import { defineConfig, fromEnvironment } from 'collegial';
 *
 * export default defineConfig({
 *   store: 'collegial.duckdb',
 *   sources: [wonde({ token: fromEnvironment('WONDE_TOKEN') })],
 * });
 * ```
 */
export function fromEnvironment(name: string): () => string {
  return () => {
    const value = process.env[name];
    if (value !== undefined && value !== '') return value;
    throw new CollegialError({
      code: 'config.invalid',
      message: `The environment variable ${name} is not set.`,
      fix: `Set it before the command: export ${name}=…`,
    });
  };
}
