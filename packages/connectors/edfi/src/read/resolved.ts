import { type MapContext, type Mapped, reject, remove } from '@collegial/connector-kit';
import type { EntityName } from '@collegial/model';
import * as z from 'zod';
import type { EdfiConfig } from '../edfi-config.ts';

/** What the reader found out about a row before it is mapped: GUIDs of what it refers to, and what other resources say. */
export interface Resolved {
  /** GUID of the row itself. */
  readonly guid?: string | undefined;
  /** Id of the school or district that the row refers to. */
  readonly organisationId?: string | undefined;
  /** Ids of further organisations, by the reference that names them. */
  readonly relatedId?: string | undefined;
  readonly student?: string | undefined;
  readonly staff?: string | undefined;
  readonly section?: string | undefined;
  readonly course?: string | undefined;
  /** GUID of the enrolment that a mark belongs to. */
  readonly enrolment?: string | undefined;
  /** GUIDs of enrolments of the same student at the same school that it does not belong to, or no longer. */
  readonly otherEnrolments?: readonly string[] | undefined;
  readonly sexDescriptor?: string | undefined;
  readonly courseTitle?: string | undefined;
  readonly endsOn?: string | undefined;
}

/** Property in which a row carries what the reader found out; a server's own of that name is overwritten. */
export const resolvedKey = 'collegial';

/** Something that the feed says is gone. */
export const Removal = z.object({
  removal: z.object({
    guid: z.string().optional(),
    /** Natural key that it had, as the feed gives it. */
    key: z.record(z.string(), z.unknown()),
    /** GUIDs of the enrolments under which its mark may be stored. */
    enrolments: z.array(z.string()).optional(),
  }),
});
export type Removal = z.infer<typeof Removal>;

/** A row with what was found out about it. */
export type Row<Wire> = Wire & { readonly [resolvedKey]: Resolved };

/** Shape of the rows of a stream: those of a resource, or what the feed of deletions says of it. */
export function rowsOf<Wire>(wire: z.ZodType<Wire>): z.ZodType<Row<Wire> | Removal> {
  const carried = z.custom<Resolved>((value) => typeof value === 'object' && value !== null);
  return z.unknown().transform((value, context) => {
    if (typeof value === 'object' && value !== null && 'removal' in value && resolvedKey in value === false) {
      const removal = Removal.safeParse(value);
      if (removal.success) return removal.data;
    }
    const parsed = wire.safeParse(value);
    if (!parsed.success) {
      for (const { path, message } of parsed.error.issues)
        context.addIssue({ code: 'custom', path: [...path], message, input: undefined });
      return z.NEVER;
    }
    const resolved = carried.safeParse((value as Record<string, unknown>)[resolvedKey]);
    return { ...parsed.data, [resolvedKey]: resolved.data ?? {} } as Row<Wire>;
  }) as unknown as z.ZodType<Row<Wire> | Removal>;
}

type Context = MapContext<EdfiConfig>;

/**
 * Maps rows, and takes away what the feed says is gone.
 *
 * @param keysOf keys of the records that a removed resource had
 */
export function withRemovals<Name extends EntityName, Wire>(
  keysOf: (guid: string, context: Context) => readonly (readonly string[])[],
  map: (row: Row<Wire>, context: Context) => Mapped<Name> | readonly Mapped<Name>[],
): (row: Row<Wire> | Removal, context: Context) => Mapped<Name> | readonly Mapped<Name>[] {
  return (row, context) => {
    if (!('removal' in row)) {
      if (row[resolvedKey].guid === undefined)
        return reject('The row has no id of 32 hexadecimal digits.', { field: 'id' });
      return map(row, context);
    }
    const { guid } = row.removal;
    if (guid === undefined) return reject('A deletion names no id.', { field: 'id' });
    return keysOf(guid, context).map((key) => remove(...key));
  };
}
