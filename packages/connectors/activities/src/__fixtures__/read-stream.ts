import { outcomeOf, type Rejected, type Removed, type Skipped, type Source } from '@collegial/connector-kit';
import { type EntityName, type EntityRecord, entities } from '@collegial/model';

/** What a stream gave, the way sync would take it. */
export interface StreamOutcome<Name extends EntityName> {
  readonly records: EntityRecord<Name>[];
  /** Records by the row of their file, `file:row`. */
  readonly byRow: Map<string, EntityRecord<Name>[]>;
  readonly skipped: { readonly at: string; readonly reason: string }[];
  /** Keys of what was called off. */
  readonly removed: string[];
  readonly rejected: { readonly at: string; readonly line: number | undefined; readonly code: string; readonly reason: string; readonly field: string | undefined }[];
  /** Rows of each file. */
  readonly rows: Record<string, number>;
  readonly total: number | undefined;
}

/** Reads a stream to its end; every record is checked against its entity. */
export async function readStream<Name extends EntityName>(
  // biome-ignore lint/suspicious/noExplicitAny: a source of any connector
  { connector, config, name: source }: Source<any>,
  name: string,
  _entity: Name,
): Promise<StreamOutcome<Name>> {
  const stream = connector.streams[name];
  if (stream === undefined) throw new Error(`no stream ${name}`);
  const outcome: StreamOutcome<Name> = { records: [], byRow: new Map(), skipped: [], removed: [], rejected: [], rows: {}, total: undefined };
  let total: number | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: only what reading files needs of the context
  const context: any = { config, source, signal: new AbortController().signal, now: () => Date.parse('2025-09-01T06:00:00Z') };
  for await (const page of stream.read(context)) {
    total = page.total ?? total;
    const { file = '', row: first = 1 } = page.place;
    if (page.rows.length > 0) outcome.rows[file] = (outcome.rows[file] ?? 0) + page.rows.length;
    for (const [index, wire] of page.rows.entries()) {
      const at = `${file}:${first + index}`;
      const mapped = stream.map(stream.wire.parse(wire), context);
      for (const one of Array.isArray(mapped) ? mapped : [mapped]) {
        const kind = outcomeOf(one);
        if (kind === undefined) {
          const record = entities[stream.entity as Name].schema.parse(one) as EntityRecord<Name>;
          outcome.records.push(record);
          const before = outcome.byRow.get(at);
          if (before === undefined) outcome.byRow.set(at, [record]);
          else before.push(record);
        } else if (kind === 'removed') outcome.removed.push((one as Removed).key.join('|'));
        else if (kind === 'skipped') outcome.skipped.push({ at, reason: (one as Skipped).reason });
        else {
          const { code, reason, field } = one as Rejected;
          outcome.rejected.push({ at, line: page.lines?.[index], code, reason, field });
        }
      }
    }
  }
  return { ...outcome, total };
}
