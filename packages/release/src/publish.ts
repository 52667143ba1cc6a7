import { join } from 'node:path';
import { type IndicatorDefinition, indicator, indicators } from '@collegial/indicators';
import {
  CollegialError,
  type EditionDocument,
  formatScope,
  type IndicatorResult,
  parseScope,
} from '@collegial/model';
import { comparedGroups } from './documents/compared-groups.ts';
import { groupDocument } from './documents/group-document.ts';
import { ownDocuments } from './documents/own-documents.ts';
import { publicDocuments } from './documents/public-documents.ts';
import { writeEdition } from './edition/write-edition.ts';
import { evaluateFor, isPublic } from './evaluate-for.ts';
import { createPolicy, type Policy } from './policy.ts';
import type { Published, PublishOptions } from './publish-options.ts';
import { readActivityPeriods } from './read/read-activity-periods.ts';
import { type Names, readNames, readSpells, type Spell } from './read/read-places.ts';
import { ResultsBySchool } from './read/results-by-school.ts';
import { wantedScopes } from './wanted-scopes.ts';

/**
 * Evaluates indicators and collaboration once, protects what each audience may read, and writes an edition.
 *
 * - `own`: a document for each school about itself, with exact aggregates.
 * - `group`: one for each group whose schools a sharing agreement covers, with protected figures about students, ledger
 *   and levels.
 * - `public`: one for each trust, authority and school, made of figures that were published before; no record about a
 *   person is read for it.
 *
 * @throws CollegialError `argument.invalid`, `indicator.unknown`, `period.invalid`, `scope.unknown`, `store.query-failed`
 *
 * @example
 * ```ts
 * import { publish } from '@collegial/release';
 *
 * const { path } = await publish({
 *   engine: store, audiences: ['own', 'group'], title: 'Spring 2024', to: './editions',
 * });
 * path; // 'editions/2024-04-02-3f9c1b7e20aa'
 * ```
 */
export async function publish(options: PublishOptions): Promise<Published> {
  const { engine, to, title, signal } = options;
  const now = (options.now ?? new Date()).toISOString();
  const policy = createPolicy(options.policy);
  const asked = (options.indicators ?? indicators).map((one) =>
    typeof one === 'string' ? indicator(one) : one,
  );
  // What cannot be protected yet is in no document, whoever asks for it.
  const definitions = asked.filter((one) => one.notPublished === undefined);
  const snapshot = await engine.snapshot();
  const names = await readNames(engine, signal === undefined ? {} : { signal });
  requireKnown(options.scopes, names);
  const material: Material = { options, policy, definitions, names, asOf: now.slice(0, 10) };
  const { documents, groupsWithoutAgreement } = await documentsOf(material);
  if ((await engine.snapshot()) !== snapshot) {
    throw new CollegialError({
      code: 'store.query-failed',
      message: 'The data changed while it was being read for an edition.',
      fix: 'Publish again when the sync is over.',
    });
  }
  const manifest = await writeEdition({
    to,
    documents,
    title,
    snapshot,
    policy,
    publishedAt: now,
    ...(signal === undefined ? {} : { signal }),
    onWritten: (done) => options.onProgress?.({ phase: 'write', done, total: undefined }),
  });
  return {
    path: join(to, manifest.edition),
    manifest,
    groupsWithoutAgreement,
    notPublished: asked.flatMap(({ id, notPublished: reason }) =>
      reason === undefined ? [] : [{ indicator: id, reason }],
    ),
  };
}

interface Material {
  readonly options: PublishOptions;
  readonly policy: Policy;
  readonly definitions: readonly IndicatorDefinition[];
  readonly names: Names;
  /** Day of publication. */
  readonly asOf: string;
}

