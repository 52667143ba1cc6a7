import { existsSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { CollegialError } from '@collegial/model';
import { createJiti } from 'jiti';
import * as z from 'zod';
import type { CollegialConfig } from './define-config.ts';

/** Names under which a configuration is looked for, in order. */
export const configNames = [
  'collegial.config.ts',
  'collegial.config.mts',
  'collegial.config.js',
  'collegial.config.mjs',
];

const shape = z.strictObject({
  store: z.string().min(1),
  sources: z.array(
    z.custom((source) => typeof source === 'object' && source !== null && 'connector' in source, {
      error: 'Expected a source: call a connector with its settings, for example wonde({ … })',
    }),
  ),
  key: z.union([z.string(), z.custom((value) => typeof value === 'function')]).optional(),
  release: z
    .strictObject({
      directory: z.string().min(1).optional(),
      title: z.string().min(1).optional(),
      audiences: z
        .array(z.enum(['own', 'group', 'public']))
        .min(1)
        .optional(),
      threshold: z.int().min(5).optional(),
    })
    .optional(),
  indicators: z.array(z.looseObject({ id: z.string() })).optional(),
});

/** A configuration with the directory that its relative paths start from. */
export interface LoadedConfig {
  readonly config: CollegialConfig;
  readonly directory: string;
}

/**
 * Loads a configuration written in TypeScript or JavaScript. Relative paths in it start from its own directory, which
 * becomes the working directory.
 *
 * @throws CollegialError `config.not-found`, `config.invalid`
 */
export async function loadConfig(path: string | undefined, directory: string): Promise<LoadedConfig> {
  const file =
    path === undefined
      ? configNames.map((name) => resolve(directory, name)).find(existsSync)
      : resolve(directory, path);
  if (file === undefined || !existsSync(file)) {
    throw new CollegialError({
      code: 'config.not-found',
      message:
        path === undefined
          ? 'No collegial.config.ts was found here.'
          : `The configuration ${path} does not exist.`,
    });
  }
  process.chdir(dirname(file));
  const config = await evaluate(file);
  const checked = shape.safeParse(config);
  if (!checked.success) {
    const { path: at = [], message = '' } = checked.error.issues[0] ?? {};
    throw new CollegialError({
      code: 'config.invalid',
      message: `${at.length === 0 ? 'The configuration' : at.join('.')}: ${message}.`,
      place: { file: basename(file) },
    });
  }
  return { config: config as CollegialConfig, directory: dirname(file) };
}

async function evaluate(file: string): Promise<unknown> {
  try {
    return await createJiti(import.meta.url, { interopDefault: true }).import(file, { default: true });
  } catch (cause) {
    if (CollegialError.isInstance(cause)) throw cause;
    throw new CollegialError({
      code: 'config.invalid',
      message: `The configuration could not be run: ${reasonOf(cause)}.`,
      fix: 'Correct it there, and run the command again.',
      place: { file: basename(file), ...lineOf(cause, file) },
      cause,
    });
  }
}

/** The first line of an error, without its full stop. */
function reasonOf(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  return (text.split('\n')[0] ?? '').trim().replace(/\.$/, '');
}

/** The line of the configuration that an error names: a syntax error in its message, any other in its stack. */
function lineOf(cause: unknown, file: string): { line?: number } {
  const text = cause instanceof Error ? `${cause.message}\n${cause.stack}` : '';
  const after = text.split(`${file}:`)[1];
  const line = Number.parseInt(after ?? '', 10);
  return Number.isNaN(line) ? {} : { line };
}
