import type { Search } from '../service/read-list.ts';
import type { Directory } from './directory.ts';
import type { Resolved } from './resolved.ts';

type Json = Readonly<Record<string, unknown>>;

/** What a resource's rows need before they can be mapped, and what else changes them. */
export interface Reading {
  /** Name of the resource, for example `studentSchoolAssociations`. */
  readonly resource: string;
  /** Finds out what a row refers to. `again`: the row was read because of a change elsewhere. */
  resolve?(row: Json, directory: Directory, again: Again | undefined): Promise<Resolved> | Resolved;
  /** Resources whose changes concern rows of this one: which rows, as a filter, from a row or a key of theirs. */
  readonly follows?: Readonly<Record<string, (rowOrKey: Json) => Search | undefined>>;
  /**
   * Records have no id of their own but natural keys (marks): from a key that is gone, the filter for rows that may take its place, and the
   * removals. Changes of keys are read as well then.
   */
  byNaturalKey?(key: Json, directory: Directory, again: Again): Promise<NaturalRemoval | undefined>;
  /** Natural key of a row that may leave a part of its place to another one, or to none, after a change. */
  partialKey?(row: Json): Json | undefined;
}

/** What becomes of a natural key that is gone. */
export interface NaturalRemoval {
  /** GUIDs of enrolments under which the mark may be stored. */
  readonly enrolments: readonly string[];
  /** Rows that may hold the place of what is gone. */
  readonly search: Search;
}

/** What changed elsewhere, in the window that is read. */
export interface Again {
  /** GUIDs of enrolments that are gone from a student at a school. */
  readonly goneEnrolments: ReadonlyMap<string, readonly string[]>;
  /** Present `studentUniqueId` by one that was changed. */
  readonly renamed: ReadonlyMap<string, string>;
}
