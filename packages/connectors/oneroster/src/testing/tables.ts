import { type Dataset, type EntityInput, type EntityName, entities } from '@collegial/model';

/** The records that a server is made of, by entity and key: they can be changed. */
export class Tables {
  readonly #tables = new Map<EntityName, Map<string, unknown>>();

  constructor(dataset: Dataset) {
    for (const [entity, records] of Object.entries(dataset)) {
      if (!used.has(entity as EntityName)) continue;
      for (const record of records as Iterable<EntityInput<EntityName>>)
        this.put(entity as EntityName, record);
    }
  }

  all<Name extends EntityName>(entity: Name): EntityInput<Name>[] {
    return [...(this.#tables.get(entity)?.values() ?? [])] as EntityInput<Name>[];
  }

  put<Name extends EntityName>(entity: Name, record: EntityInput<Name>): void {
    const table = this.#tables.get(entity) ?? new Map<string, unknown>();
    this.#tables.set(entity, table);
    const values = record as Readonly<Record<string, unknown>>;
    table.set(entities[entity].key.map((field) => String(values[field])).join(' '), record);
  }

  /** Takes a record away; whether there was one. */
  take(entity: EntityName, key: readonly string[]): boolean {
    return this.#tables.get(entity)?.delete(key.join(' ')) ?? false;
  }
}

/** The entities that OneRoster has: attendance marks are not even walked through. */
const used: ReadonlySet<EntityName> = new Set([
  'Organisation',
  'OrganisationLink',
  'Calendar',
  'Student',
  'StudentCharacteristic',
  'Enrolment',
  'Staff',
  'Appointment',
  'Subject',
  'Class',
  'ClassEnrolment',
  'Teaching',
  'Assessment',
]);
