import { CollegialError } from '@collegial/model';

/**
 * The value of an environment variable that a configuration needs, such as a token.
 *
 * @throws CollegialError `config.invalid` with the name of the variable when it is not set or empty
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
export function fromEnvironment(name: string): string {
  const value = process.env[name];
  if (value !== undefined && value !== '') return value;
  throw new CollegialError({
    code: 'config.invalid',
    message: `The environment variable ${name} is not set.`,
    fix: `Set it before the command: export ${name}=…`,
  });
}
