import { type Mapped, reject, skip } from '@collegial/connector-kit';
import { text } from './cells.ts';
import type { Person } from './indexes.ts';
import type { Row } from './read-table.ts';
import { type SdsContext, staffIdOf, studentIdOf } from './sds-ids.ts';

/** What other files say about a user. */
export interface UserJoins {
  readonly person: Person | undefined;
  readonly birth: { readonly sex: string | undefined; readonly born: string | undefined } | undefined;
}

/** A row of `users.csv` who has a role as a student: no name, and of the birthday only year and month. */
export function mapStudent({ values, joined }: Row<UserJoins>, context: SdsContext): Mapped<'Student'> {
  const user = text(values.sourcedId);
  if (user === undefined) return reject('A user has no id.', { field: 'sourcedId' });
  if (joined.person?.student !== true) return skip('a user who is no student');
  const { sex, born } = joined.birth ?? {};
  return {
    id: studentIdOf(context, user),
    linkKey: null,
    sex: sexOf(sex, context),
    birthYear: born === undefined ? null : Number(born.slice(0, 4)),
    birthMonth: born === undefined ? null : Number(born.slice(5, 7)),
  };
}

/** A row of `users.csv` who has a role as staff. */
export function mapStaff({ values, joined }: Row<UserJoins>, context: SdsContext): Mapped<'Staff'> {
  const user = text(values.sourcedId);
  if (user === undefined) return reject('A user has no id.', { field: 'sourcedId' });
  return joined.person?.staff === true
    ? { id: staffIdOf(context, user), linkKey: null }
    : skip('a user who is no member of staff');
}

const sexes: Readonly<Record<string, 'F' | 'M' | 'X'>> = { female: 'F', male: 'M', other: 'X' };

function sexOf(word: string | undefined, context: SdsContext): 'F' | 'M' | 'X' | null {
  if (word === undefined) return null;
  const sex = sexes[word.toLowerCase()];
  if (sex === undefined) context.unmapped('sex', word);
  return sex ?? null;
}
