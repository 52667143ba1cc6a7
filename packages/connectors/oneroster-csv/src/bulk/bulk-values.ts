import type { BulkCondition, BulkValue } from '@collegial/model';

/** Longest id that stands in other ids as it is. */
const longestId = 120;

export const column = (name: string): BulkValue => ({ column: name });
export const isEmpty = (name: string): BulkCondition => ({ column: name, isOneOf: [''] });
export const isGiven = (name: string): BulkCondition => ({ not: isEmpty(name) });
export const isLong = (name: string): BulkCondition => ({ column: name, isLongerThan: longestId });

/** A value after the name of the source. */
export const ownIn =
  (source: string) =>
  (...values: readonly BulkValue[]): BulkValue => ({ join: [{ constant: `${source}:` }, ...values] });

/** The pseudonym of a person or a record about one, in the column that names it. */
export const personIn =
  (source: string) =>
  (kind: 'student' | 'staff' | 'enrollment', name: string): BulkValue =>
    ownIn(source)({ pseudonym: `oneroster-${kind}`, of: ownIn(source)(column(name)) });

/** What a row of a whole file must not hold: no id, or a status. */
export const unsuitedRows = (prefix = ''): BulkCondition[] => [
  isGiven(`${prefix}status`),
  isGiven(`${prefix}dateLastModified`),
];
