import { CollegialError, type Dataset, type EntityInput, type EntityName, entities } from '@collegial/model';
import { MarkColumns } from './mark-columns.ts';
import { MarkPages } from './mark-pages.ts';
import type { WondeServerOptions } from './server-options.ts';
import { wireId } from './wire-id.ts';

/** Entities that Wonde has an endpoint for. */
const served = [
  'Organisation',
  'OrganisationLink',
  'Student',
  'StudentCharacteristic',
  'Enrolment',
  'Staff',
  'Appointment',
  'Subject',
  'Class',
  'ClassEnrolment',
  'Teaching',
  'Exclusion',
  'Assessment',
] as const satisfies readonly EntityName[];

type Served = (typeof served)[number];

/** A record and when it was last written, in seconds since 1970. */
export interface Row<Name extends EntityName> {
  readonly record: EntityInput<Name>;
  readonly updatedAt: number;
}

/** An entry of the feed of deletions. */
export interface Deletion {
  readonly type: string;
  readonly id: string;
  readonly deletedAt: number;
  readonly restoredAt?: number;
}

type Tables = { readonly [Name in Served]: Map<string, Row<Name>> };

/** What the server serves, as records of the dataset with the moment of their last change, and the deletions. */
export class World {
  readonly tables = Object.fromEntries(served.map((name) => [name, new Map()])) as unknown as Tables;
  /** Deletions by school, the latest per type and id. */
  readonly deletions = new Map<string, Map<string, Deletion>>();
  /** Counts changes, so that what was derived can be derived again. */
  version = 0;
  readonly loadedAt: number;
  readonly #options: Pick<WondeServerOptions, 'dataset' | 'marksOf'>;
  readonly #marks = new Map<string, { columns: MarkColumns; pages: MarkPages }>();
  #allMarksRead = false;

  constructor(options: Pick<WondeServerOptions, 'dataset' | 'marksOf'>, loadedAt: number) {
    this.#options = options;
    this.loadedAt = loadedAt;
    for (const name of served) this.#fill(name, options.dataset);
  }

  #fill<Name extends Served>(name: Name, dataset: Dataset): void {
    const table = this.tables[name] as Map<string, Row<Name>>;
    for (const record of (dataset[name] ?? []) as Iterable<EntityInput<Name>>)
      table.set((record as { id: string }).id, { record, updatedAt: this.loadedAt });
  }

  /** The marks of a school; made when they are first asked for. */
  marks(organisationId: string): { columns: MarkColumns; pages: MarkPages } {
    const known = this.#marks.get(organisationId);
    if (known !== undefined) return known;
    const { dataset, marksOf } = this.#options;
    if (marksOf !== undefined) {
      const made = this.#emptyMarks(organisationId);
      // A school without enrolments keeps no register, and a dataset need not know it.
      const hasRoll = [...this.tables.Enrolment.values()].some(
        ({ record }) => record.organisationId === organisationId,
      );
      if (hasRoll) for (const mark of marksOf(organisationId)) made.columns.push(mark);
      return made;
    }
    if (!this.#allMarksRead) {
      this.#allMarksRead = true;
      for (const mark of dataset.AttendanceMark ?? [])
        (this.#marks.get(mark.organisationId) ?? this.#emptyMarks(mark.organisationId)).columns.push(mark);
    }
    return this.#marks.get(organisationId) ?? this.#emptyMarks(organisationId);
  }

  #emptyMarks(organisationId: string): { columns: MarkColumns; pages: MarkPages } {
    const columns = new MarkColumns();
    const prefix = `1${String(this.#marks.size).padStart(5, '0')}`;
    const made = { columns, pages: new MarkPages(columns, prefix, this.loadedAt, studentIdOf) };
    this.#marks.set(organisationId, made);
    return made;
  }

  /** Writes a record as a user of the MIS would. */
  put<Name extends EntityName>(name: Name, record: EntityInput<Name>, seconds: number): void {
    this.version += 1;
    if (name === 'AttendanceMark') {
      const mark = record as EntityInput<'AttendanceMark'>;
      const { columns, pages } = this.marks(mark.organisationId);
      columns.put(mark, seconds);
      pages.forget();
      return;
    }
    this.#table(name).set((record as { id: string }).id, { record: record as never, updatedAt: seconds });
  }

  /** Takes a record away; `undefined` when there is none. */
  take<Name extends EntityName>(name: Name, key: readonly string[]): EntityInput<Name> | undefined {
    this.version += 1;
    if (name === 'AttendanceMark') return this.#takeMark(key) as EntityInput<Name> | undefined;
    const table = this.#table(name);
    const row = table.get(key[0] as string);
    table.delete(key[0] as string);
    return row?.record as EntityInput<Name> | undefined;
  }

  #takeMark([enrolmentId = '', date = '', session]: readonly string[]): object | undefined {
    const enrolment = this.tables.Enrolment.get(enrolmentId)?.record;
    if (enrolment === undefined) return undefined;
    const { columns, pages } = this.marks(enrolment.organisationId);
    const key = { enrolmentId, date, session: session as 'AM' | 'PM' };
    const position = columns.find(key);
    if (position === undefined) return undefined;
    columns.removed.add(position);
    pages.forget();
    return key;
  }

  /** Takes away all marks of an enrolment. */
  takeMarks(organisationId: string, enrolmentId: string): void {
    const { columns, pages } = this.marks(organisationId);
    const enrolment = columns.enrolments.indexOf(enrolmentId);
    for (let position = 0; position < columns.length; position += 1)
      if (columns.student(position) === enrolment) columns.removed.add(position);
    pages.forget();
  }

  /** Moments of the last change of some records that go into others, so that those count as changed too. */
  touch(name: 'Enrolment' | 'Class', ids: Iterable<string>, seconds: number): void {
    for (const id of ids) {
      const table = this.#table(name);
      const row = table.get(id);
      if (row !== undefined) table.set(id, { ...row, updatedAt: seconds });
    }
  }

  delete(organisationId: string, type: string, id: string, seconds: number): void {
    const feed = this.deletions.get(organisationId) ?? new Map<string, Deletion>();
    this.deletions.set(organisationId, feed);
    feed.set(`${type}/${id}`, { type, id, deletedAt: seconds });
  }

  restore(organisationId: string, type: string, id: string, seconds: number): void {
    const feed = this.deletions.get(organisationId);
    const entry = feed?.get(`${type}/${id}`);
    if (entry !== undefined) feed?.set(`${type}/${id}`, { ...entry, restoredAt: seconds });
  }

  #table(name: EntityName): Map<string, Row<EntityName>> {
    const table = (this.tables as Partial<Record<EntityName, Map<string, Row<EntityName>>>>)[name];
    if (table !== undefined) return table;
    throw new CollegialError({
      code: 'argument.invalid',
      message: `The Wonde server serves no ${name}.`,
      fix: `Use one of ${served.join(', ')}, AttendanceMark (there are ${Object.keys(entities).length} entities in all).`,
    });
  }
}

/** Id at Wonde of the student record that an enrolment is served as. */
export function studentIdOf(enrolmentId: string): string {
  return wireId('student', enrolmentId);
}
