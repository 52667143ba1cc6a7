import {
  type KnownLineItem,
  type KnownOrganisation,
  knownLineItem,
  knownOrganisation,
  type Reading,
  rollFromOf,
  type WireAcademicSession,
} from '@collegial/connector-oneroster/mapping';
import { indexRows, type RowIndex } from './bundle/index-rows.ts';
import type { Bundles } from './bundle/open-bundles.ts';
import { owned } from './bundle/owned.ts';
import { partsOf } from './bundle/table-parts.ts';
import type { TableName } from './bundle/tables.ts';
import type { OneRosterCsvConfig } from './oneroster-csv-config.ts';
import { number, text } from './wire/cell.ts';
import { demographicsPacker } from './wire/packed-demographics.ts';
import { packRole } from './wire/packed-roles.ts';
import { orgOf, sessionOf } from './wire/wire-rows.ts';

/** Drift of rows that are only looked up is counted by the stream of their own table. */
const uncounted = () => undefined;

/** What a read is made with. */
export interface JoinContext {
  readonly bundles: Bundles;
  readonly config: OneRosterCsvConfig;
  readonly source: string;
  readonly signal: AbortSignal;
  now(): number;
}

/** A reading that knows no other rows. */
export function plainReading({ bundles, config, now }: JoinContext, table: TableName): Reading {
  const today = new Date(now()).toISOString().slice(0, 10);
  const delta = !partsOf(bundles, table).whole;
  return { today, delta, rollFrom: rollFromOf(config, today), organisations: new Map() };
}

/** The organisations by `sourcedId`, and whether they are all that there are. */
export async function organisationsOf(context: JoinContext) {
  const { bundles, config, source, signal } = context;
  const empty = plainReading(context, 'orgs');
  const organisations = new Map<string, KnownOrganisation>();
  const { whole, given } = await indexRows(bundles, {
    table: 'orgs',
    by: 'sourcedId',
    signal,
    keep: (values) => {
      organisations.set(
        owned(text(values.sourcedId) ?? ''),
        knownOrganisation(orgOf(values, empty), { source, config }),
      );
      return undefined;
    },
  });
  const { school, district } = config.organisationIdentifiers;
  // Without the table, national ids cannot be told, and ids of the source would make other organisations.
  const needed = given || school !== undefined || district !== undefined;
  return { organisations, whole, needed };
}

/** The sessions by `sourcedId`. */
export async function sessionsOf(context: JoinContext): Promise<ReadonlyMap<string, WireAcademicSession>> {
  const reading = plainReading(context, 'academicSessions');
  const sessions = new Map<string, WireAcademicSession>();
  await indexRows(context.bundles, {
    table: 'academicSessions',
    by: 'sourcedId',
    signal: context.signal,
    keep: (values) => {
      const session = sessionOf(values, reading, uncounted);
      sessions.set(owned(session.sourcedId ?? ''), session);
      return undefined;
    },
  });
  return sessions;
}

/** Roles by user, packed; `undefined` in 1.1, where users have one of their own. */
export async function rolesOfUsers({ bundles, signal }: JoinContext): Promise<RowIndex<string> | undefined> {
  if (bundles.version === '1.1') return undefined;
  return indexRows<string>(bundles, { table: 'roles', by: 'userSourcedId', signal, keep: packRole });
}

/** Demographics by user, packed. */
export async function demographicsOfUsers({
  bundles,
  config,
  signal,
}: JoinContext): Promise<RowIndex<string>> {
  const extensions = extensionsOf(config);
  const pack = demographicsPacker(extensions);
  return indexRows<string>(bundles, {
    table: 'demographics',
    by: 'sourcedId',
    signal,
    extensions,
    keep: pack,
  });
}

/** Keys of the extensions that the settings name. */
export function extensionsOf({ characteristics }: Pick<OneRosterCsvConfig, 'characteristics'>): string[] {
  return [...new Set(characteristics.map(({ key }) => key))];
}

/** Line items by `sourcedId`, with what they are in. */
export async function lineItemsOf(
  context: JoinContext,
  reading: Reading,
): Promise<{ lineItems: ReadonlyMap<string, KnownLineItem>; whole: boolean }> {
  const { bundles, signal } = context;
  const classes = new Map<string, { school: string | undefined; course: string | undefined }>();
  const categories = new Map<string, string>();
  const lineItems = new Map<string, KnownLineItem>();
  const read = (table: TableName, keep: (values: Readonly<Record<string, string>>, id: string) => void) =>
    indexRows(bundles, {
      table,
      by: 'sourcedId',
      signal,
      keep: (values) => {
        keep(values, owned(text(values.sourcedId) ?? ''));
        return undefined;
      },
    });
  const shared = sharing();
  const ofClasses = await read('classes', (values, id) =>
    classes.set(id, {
      school: shared(text(values.schoolSourcedId)),
      course: shared(text(values.courseSourcedId)),
    }),
  );
  await read('categories', (values, id) => categories.set(id, owned(text(values.title) ?? '')));
  const { whole } = await read('lineItems', (values, id) => {
    const item = {
      sourcedId: id,
      reading,
      title: shared(text(values.title)),
      class: text(values.classSourcedId),
      school: shared(text(values.schoolSourcedId)),
      category: text(values.categorySourcedId),
      resultValueMin: number(values.resultValueMin, '', uncounted),
      resultValueMax: number(values.resultValueMax, '', uncounted),
    };
    lineItems.set(id, knownLineItem(item, { classes, categories, reading }, context));
  });
  return { lineItems, whole: whole && ofClasses.whole };
}

/** Keeps one copy of texts that stand in many rows. */
function sharing(): (text: string | undefined) => string | undefined {
  const known = new Map<string, string>();
  return (text) => {
    if (text === undefined) return undefined;
    const before = known.get(text);
    if (before !== undefined) return before;
    const copy = owned(text);
    known.set(copy, copy);
    return copy;
  };
}
