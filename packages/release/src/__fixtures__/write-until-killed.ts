import { type EditionDocument, editionSchemaVersion } from '@collegial/model';
import { writeEdition } from '../edition/write-edition.ts';
import { createPolicy } from '../policy.ts';

/** Writes one edition after another into a directory until it is killed; says when the first begins. */
const to = process.argv[2] ?? '';

function* documents(run: number): Generator<EditionDocument> {
  for (let index = 0; index < 60; index += 1) {
    yield {
      schemaVersion: editionSchemaVersion,
      audience: index % 2 === 0 ? 'public' : 'own',
      scope: { kind: 'school', id: `urn:${index}` },
      title: `School ${index}`,
      periods: [],
      indicators: [],
      figures: [],
      members: [],
      collaboration: null,
      protection: { rule: 'None.', figures: 0, suppressed: 0 },
      notes: [`Run ${run}: ${'text '.repeat(200)}`],
    };
  }
}

process.stdout.write('begin\n');
for (let run = 0; ; run += 1) {
  await writeEdition({
    to,
    documents: documents(run),
    title: `Run ${run}`,
    snapshot: 'snapshot',
    policy: createPolicy(),
    publishedAt: new Date(1_700_000_000_000 + run * 1000).toISOString(),
  });
}
