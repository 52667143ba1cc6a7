import { inspect } from 'node:util';
import * as z from 'zod';

const hidden = '[secret]';

/**
 * A password, token or key from the settings. Printing, logging, serialising or inspecting it shows
 * `[secret]`; only {@link Secret.reveal} gives the value, at the moment it is used.
 *
 * @example
 * ```ts
 * import { Secret } from '@collegial/connector-kit';
 *
 * const token = new Secret('abc');
 * `${token}`; // '[secret]'
 * JSON.stringify({ token }); // '{"token":"[secret]"}'
 * token.reveal(); // 'abc'
 * ```
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The value itself. Call it where the value is used, and keep no copy. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return hidden;
  }

  toJSON(): string {
    return hidden;
  }

  [Symbol.toPrimitive](): string {
    return hidden;
  }

  [inspect.custom](): string {
    return hidden;
  }
}

/**
 * A secret setting: written as a plain, non-empty string in the configuration (from the environment), handed
 * to the connector as a {@link Secret}. {@link settingsForm} lists it under `secrets`.
 */
export function secret(): z.ZodPipe<z.ZodString, z.ZodTransform<Secret, string>> {
  return z
    .string()
    .min(1)
    .meta({ format: 'password', writeOnly: true })
    .transform((value) => new Secret(value));
}
