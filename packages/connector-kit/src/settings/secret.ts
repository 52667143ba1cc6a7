import { inspect } from 'node:util';
import { CollegialError } from '@collegial/model';
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
  readonly #value: string | (() => string);

  /** @param value the value, or what fetches it when it is needed, for example from the environment */
  constructor(value: string | (() => string)) {
    this.#value = value;
  }

  /**
   * The value itself. Call it where the value is used, and keep no copy.
   *
   * @throws CollegialError `config.invalid` when what fetches it gives nothing
   */
  reveal(): string {
    const value = typeof this.#value === 'function' ? this.#value() : this.#value;
    if (typeof value === 'string' && value !== '') return value;
    throw new CollegialError({ code: 'config.invalid', message: 'A secret of the settings is empty.' });
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

/** What a secret setting is written as: the value, or a function that fetches it when it is used. */
export type SecretInput = string | (() => string);

/**
 * A secret setting: written in the configuration as a non-empty string or as a function that fetches one when it is used, handed to the connector as a
 * {@link Secret}. {@link settingsForm} lists it under `secrets`.
 */
export function secret(): z.ZodType<Secret, SecretInput> {
  return z
    .union([z.string().min(1), z.custom<() => string>((value) => typeof value === 'function')], {
      error: 'Expected a secret that is not empty, or a function that fetches it',
    })
    .meta({ format: 'password', writeOnly: true })
    .transform((value) => new Secret(value));
}
