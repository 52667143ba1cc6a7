import {
  type AnyStream,
  collectDrift,
  type MapContext,
  outcomeOf,
  type Page,
  type Rejected,
  type Removed,
  type Skipped,
} from '@collegial/connector-kit';
import {
  CollegialError,
  type EntityName,
  type EntityRecord,
  entities,
  type Place,
  recordCheck,
} from '@collegial/model';
import { Segment } from './segment.ts';

// biome-ignore lint/suspicious/noExplicitAny: a stream of any connector, whose configuration is its own
type Stream = AnyStream<any>;

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/**
 * Turns the rows of pages into records of one stream: each row is checked against the wire shape, mapped, and
 * each record is checked against its entity, whose defaults it gets. Nothing is dropped: what cannot be used
 * is set aside with its place and reason.
 */
export class PageMapper {
  readonly #stream: Stream;
  readonly #context: MapContext<unknown>;
  readonly #schema: (typeof entities)[EntityName]['schema'];
  /** Spares rows the schema where it is nothing but a test. */
  readonly #isWire: ((row: unknown) => unknown) | undefined;
  /** Spares most records the schema, which decides wherever this does not say yes. */
  readonly #isWhole: (record: unknown) => boolean;
  readonly #keyLength: number;
  #page: Page = { rows: [], place: {} };
  #index = 0;
  #into = new Segment();

  constructor(stream: Stream, context: Omit<MapContext<unknown>, 'drift' | 'unmapped'>) {
    const entity = entities[stream.entity as EntityName];
    this.#stream = stream;
    this.#context = {
      ...context,
      drift: (field) => this.#into.tally.drift(field),
      unmapped: (field, code) => this.#into.tally.unmapped(field, code),
    };
    this.#isWire = plainTestOf(stream.wire);
    this.#schema = entity.schema;
    this.#isWhole = recordCheck(stream.entity as EntityName);
    this.#keyLength = entity.key.length;
  }

  /**
   * Maps a page.
   *
   * @throws CollegialError what `map` throws on purpose, except `record.invalid`, which is about the row
   */
  map(page: Page): Segment {
    this.#page = page;
    this.#into = new Segment();
    this.#into.tally.add('rows', page.rows.length);
    for (this.#index = 0; this.#index < page.rows.length; this.#index += 1) this.#row(page.rows[this.#index]);
    this.#into.tally.add('read', this.#into.records.length + this.#into.removals.length);
    return this.#into;
  }

  #row(row: unknown): void {
    if (typeof row === 'object' && row !== null && outcomeOf(row) === 'rejected') {
      this.#take(row);
      return;
    }
    if (this.#isWire?.(row) === true) {
      this.#mapped(row);
      return;
    }
    const wire = collectDrift(this.#context.drift, () => this.#stream.wire.safeParse(row));
    if (wire.success) this.#mapped(wire.data);
    else this.#misshapen(wire.error.issues);
  }

  #mapped(row: unknown): void {
    let mapped: unknown;
    try {
      mapped = this.#stream.map(row, this.#context);
    } catch (error) {
      this.#mapFailed(error);
      return;
    }
    if (!Array.isArray(mapped)) this.#take(mapped);
    else if (mapped.length === 0) this.#into.tally.skip('the row holds no record');
    else for (const one of mapped) this.#take(one);
  }

  #take(mapped: unknown): void {
    const outcome = typeof mapped === 'object' && mapped !== null ? outcomeOf(mapped) : 'nothing';
    if (outcome === undefined && this.#otherBasis(mapped)) {
      this.#setAside('connector.failed', 'The mark has another attendance basis than its stream.', 'basis');
    } else if (outcome === undefined) {
      if (this.#isWhole(mapped)) {
        this.#into.records.push(mapped as EntityRecord<EntityName>);
        return;
      }
      const checked = this.#schema.safeParse(mapped);
      if (checked.success) this.#into.records.push(checked.data as EntityRecord<EntityName>);
      else this.#setAsideFor(checked.error.issues[0]);
    } else if (outcome === 'skipped') this.#into.tally.skip((mapped as Skipped).reason);
    else if (outcome === 'removed') this.#remove((mapped as Removed).key);
    else if (outcome === 'rejected') {
      const { code, reason, field } = mapped as Rejected;
      this.#setAside(code, reason, field);
    } else this.#setAside('connector.failed', 'The connector made no record of this row.');
  }

  /** A stream of exceptions must say so on every mark, or silence would be read as presence. */
  #otherBasis(mapped: unknown): boolean {
    const { basis } = this.#stream;
    return basis !== undefined && ((mapped as { basis?: unknown }).basis ?? 'mark') !== basis;
  }

  #remove(key: readonly string[]): void {
    if (key.length === this.#keyLength && key.every((part) => typeof part === 'string' && part !== ''))
      this.#into.remove(key);
    else this.#setAside('record.invalid', 'A removal does not name the whole key of the record.');
  }

  #misshapen(issues: readonly Issue[]): void {
    for (const field of new Set(issues.map((issue) => fieldOf(issue) ?? 'row')))
      this.#into.tally.drift(field);
    this.#setAsideFor(issues[0]);
  }

  #mapFailed(error: unknown): void {
    if (CollegialError.isInstance(error)) {
      if (error.code !== 'record.invalid') throw error;
      this.#setAside(error.code, error.message, error.place.field);
      return;
    }
    // Only the kind of error: its message may quote the row.
    const kind = error instanceof Error ? error.name : 'something that is not an error';
    this.#setAside('connector.failed', `The connector failed on this row with ${kind}.`);
  }

  #setAsideFor(issue: Issue | undefined): void {
    this.#setAside(
      'record.invalid',
      issue?.message ?? 'It does not have the expected shape.',
      fieldOf(issue),
    );
  }

  #setAside(code: string, reason: string, field?: string): void {
    this.#into.tally.quarantine(code, field);
    this.#into.quarantined.push({ place: this.#placeOf(field), code, reason });
  }

  #placeOf(field: string | undefined): Place {
    const { place, lines } = this.#page;
    const index = this.#index;
    const line = lines?.[index] ?? (place.line === undefined ? undefined : place.line + index);
    const item = line === undefined ? index + 1 : undefined;
    const row = place.row === undefined ? item : place.row + index;
    return {
      source: this.#context.source,
      ...place,
      ...(line !== undefined && { line }),
      ...(row !== undefined && { row }),
      ...(field !== undefined && { field }),
    };
  }
}

/** The test that a schema made by `z.custom` consists of; its row is taken as it is. */
function plainTestOf(schema: Stream['wire']): ((row: unknown) => unknown) | undefined {
  const { type, fn, checks } = schema._zod.def as {
    readonly type: string;
    readonly fn?: (row: unknown) => unknown;
    readonly checks?: readonly unknown[];
  };
  return type === 'custom' && checks === undefined ? fn : undefined;
}

/** Field without list positions, so that drift is counted per field and not per item. */
function fieldOf(issue: Issue | undefined): string | undefined {
  const path = issue?.path.filter((part) => typeof part === 'string').join('.');
  return path === '' ? undefined : path;
}
