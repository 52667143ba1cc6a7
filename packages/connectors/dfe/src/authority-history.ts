import { dayAfter } from './read-day.ts';

/** A file that says which authority a school is in, and for when. */
export interface AuthorityStatement {
  /** Three-digit code. */
  readonly authority: string;
  /** Academic year of the table that says so; absent: an extract of the register, which is later than any table. */
  readonly academicYear?: number;
  /** Day of the extract, when known. */
  readonly asOf?: string;
}

/** A school in an authority, from and to; unknown ends are `null`. */
export interface AuthorityPeriod {
  readonly authority: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** Day of the extract that says so last. */
  readonly asOf: string | null;
}

/**
 * Puts what several files say of a school's authority in order, so that the school is in one authority at any time. When
 * authorities are reorganised the files disagree and none gives the day: a school counts in the earlier authority to the end
 * of the last academic year for which a table says so, and in the later one from the day after.
 *
 * @param statements most trusted first; of two tables of one year that disagree the first is taken for the later
 */
export function authorityHistory(statements: readonly AuthorityStatement[]): AuthorityPeriod[] {
  const latest = new Map<string, AuthorityStatement>();
  for (const statement of statements) {
    const known = latest.get(statement.authority);
    if (known === undefined || end(statement) > end(known)) latest.set(statement.authority, statement);
  }
  // A stable sort keeps the order of trust among statements that end together.
  const newestFirst = [...latest.values()]
    .sort((a, b) => (end(a) < end(b) ? 1 : end(a) > end(b) ? -1 : 0))
    .filter((statement, index, all) => {
      const before = all[index - 1];
      if (before === undefined || end(statement) < end(before)) return true;
      // Two extracts of one day contradict each other: the less trusted is left out. Two tables of the newest year are a change.
      return index === 1 && statement.academicYear !== undefined;
    });
  return newestFirst.map((statement, index) => {
    const later = newestFirst[index - 1];
    const earlier = newestFirst[index + 1];
    return {
      authority: statement.authority,
      validFrom: earlier === undefined ? null : dayAfter(end(earlier)),
      validTo: later === undefined ? null : end(statement),
      asOf: statement.asOf ?? null,
    };
  });
}

function end({ academicYear, asOf }: AuthorityStatement): string {
  if (academicYear !== undefined) return `${academicYear + 1}-08-31`;
  return asOf ?? '9999-12-30';
}
