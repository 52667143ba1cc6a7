import { relative } from 'node:path';
import type { CreatedConnector } from './create-connector.ts';
import { findClone } from './find-clone.ts';

/** What to do after a connector was written. */
export interface NextSteps {
  /** Commands to run, in order, from where the scaffold was started. */
  readonly commands: readonly string[];
  /** What has to be known besides; absent: nothing. */
  readonly note?: string;
}

/**
 * What to do after a connector was written: in a clone of Collegial's repository its packages are found as they are, elsewhere they are installed.
 *
 * @param from directory in which the scaffold was started
 * @param version version of the scaffold; `0.0.0` stands for packages that are not on the registry yet
 */
export async function nextSteps(
  { directory }: CreatedConnector,
  from: string,
  version: string,
): Promise<NextSteps> {
  const enter = goTo(relative(from, directory));
  const clone = await findClone(directory);
  if (clone === undefined)
    return {
      commands: [...enter, 'npm install', 'npm test'],
      ...(version === '0.0.0' && {
        note: 'The packages of Collegial are not on the npm registry yet, so that `npm install` does not find them: until then, write the connector inside a clone of the repository, for example with `--directory packages/connectors/<vendor>`.',
      }),
    };
  const build = clone.built ? [] : [...goTo(relative(from, clone.directory)), 'npm install', 'npm run build'];
  const back = clone.built ? enter : goTo(relative(clone.directory, directory));
  return {
    commands: [...build, ...back, 'npm test'],
    note: 'It lies in a clone of Collegial, whose packages it uses as they were built: nothing needs to be installed for it. After a change to a package, run `npm run build` at the top again.',
  };
}

function goTo(path: string): string[] {
  if (path === '') return [];
  return [`cd ${/^[\w./@-]*$/.test(path) ? path : `"${path}"`}`];
}
