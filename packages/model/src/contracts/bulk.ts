import type { EntityName } from '../entity/entities.ts';
import type { Quarantined } from './quarantined.ts';

/**
 * How a field of an entity comes from the columns of a file, as plain data: what a target that reads files in bulk can turn into its own language.
 * Text is trimmed, empty text is nothing.
 */
export type BulkValue =
  /** Text of a column. */
  | { readonly column: string }
  /** The same for every row. */
  | { readonly constant: string | number | boolean }
  /** Texts one after the other; nothing when one of them is nothing. */
  | { readonly join: readonly BulkValue[] }
  /** The first that is something. */
  | { readonly first: readonly BulkValue[] }
  /** The day before a day. */
  | { readonly dayBefore: BulkValue }
  /** Keyed pseudonym of a kind, see `Identity`. */
  | { readonly pseudonym: string; readonly of: BulkValue }
  /** A day `YYYY-MM-DD`, also the day of an instant; anything else is nothing and counted as drift of the field. */
  | { readonly day: BulkValue }
  /** Year or month of a day. */
  | { readonly part: 'year' | 'month'; readonly of: BulkValue }
  /** The words whose conditions hold, one after the other; nothing when none holds. */
  | {
      readonly listed: readonly { readonly when: BulkCondition; readonly word: string }[];
      readonly between: string;
    }
  /** Words and what they mean, whatever their case; another word is nothing and, unless `known` tells of its column, counted as not known. */
  | { readonly words: Readonly<Record<string, string | number | boolean | null>>; readonly of: BulkValue };

/** A condition on a row. */
export type BulkCondition =
  /** The text of a column is one of these words, whatever their case; the empty word stands for nothing. */
  | { readonly column: string; readonly isOneOf: readonly string[] }
  /** The text of a column has this text in it. */
  | { readonly column: string; readonly has: string }
  /** The text of a column is something, and no day `YYYY-MM-DD`. */
  | { readonly column: string; readonly isNoDay: true }
  /** The text of a column is longer than so many characters. */
  | { readonly column: string; readonly isLongerThan: number }
  /** Both are something, and the first is less in the order of their characters, as with days. */
  | { readonly value: BulkValue; readonly isBefore: BulkValue }
  /** A value is nothing. */
  | { readonly isNothing: BulkValue }
  /** Both are the same text. */
  | { readonly value: BulkValue; readonly isSameAs: BulkValue }
  | { readonly not: BulkCondition };

/** What becomes of a row for which a condition holds. */
export type BulkOutcome = { readonly when: BulkCondition } & (
  | { readonly skip: string }
  | { readonly reject: string; readonly field?: string }
);

/** A file to read in bulk. */
export interface BulkFile {
  /** Name of the file, for places. */
  readonly file: string;
  /** Its bytes from the beginning: comma-separated values in UTF-8 with a heading. */
  readonly bytes: () => AsyncIterable<Uint8Array>;
  /** Changes whenever its bytes do: a target may keep them from one stream to the next, until {@link LoadTarget.refresh}; absent where that cannot be told. */
  readonly stamp?: string;
  /** Columns that must be there, whatever the case of their headings. */
  readonly required: readonly string[];
}

/** A file of which the row with the same key says more about a row of the first. When two of its rows have one key, nothing is read in bulk. */
export interface BulkBeside extends BulkFile {
  /** What its columns are called by: `<name>.<column>`. */
  readonly name: string;
  /** Its column that holds the key, exactly as it stands there. */
  readonly key: string;
  /** Column of the first file that holds the same. */
  readonly of: string;
}

/** A file of which each row gives one record of an entity, or none. */
export interface BulkRead extends BulkFile {
  /** Files that say more about its rows. */
  readonly beside?: readonly BulkBeside[];
  /** When one of these holds for any row, the whole file is read row by row. */
  readonly unsuited?: readonly BulkCondition[];
  /** Rows that give no record: the first that holds counts. */
  readonly outcomes?: readonly BulkOutcome[];
  /** Columns whose words are counted as not known when they are none of these, whatever their case, and not nothing. */
  readonly known?: readonly { readonly column: string; readonly words: readonly string[] }[];
  /** Where each field of the entity comes from; fields that are not named are nothing, or have their default. */
  readonly fields: Readonly<Record<string, BulkValue>>;
}

/** What HMAC-SHA256 (RFC 2104) makes of a key: 64 bytes before the text, and 64 before the hash of both. */
export interface HmacPads {
  readonly inner: Uint8Array;
  readonly outer: Uint8Array;
}

/** One file to load as one. */
export interface BulkBatch {
  readonly source: string;
  readonly stream: string;
  readonly entity: EntityName;
  readonly run: string;
  readonly read: BulkRead;
  readonly trackSeen: boolean;
  /** Makes pseudonyms of one kind. */
  readonly pseudonyms: (kind: string, values: readonly string[]) => readonly string[];
  /**
   * When given, a pseudonym of a kind is the first 16 bytes, in base64url without padding, of the HMAC-SHA256 of `<length of the kind>:<kind>:<value>`; a
   * target may make them itself. As secret as the key: never part of a statement, a log or an error.
   */
  readonly hmac?: () => HmacPads;
  /** Fingerprint of the key of the pseudonyms, asked after they were made. */
  readonly keyFingerprint: () => string | undefined;
  readonly cursorVersion: number;
  /** Stops the work; what it did is undone. */
  readonly signal?: AbortSignal;
}

/** What became of a file: `loaded + unchanged + duplicate + quarantined` is the number of records read. */
export interface BulkResult {
  readonly rows: number;
  readonly loaded: number;
  readonly unchanged: number;
  readonly duplicate: number;
  readonly skippedBy: Readonly<Record<string, number>>;
  /** By code and field. */
  readonly quarantinedBy: readonly {
    readonly code: string;
    readonly field: string;
    readonly count: number;
  }[];
  /** At most 1,000. */
  readonly quarantined: readonly Quarantined[];
  readonly drift: Readonly<Record<string, number>>;
  readonly unmapped: readonly { readonly field: string; readonly code: string; readonly count: number }[];
}