/** Reads everything that is needed; the documents themselves are made one by one while they are written. */
async function documentsOf(material: Material): Promise<{
  readonly documents: Iterable<EditionDocument>;
  readonly groupsWithoutAgreement: readonly string[];
}> {
  const { options, definitions, names, asOf } = material;
  const audiences = new Set(options.audiences);
  const wanted = wantedScopes(options.scopes);
  const fromPublished = definitions.filter(isPublic);
  const aboutStudents = audiences.has('own') || audiences.has('group');
  const students = aboutStudents
    ? await evaluateFor(
        options,
        definitions.filter((one) => !isPublic(one)),
        ['school:*'],
      )
    : [];
  const published =
    audiences.has('public') || audiences.has('own')
      ? await evaluateFor(options, fromPublished, ['school:*'])
      : [];
  const areas = audiences.has('public')
    ? await evaluateFor(options, fromPublished, ['trust:*', 'authority:*'])
    : [];
  const spells = audiences.has('public') ? await areaSpells(options) : new Map<string, Spell[]>();
  const { groups, without } = aboutStudents
    ? await groupDocuments(material, students)
    : { groups: [], without: [] };
  const documents = function* (): Generator<EditionDocument> {
    if (audiences.has('own')) {
      const schools = new ResultsBySchool(students).schools().filter((id) => wanted({ kind: 'school', id }));
      const results = new ResultsBySchool([...students, ...published]);
      yield* ownDocuments({ definitions, results, schools, names, groups });
    }
    if (audiences.has('group')) yield* groups.filter((document) => wanted(document.scope));
    if (audiences.has('public')) {
      const schools = new ResultsBySchool(published);
      yield* publicDocuments({ definitions: fromPublished, areas, schools, spells, asOf, names, wanted });
    }
  };
  return { documents: documents(), groupsWithoutAgreement: without };
}

async function groupDocuments(
  { options, policy, definitions, names, asOf }: Material,
  students: readonly IndicatorResult[],
): Promise<{ groups: EditionDocument[]; without: string[] }> {
  const { engine, signal, onProgress } = options;
  const query = signal === undefined ? {} : { signal };
  const spells = await readSpells(engine, 'group', query);
  const withData = [
    ...students.map((result) => result.period),
    ...(await readActivityPeriods(engine, query)),
  ];
  const periods = options.periods ?? [...new Set(withData)].sort();
  const results = new ResultsBySchool(students);
  const aboutStudents = definitions.filter((one) => !isPublic(one));
  const compared = await comparedGroups(engine, {
    definitions: aboutStudents,
    results,
    spells,
    periods,
    threshold: policy.threshold,
    ...query,
  });
  const groups: EditionDocument[] = [];
  const without: string[] = [];
  for (const [id, ofGroup] of spells) {
    signal?.throwIfAborted();
    const document = await groupDocument(engine, {
      id,
      definitions: aboutStudents,
      results,
      compared,
      spells: ofGroup,
      names,
      periods,
      asOf,
      policy,
      ...query,
    });
    if (document === undefined) without.push(id);
    else groups.push(document);
    onProgress?.({ phase: 'protect', done: groups.length + without.length, total: spells.size });
  }
  return { groups, without };
}

async function areaSpells({ engine, signal }: PublishOptions): Promise<Map<string, Spell[]>> {
  const query = signal === undefined ? {} : { signal };
  const all = new Map<string, Spell[]>();
  for (const kind of ['trust', 'authority'] as const) {
    for (const [id, spells] of await readSpells(engine, kind, query))
      all.set(formatScope({ kind, id }), spells);
  }
  return all;
}

/** A scope that was mistyped must not become an edition that holds nothing. */
function requireKnown(given: PublishOptions['scopes'], names: Names): void {
  const scopes = given?.map((scope) => (typeof scope === 'string' ? parseScope(scope) : scope));
  const unknown = scopes?.find((scope) => !names.has(scope));
  if (unknown === undefined) return;
  throw new CollegialError({
    code: 'scope.unknown',
    message: `There is no ${unknown.kind} “${unknown.id.slice(0, 80)}”.`,
  });
}
