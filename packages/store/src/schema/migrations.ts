/** A step from one schema version to the next: statements that run in the transaction that opens an older file. */
export interface Migration {
  /** Version that the file has after this step. */
  readonly version: number;
  readonly statements: readonly string[];
}

/**
 * The steps in order. Columns that the model adds need none: see `match-layout.ts`. Add a step for anything else, such as a
 * renamed column, and never change one that was released.
 */
export const migrations: readonly Migration[] = [];

/** Version of a new file. */
export const schemaVersion = 1 + migrations.length;
