import { type Mapped, reject, skip } from '@collegial/connector-kit';
import { list, text } from './cells.ts';
import type { Person } from './indexes.ts';
import type { Row } from './read-table.ts';
import { ethnicities, flagMeanings } from './sds-codes.ts';
import { type SdsContext, studentIdOf } from './sds-ids.ts';

type Characteristic = Mapped<'StudentCharacteristic'>;

/** A row of `userFlags.csv`: it holds for the days of the student's role, since flags have none of their own. */
export function mapFlag(
  { values, joined: person }: Row<Person | undefined>,
  context: SdsContext,
): Characteristic {
  const user = text(values.userSourcedId);
  const flag = text(values.flag);
  if (user === undefined) return reject('A flag names no user.', { field: 'userSourcedId' });
  if (flag === undefined) return reject('A row has no flag.', { field: 'flag' });
  if (person?.student !== true) return skip('a flag of a user who is no student');
  const { flags } = context.config;
  const meaning = Object.hasOwn(flags, flag) ? flags[flag] : flagMeanings.get(flag.toLowerCase());
  if (meaning === undefined) {
    context.unmapped('flag', flag);
    return skip('a flag that is not known');
  }
  const studentId = studentIdOf(context, user);
  return {
    id: `${studentId}:${meaning.kind}:${flag.toLowerCase().slice(0, 60)}`,
    studentId,
    kind: meaning.kind,
    value: meaning.value,
    validFrom: person.from ?? null,
    validTo: person.to ?? null,
  };
}

/** Races and ethnicities of a row of `demographics.csv`, one record each. */
export function mapEthnicities(
  { values, joined: person }: Row<Person | undefined>,
  context: SdsContext,
): Characteristic[] | Characteristic {
  const user = text(values.userSourcedId);
  if (user === undefined) return reject('Demographics name no user.', { field: 'userSourcedId' });
  if (person?.student !== true) return skip('demographics of a user who is no student');
  const studentId = studentIdOf(context, user);
  const records: Characteristic[] = [];
  for (const field of ['ethnicityCodes', 'raceCodes'] as const)
    for (const written of list(values[field])) {
      const value = ethnicities.get(written.toLowerCase());
      if (value === undefined) context.unmapped(field, written);
      else records.push({ id: `${studentId}:ethnicity:${value}`, studentId, kind: 'ethnicity', value });
    }
  return records.length === 0 ? skip('no race or ethnicity') : records;
}
