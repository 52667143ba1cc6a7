import { hrefOf, type ResourceName } from '../reading/resource.ts';

/** Properties of a record as Arbor sends them. */
export type Fields = Readonly<Record<string, unknown>>;

/** An entry of the log of changes. */
export interface LoggedChange {
  readonly id: string;
  readonly changeType: 'create' | 'update' | 'delete';
  readonly fromRevision: number;
  readonly toRevision: number;
}

/** A reference to a record, as Arbor sends it. */
export const reference = (resource: ResourceName, id: string | undefined): Fields | null =>
  id === undefined ? null : { entityType: resource, href: hrefOf(resource, id) };

/** The records of one school, with one count of revisions for all of them and a log for each resource. */
export class ArborWorld {
  readonly tables = new Map<ResourceName, Map<string, Fields>>();
  readonly logs = new Map<ResourceName, LoggedChange[]>();
  revision = 0;

  table(resource: ResourceName): Map<string, Fields> {
    const known = this.tables.get(resource);
    if (known !== undefined) return known;
    const made = new Map<string, Fields>();
    this.tables.set(resource, made);
    return made;
  }

  /** Writes a record: properties that are not given stay as they were. */
  put(resource: ResourceName, id: string, fields: Fields): void {
    const table = this.table(resource);
    const before = table.get(id);
    table.set(id, { ...before, ...fields });
    this.#log(resource, id, before === undefined ? 'create' : 'update');
  }

  /** Adds a record under the next number. */
  add(resource: ResourceName, fields: Fields): string {
    const id = String(this.table(resource).size + 1);
    this.put(resource, id, fields);
    return id;
  }

  remove(resource: ResourceName, id: string): boolean {
    const there = this.table(resource).delete(id);
    if (there) this.#log(resource, id, 'delete');
    return there;
  }

  log(resource: ResourceName): LoggedChange[] {
    const known = this.logs.get(resource);
    if (known !== undefined) return known;
    const made: LoggedChange[] = [];
    this.logs.set(resource, made);
    return made;
  }

  #log(resource: ResourceName, id: string, changeType: LoggedChange['changeType']): void {
    const fromRevision = this.revision;
    this.revision += 1;
    this.log(resource).push({ id, changeType, fromRevision, toRevision: this.revision });
  }
}
