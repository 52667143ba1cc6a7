import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { root } from '../run.js';
import { workspaces } from '../workspaces.js';

/** `docs/connectors.md`: what each connector can, from the definitions themselves. */
export async function connectorsPage() {
  const connectors = (await Promise.all(workspaces().filter(isConnector).map(load))).sort((a, b) =>
    a.title.localeCompare(b.title),
  );
  const entities = [
    ...new Set(connectors.flatMap(({ streams }) => streams.map(({ entity }) => entity))),
  ].sort();
  return `# Connectors

What each connector reads, and how. Generated from the connectors' own definitions. To write another: [Write a connector](guides/write-a-connector.md).

| connector | reads | authentication | paging | verified with |
|---|---|---|---|---|
${connectors.map(({ title, folder, about }) => `| [${title}](../${folder}/README.md) | ${about.reads} | ${listed(about.authentication)} | ${listed(about.paging)} | ${about.verified.map((word) => words[word]).join(', ')} |`).join('\n')}

**Verified with**, in falling order of worth: *live server* – a real installation; *official document* – the publisher's specification, by machine; *public
sample* – data that somebody else published; *synthetic* – only what we wrote ourselves. Each README says with what exactly, and what nobody could check.

## What becomes what

How a connector learns that a record is gone: **F** a feed of deletions, **T** records that say so, **D** the difference between complete reads, **·** it does not.
A star marks streams that read only what changed since the last time; an exception-based register is marked **x**.

| entity | ${connectors.map(({ id }) => id).join(' | ')} |
|---|${connectors.map(() => '---').join('|')}|
${entities.map((entity) => `| ${entity} | ${connectors.map((connector) => cell(connector, entity)).join(' | ')} |`).join('\n')}

Beside these, \`fromRecords({ … })\` of \`@collegial/connector-kit\` takes records of any entity from the program that calls it.
`;
}

const words = {
  'live-server': 'live server',
  'official-document': 'official document',
  'public-sample': 'public sample',
  synthetic: 'synthetic',
};
const marks = { feed: 'F', tombstone: 'T', 'snapshot-diff': 'D', none: '·' };

function isConnector(directory) {
  return directory.startsWith('packages/connectors/');
}

async function load(folder) {
  const { name } = JSON.parse(readFileSync(resolve(root, folder, 'package.json'), 'utf8'));
  const exported = Object.values(await import(name)).filter(
    (value) => typeof value === 'function' && 'specVersion' in value,
  );
  if (exported.length !== 1) throw new Error(`${name} exports ${exported.length} connectors`);
  const [{ id, title, about, streams }] = exported;
  return { id, title, about, folder, streams: Object.values(streams) };
}

function cell({ streams }, entity) {
  const found = streams.filter((stream) => stream.entity === entity).map(mark);
  return [...new Set(found)].join(' ');
}

function mark({ deletes, cursor, basis }) {
  const star = cursor !== undefined && cursor.resumeOnly !== true ? '*' : '';
  return `${marks[deletes]}${star === '' ? '' : '\\*'}${basis === 'exception' ? ' x' : ''}`;
}

function listed(items) {
  return items.length === 0 ? '–' : items.join(', ');
}
