import { accessStyles, defaults, pagingStyles, scaffoldEntities } from './choices.ts';

const table = (choices: Readonly<Record<string, string>>) =>
  Object.entries(choices)
    .map(([name, meaning]) => `      ${name.padEnd(16)}${meaning}`)
    .join('\n');

/** What `--help` prints. */
export const help = `Writes a Collegial connector that passes its own tests.

  npm create collegial-connector                      asks
  npm create collegial-connector "Acme MIS" -- --yes  takes what is not said as the default

Options
  --directory, -d <path>   where to; default: a new folder of the package's name
  --package <name>         name of the npm package; default: collegial-connector-<vendor>
  --access <style>         how records are reached; default: ${defaults.access}
${table(accessStyles)}
  --paging <style>         how lists are cut into pages; default: ${defaults.paging}
${table(pagingStyles)}
  --entities <list>        what is read, separated by commas; default: ${defaults.entities.join(',')}
${table(scaffoldEntities)}
  --yes, -y                ask nothing
  --json                   ask nothing, and print JSON
  --help, -h               this
  --version                version of the scaffold

Exit codes: 0 written · 1 something that was not foreseen · 2 an answer cannot be used, nothing was written · 130 stopped
`;
