import { isDeepStrictEqual } from 'node:util';
import type { EntityInput, EntityName } from '@collegial/model';
import type { ResultRule } from '../mapping/mapping-settings.ts';
import { makeGradebook } from './make-gradebook.ts';
import { makePeople } from './make-people.ts';
import { makeClasses, makeCourses, makeEnrollments, makeOrgs, makeSessions } from './make-roster.ts';
import { makeDemographics, makeUsers } from './make-users.ts';
import type { OneRosterServerOptions } from './server-options.ts';
import { Tables } from './tables.ts';
import type { WireRow } from './wire-row.ts';

/** An object with its state. */
export interface Stored {
  readonly row: WireRow;
  readonly deleted: boolean;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

/**
 * The objects of a server. They are made anew from the records after each change: what came out different was modified then, what is missing was
 * deleted.
 */
export class World {
  readonly #tables: Tables;
  readonly #options: OneRosterServerOptions;
  readonly #collections = new Map<string, Map<string, Stored>>();
  #rules: readonly ResultRule[] = [];
  /** A change that the objects do not show yet: many at one time are made together. */
  #pending: { readonly at: number; readonly now: number } | undefined;

  constructor(options: OneRosterServerOptions, loadedAt: number) {
    this.#options = options;
    this.#tables = new Tables(options.dataset);
    this.#make(loadedAt, loadedAt);
  }

  /** Objects of a collection by `sourcedId`; nothing when there is no such collection. */
  collection(name: string): ReadonlyMap<string, Stored> | undefined {
    this.#settle();
    return this.#collections.get(name);
  }

  put<Name extends EntityName>(entity: Name, record: EntityInput<Name>, at: number, now: number): void {
    if (this.#pending?.at !== at) this.#settle();
    this.#tables.put(entity, record);
    this.#pending = { at, now };
  }

  take(entity: EntityName, key: readonly string[], at: number, now: number): boolean {
    if (this.#pending?.at !== at) this.#settle();
    const taken = this.#tables.take(entity, key);
    if (taken) this.#pending = { at, now };
    return taken;
  }

  /** How results are read. */
  get rules(): readonly ResultRule[] {
    this.#settle();
    return this.#rules;
  }

  #settle(): void {
    const { at, now } = this.#pending ?? {};
    this.#pending = undefined;
    if (at !== undefined && now !== undefined) this.#make(at, now);
  }

  #make(at: number, now: number): void {
    const { version = '1.2', people: given } = this.#options;
    const tables = this.#tables;
    const students = new Map(tables.all('Student').map((one) => [one.id as string, one]));
    const staff = new Map(tables.all('Staff').map((one) => [one.id as string, one]));
    const people = makePeople(given, students, staff);
    const options = { version, today: new Date(now).toISOString().slice(0, 10), people };
    const sessions = makeSessions(tables);
    const gradebook = makeGradebook(tables, options);
    this.#rules = gradebook.rules;
    const made: Readonly<Record<string, readonly WireRow[]>> = {
      orgs: makeOrgs(tables),
      academicSessions: sessions.rows,
      users: makeUsers(tables, options),
      demographics: makeDemographics(tables, options),
      courses: makeCourses(tables),
      classes: makeClasses(tables, sessions.termsOf),
      enrollments: makeEnrollments(tables, options),
      categories: gradebook.categories,
      lineItems: gradebook.lineItems,
      results: gradebook.results,
    };
    for (const [name, rows] of Object.entries(made)) this.#merge(name, rows, at);
  }

  #merge(name: string, rows: readonly WireRow[], at: number): void {
    const before = this.#collections.get(name) ?? new Map<string, Stored>();
    const after = new Map<string, Stored>();
    for (const row of rows) {
      const known = before.get(row.sourcedId);
      const same = known !== undefined && !known.deleted && isDeepStrictEqual(known.row, row);
      after.set(row.sourcedId, same ? known : { row, deleted: false, modified: at });
    }
    for (const [id, stored] of before)
      if (!after.has(id)) after.set(id, stored.deleted ? stored : { ...stored, deleted: true, modified: at });
    this.#collections.set(name, after);
  }
}
