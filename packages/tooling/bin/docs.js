import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { connectorsPage } from '../lib/pages/connectors-page.js';
import { recordsPage } from '../lib/pages/records-page.js';
import { root } from '../lib/run.js';

// Writes the pages of docs/ that follow from code; with --check, fails when one is out of date. Needs a build.
const check = process.argv.includes('--check');
const { errorCodes } = await import('@collegial/model');
const { renderCollaborationMeasures } = await import('@collegial/collaboration');
const { renderCatalogue } = await import('@collegial/indicators');
const { views } = await import('@collegial/query');

const pages = {
  'docs/errors.md': errorsPage(),
  'docs/catalogue.md': `${renderCatalogue().trimEnd()}\n\n${renderCollaborationMeasures()}`,
  'docs/connectors.md': await connectorsPage(),
  'docs/records.md': recordsPage(),
  'docs/views.md': viewsPage(),
};
const stale = Object.entries(pages).filter(([file, text]) => read(file) !== `${text.trimEnd()}\n`);
if (check && stale.length > 0) {
  console.error(
    `Out of date: ${stale.map(([file]) => file).join(', ')}. Run \`npm run docs\` and commit the result.`,
  );
  process.exit(1);
}
for (const [file, text] of stale) {
  writeFileSync(resolve(root, file), `${text.trimEnd()}\n`);
  console.log(`Wrote ${file}`);
}

function read(file) {
  try {
    return readFileSync(resolve(root, file), 'utf8');
  } catch {
    return '';
  }
}

function errorsPage() {
  const sections = Object.entries(errorCodes).map(
    ([code, { when, fix }]) => `## ${code}\n\n**When:** ${when}\n\n**What to do:** ${fix}\n`,
  );
  return `# Errors

Everything that Collegial throws on purpose is a \`CollegialError\` with a stable \`code\`, a \`place\` and a \`fix\`.
This page is generated from \`packages/model/src/errors/error-codes.ts\`.

${sections.join('\n')}`;
}

function viewsPage() {
  const sections = views.map(
    ({ name, description, columns }) =>
      `## ${name}\n\n${description}\n\n| column | type | meaning |\n|---|---|---|\n${columns.map((column) => `| ${column.name} | ${column.type} | ${column.description} |`).join('\n')}\n`,
  );
  return `# Views

What indicators read: the canonical tables as SQL views. Generated from \`packages/query/src/views\`.

${sections.join('\n')}`;
}
