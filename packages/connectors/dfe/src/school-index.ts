import type { AuthorityStatement } from './authority-history.ts';
import { type Aside, cell, codeIn, type DfeFile, type TableRow, textIn } from './dfe-schemas.ts';
import { readDay } from './read-day.ts';
import { type SchoolFacts, schoolFacts } from './school-facts.ts';
import { schoolOfRow } from './school-rows.ts';
import { readRows } from './table-rows.ts';
import type { DfeTable } from './tables.ts';

/** A school with what all files say of it. */
export interface KnownSchool {
  readonly urn: string;
  readonly facts: SchoolFacts;
  /** Day of the register extract that states its status, when known. */
  readonly statusAsOf?: string;
  /** Which authority it is in, by file, most trusted first. */
  readonly statements: readonly AuthorityStatement[];
  /** Name and closure as the links between establishments give them. */
  readonly linked: { readonly name?: string; readonly succeeded?: { readonly on: string | null } };
}

/** What became of one row of a file that names schools. */
export type RowOutcome =
  | { readonly row: number; readonly line: number; readonly urn: string; readonly first: boolean }
  | { readonly row: number; readonly line: number; readonly aside: Aside };

/** Schools by URN, and an account of every row that names one. */
export interface SchoolIndex {
  readonly schools: ReadonlyMap<string, KnownSchool>;
  readonly accounts: readonly { readonly file: DfeFile; readonly outcomes: readonly RowOutcome[] }[];
  /** Names of authorities by code, as the files give them. */
  readonly authorityNames: ReadonlyMap<string, string>;
}

interface Draft {
  urn: string;
  facts: SchoolFacts;
  statusAsOf?: string;
  statements: AuthorityStatement[];
  linked: { name?: string; succeeded?: { on: string | null } };
}

/** Kinds of file that name schools, the one that says most and is most trusted first. */
const richestFirst: readonly DfeTable[] = [
  'establishments',
  'group-links',
  'ks4',
  'ks2',
  'census',
  'absence',
];

/**
 * Reads all files that name schools and merges what they say of each: a field is taken from the most trusted file that states
 * it, and from the newest of several of one kind.
 */
export async function buildSchoolIndex(
  files: readonly DfeFile[],
  signal?: AbortSignal,
): Promise<SchoolIndex> {
  const drafts = new Map<string, Draft>();
  const accounts: { file: DfeFile; outcomes: RowOutcome[] }[] = [];
  const authorityNames = new Map<string, string>();
  for (const file of inOrderOfTrust(files)) {
    accounts.push({ file, outcomes: await addFile(file, drafts, authorityNames, signal) });
  }
  for (const file of files.filter(({ table }) => table === 'school-links')) {
    await addLinks(file, drafts, signal);
  }
  return { schools: drafts, accounts, authorityNames };
}

async function addFile(
  file: DfeFile,
  drafts: Map<string, Draft>,
  authorityNames: Map<string, string>,
  signal: AbortSignal | undefined,
): Promise<RowOutcome[]> {
  const outcomes: RowOutcome[] = [];
  const rowOfSchool = new Map<string, number>();
  for await (const item of readRows(file, signal)) {
    const { row, line } = item;
    if ('aside' in item) {
      outcomes.push(item);
      continue;
    }
    const authority = namedAuthority(item);
    if (authority !== undefined && !authorityNames.has(authority.code))
      authorityNames.set(authority.code, authority.name);
    const school = schoolOfRow(item);
    if ('aside' in school) {
      outcomes.push({ row, line, aside: school.aside });
      continue;
    }
    const { urn } = school;
    const before = rowOfSchool.get(urn);
    // A school may be in several groups; in every other kind of file it has one row.
    if (before !== undefined && file.table !== 'group-links') {
      outcomes.push({ row, line, aside: repeated(before) });
      continue;
    }
    rowOfSchool.set(urn, before ?? row);
    const known = drafts.get(urn);
    outcomes.push({ row, line, urn, first: known === undefined });
    const draft = known ?? { urn, facts: {}, statements: [], linked: {} };
    if (known === undefined) drafts.set(urn, draft);
    if (before === undefined) addFacts(draft, schoolFacts(item), file);
  }
  return outcomes;
}

/** Reported for a school that stands twice in a file: the first row is used. */
export function repeated(before: number): Aside {
  return {
    aside: 'rejected',
    reason: `the school stands already in row ${before} of this file`,
    field: 'URN',
  };
}

function addFacts(draft: Draft, facts: SchoolFacts, file: DfeFile): void {
  if (facts.authority != null) {
    draft.statements.push({
      authority: facts.authority,
      ...(file.academicYear === undefined ? {} : { academicYear: file.academicYear }),
      ...(file.asOf === undefined ? {} : { asOf: file.asOf }),
    });
  }
  if (draft.facts.status == null && facts.status != null && file.asOf !== undefined) {
    draft.statusAsOf = file.asOf;
  }
  const stated = Object.entries(facts).filter(([, value]) => value != null);
  draft.facts = { ...Object.fromEntries(stated), ...draft.facts };
}

async function addLinks(
  file: DfeFile,
  drafts: ReadonlyMap<string, Draft>,
  signal: AbortSignal | undefined,
): Promise<void> {
  for await (const item of readRows(file, signal)) {
    if ('aside' in item) continue;
    const type = cell(item, 'LinkType');
    const linked = drafts.get(codeIn(item, 'LinkURN'))?.linked;
    const name = textIn(item, 'LinkName');
    if (linked !== undefined && name !== null) linked.name ??= name;
    // After a split the first school may go on.
    if (!/^successor/i.test(type) || /split/i.test(type)) continue;
    const school = drafts.get(codeIn(item, 'URN'));
    if (school === undefined) continue;
    school.linked.succeeded ??= { on: readDay(cell(item, 'LinkEstablishedDate')) ?? null };
  }
}

/** The authority that a row gives a name to: the register beside each school, the key stage 2 table in its totals. */
function namedAuthority(row: TableRow): { code: string; name: string } | undefined {
  const total = row.file.table === 'ks2' && cell(row, 'RECTYPE') === '3';
  const code = codeIn(row, total ? 'LEA' : 'LA (code)');
  const name = textIn(row, total ? 'SCHNAME' : 'LA (name)');
  return /^\d{3}$/.test(code) && name !== null ? { code, name } : undefined;
}

function inOrderOfTrust(files: readonly DfeFile[]): DfeFile[] {
  const rank = ({ table }: DfeFile) => richestFirst.indexOf(table);
  const time = ({ academicYear, asOf }: DfeFile) => String(academicYear ?? asOf ?? '');
  return files
    .filter((file) => rank(file) >= 0)
    .sort((a, b) => rank(a) - rank(b) || time(b).localeCompare(time(a)) || a.path.localeCompare(b.path));
}
