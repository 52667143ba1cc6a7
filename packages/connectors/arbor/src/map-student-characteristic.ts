import { type MapContext, type Mapped, reject, remove, skip } from '@collegial/connector-kit';
import { type EntityInput, englandSenProvisionCodes } from '@collegial/model';
import type * as z from 'zod';
import type { ArborConfig } from './arbor-config.ts';
import { personalIdOf } from './arbor-ids.ts';
import type { WireAssignment, WireStudent } from './arbor-schemas.ts';

type Context = MapContext<ArborConfig>;
type Kind = EntityInput<'StudentCharacteristic'>['kind'];
type Row = z.output<typeof WireAssignment>;
type Value = (row: Row, context: Context) => string | undefined;

const idOf = (context: Context, kind: Kind, id: string) =>
  personalIdOf(context, 'characteristic', `${kind}/${id}`);

function mapping(kind: Kind, read: Value): (row: Row, context: Context) => Mapped<'StudentCharacteristic'> {
  return (row, context) => {
    const id = idOf(context, kind, row.id);
    if (row.gone) return remove(id);
    const value = read(row, context);
    if (value === undefined) return skip(`record that says nothing of ${kind}`);
    if (row.student === undefined) return reject('The record names no student.', { field: 'student' });
    return {
      id,
      studentId: personalIdOf(context, 'student', row.student),
      kind,
      value,
      validFrom: row.startDate ?? null,
      validTo: row.endDate ?? null,
    };
  };
}

/** Special educational needs, by the code of the school census, or whether the status counts as such. */
export const mapSen = mapping('sen', ({ code, counts, startDate }, { unmapped }) => {
  if (counts === false) return 'none';
  const known =
    code === undefined
      ? undefined
      : englandSenProvisionCodes.lookup(code.toUpperCase(), startDate ?? '2020-01-01');
  if (known !== undefined) return known.meaning;
  unmapped('senStatus', code ?? 'none given');
  return undefined;
});

/** Looked after by a local authority. */
export const mapInCare = mapping('looked-after', ({ counts }) => (counts === false ? 'no' : 'yes'));

/** Pupil premium, which stands for disadvantage in England. */
export const mapPupilPremium = mapping('disadvantaged', () => 'yes');

/** Eligibility for free school meals, among the eligibilities that a school keeps. */
export const mapFreeSchoolMeals = mapping('free-school-meals', ({ code, words }) =>
  /\bfsm\b|free.?school.?meal/i.test(`${code?.replaceAll('_', ' ') ?? ''} ${words ?? ''}`)
    ? 'yes'
    : undefined,
);

/** Ethnicity in the codes of the school census. */
export function mapEthnicity(
  row: z.output<typeof WireStudent>,
  context: Context,
): Mapped<'StudentCharacteristic'> {
  const id = idOf(context, 'ethnicity', row.id);
  if (row.gone) return remove(id);
  // What a student once had and has no longer is gone too; what cannot be read is not.
  if (row.hasNone) return remove(id);
  if (row.ethnicityCode === undefined) return skip('student whose ethnicity is not told');
  return {
    id,
    studentId: personalIdOf(context, 'student', row.id),
    kind: 'ethnicity',
    value: row.ethnicityCode,
  };
}
