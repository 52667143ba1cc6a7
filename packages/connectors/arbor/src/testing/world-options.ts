import type { Dataset, EntityInput } from '@collegial/model';

/** What names a person in the real world, for records that must not reach a store. */
export interface People {
  upnOf(studentId: string): string;
  nameOf(id: string): { readonly forename: string; readonly surname: string };
  birthDateOf(id: string): string;
}

/** What a world is built from. */
export interface WorldOptions {
  readonly dataset: Dataset;
  /** Organisation id of the school, `urn:100001`. */
  readonly school: string;
  readonly people: People;
  /** Marks of the school; default those of the dataset. */
  readonly marks?: Iterable<EntityInput<'AttendanceMark'>>;
}

/** Numbers by record of the dataset. */
export interface Known {
  set(entity: string, id: string, number: string): void;
  get(entity: string, id: string): string | undefined;
}
