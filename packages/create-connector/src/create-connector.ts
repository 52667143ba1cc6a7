import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import {
  type AccessStyle,
  accessStyles,
  defaults,
  type PagingStyle,
  pagingStyles,
  type ScaffoldEntity,
  scaffoldEntities,
} from './choices.ts';
import { didYouMean } from './did-you-mean.ts';
import { renderProject } from './render-project.ts';
import { ScaffoldError } from './scaffold-error.ts';
import { vendorNames } from './vendor-names.ts';

/** What a connector is scaffolded from. */
export interface CreateConnectorOptions {
  /** Name of the vendor as people write it, for example `Acme MIS`. */
  readonly vendor: string;
  /** Where to; must not be there yet, or be empty. Default: a folder of the package's name in `workingDirectory`. */
  readonly directory?: string;
  /** Name of the npm package; default `collegial-connector-<vendor>`. */
  readonly packageName?: string;
  /** How records are reached; default `bearer`. */
  readonly access?: AccessStyle;
  /** How lists are cut into pages; default `offset`. Files have none. */
  readonly paging?: PagingStyle;
  /** What is read; default `Organisation`, `Student` and `Enrolment`. */
  readonly entities?: readonly ScaffoldEntity[];
  /** What relative directories begin at; default the process's. */
  readonly workingDirectory?: string;
}

/** A connector that was written. */
export interface CreatedConnector {
  /** Its absolute directory. */
  readonly directory: string;
  readonly packageName: string;
  /** Its files, relative to the directory, in order. */
  readonly files: readonly string[];
}

/**
 * Writes a connector that passes its own tests. Nothing is written unless all of it can be: answers and the directory are looked at first.
 *
 * @throws ScaffoldError with what is wrong and a fix
 * @example
 * ```ts
 * import { createConnector } from 'create-collegial-connector';
 *
 * export const scaffold = () =>
 *   createConnector({ vendor: 'Acme MIS', access: 'oauth2', paging: 'link-header', entities: ['Organisation', 'Student'] });
 * // { directory: '/…/collegial-connector-acme-mis', packageName: 'collegial-connector-acme-mis', files: ['.gitignore', …] }
 * ```
 */
export async function createConnector(options: CreateConnectorOptions): Promise<CreatedConnector> {
  const names = vendorNames(options.vendor);
  const packageName = checkedPackageName(options.packageName ?? `collegial-connector-${names.id}`);
  const access = chosen('access', options.access ?? defaults.access, accessStyles);
  if (access === 'files' && options.paging !== undefined)
    throw new ScaffoldError('Files have no pages.', 'Leave the way of paging out, or choose a server.');
  const paging = chosen('paging', options.paging ?? defaults.paging, pagingStyles);
  const entities = chosenEntities(options.entities ?? defaults.entities);
  const directory = resolve(
    options.workingDirectory ?? process.cwd(),
    options.directory ?? (packageName.split('/').at(-1) as string),
  );
  await checkEmpty(directory);

  const files = await renderProject({ names, packageName, access, paging, entities });
  for (const [path, text] of files) {
    const file = join(directory, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text, { flag: 'wx' });
  }
  return { directory, packageName, files: [...files.keys()] };
}

/** Answer from a list of known ones. */
function chosen<Style extends string>(
  what: string,
  answer: string,
  styles: Readonly<Record<Style, string>>,
): Style {
  if (Object.hasOwn(styles, answer)) return answer as Style;
  throw new ScaffoldError(
    `“${answer}” is no style of ${what} that is known.`,
    `${didYouMean(answer, styles)}Use one of ${Object.keys(styles).join(', ')}; choose the nearest one and change it afterwards.`,
  );
}

function chosenEntities(answers: readonly string[]): ScaffoldEntity[] {
  const known = Object.keys(scaffoldEntities) as ScaffoldEntity[];
  const unknown = answers.find((answer) => !Object.hasOwn(scaffoldEntities, answer));
  if (unknown === undefined && answers.length > 0) return known.filter((entity) => answers.includes(entity));
  throw new ScaffoldError(
    unknown === undefined ? 'No entity was chosen.' : `“${unknown}” is no entity that can be scaffolded.`,
    `${didYouMean(unknown ?? '', scaffoldEntities)}Use one or more of ${known.join(', ')}; others are added by hand in the same way.`,
  );
}

function checkedPackageName(name: string): string {
  if (name.length <= 214 && /^(?:@[a-z0-9-][a-z0-9._-]*\/)?[a-z0-9][a-z0-9._-]*$/.test(name)) return name;
  throw new ScaffoldError(
    `“${name}” cannot be the name of an npm package.`,
    'Use lower-case letters, digits, hyphens, dots and underscores, with or without a scope: `@acme/collegial-connector`.',
  );
}

/** A directory that is there may hold what version control put into it. */
async function checkEmpty(directory: string): Promise<void> {
  const entries = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    if (error.code === 'ENOTDIR')
      throw new ScaffoldError(`${directory} is a file.`, 'Name another directory with `--directory`.');
    throw error;
  });
  if (entries.some((entry) => entry !== '.git'))
    throw new ScaffoldError(
      `The directory ${directory} is not empty.`,
      'Name a new one with `--directory`, or empty it.',
    );
}
