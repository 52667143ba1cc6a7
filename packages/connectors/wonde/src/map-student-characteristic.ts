import { type Mapped, reject } from '@collegial/connector-kit';
import { type EntityInput, englandSenProvisionCodes } from '@collegial/model';
import { type Ids, studentIdOf } from './wonde-ids.ts';
import type { WireStudent } from './wonde-schemas.ts';

type Kind = EntityInput<'StudentCharacteristic'>['kind'];

/** The characteristics that Wonde gives, each with its present value and no dates. */
const kinds = [
  'disadvantaged',
  'free-school-meals',
  'looked-after',
  'sen',
  'first-language-other',
  'ethnicity',
  'language',
] as const satisfies readonly Kind[];

/** The characteristics of a student as they are now; one that is not given is not known. */
export function mapStudentCharacteristic(row: WireStudent, ids: Ids): Mapped<'StudentCharacteristic'>[] {
  const details = row.extended_details;
  if (details === undefined) return [];
  const studentId = studentIdOf(ids, row.id);
  const values: Readonly<Record<(typeof kinds)[number], string | undefined>> = {
    disadvantaged: yesOrNo(details.premium_pupil_indicator),
    'free-school-meals': yesOrNo(details.free_school_meals),
    'looked-after': yesOrNo(details.in_lea_care),
    sen: details.sen_status === undefined ? undefined : senOf(details.sen_status, row.ofSchool.today),
    'first-language-other': yesOrNo(details.english_as_additional_language),
    ethnicity: details.ethnicity_code ?? details.ethnicity,
    language: details.first_language_code ?? details.first_language,
  };
  const records = kinds.flatMap((kind) => {
    const value = values[kind];
    return value === undefined ? [] : [{ id: idOf(studentId, kind), studentId, kind, value }];
  });
  return details.sen_status !== undefined && values.sen === undefined
    ? [
        ...records,
        reject('The SEN status is not one that is known.', { field: 'extended_details.sen_status' }),
      ]
    : records;
}

/** Ids of every characteristic that a student can have. */
export function characteristicIdsOf(row: WireStudent, ids: Ids): string[] {
  return kinds.map((kind) => idOf(studentIdOf(ids, row.id), kind));
}

function idOf(studentId: string, kind: Kind): string {
  return `${studentId}:${kind}`;
}

function yesOrNo(value: boolean | undefined): 'yes' | 'no' | undefined {
  if (value === undefined) return undefined;
  return value ? 'yes' : 'no';
}

/** A code of the school census, or the words that some systems send in its place. */
function senOf(status: string, on: string): 'none' | 'support' | 'plan' | undefined {
  const code = englandSenProvisionCodes.lookup(status.toUpperCase(), on)?.meaning;
  if (code !== undefined) return code;
  if (/^no (special|sen)/i.test(status)) return 'none';
  if (/plan|ehcp|statement/i.test(status)) return 'plan';
  return /support/i.test(status) ? 'support' : undefined;
}
