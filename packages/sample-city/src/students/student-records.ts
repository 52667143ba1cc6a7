import type { EntityInput } from '@collegial/model';
import { formatDay } from '../calendar/day.ts';
import { schoolId } from '../places/school-profiles.ts';
import { fingerprint } from '../random/hash.ts';
import { type Person, type Stay, yearGroupIn } from './person.ts';

/** Link key of a person in the dataset: stable, and not the number that it is made from. */
export function linkKeyOf(number: string): string {
  return `link:${fingerprint(number)}`;
}

/** One student record for each person and school. */
export function students(stays: readonly Stay[]): EntityInput<'Student'>[] {
  return firstStays(stays).map(({ studentId, person }) => {
    const born = formatDay(person.born);
    return {
      id: studentId,
      linkKey: linkKeyOf(person.upn),
      sex: person.sex,
      birthYear: Number(born.slice(0, 4)),
      birthMonth: Number(born.slice(5, 7)),
    };
  });
}

/** The characteristics of each student record. */
export function studentCharacteristics(stays: readonly Stay[]): EntityInput<'StudentCharacteristic'>[] {
  return firstStays(stays).flatMap(({ studentId, person }) =>
    characteristicsOf(person).map((characteristic, index) => ({
      id: `${studentId}:${index + 1}`,
      studentId,
      ...characteristic,
    })),
  );
}

type Characteristic = Omit<EntityInput<'StudentCharacteristic'>, 'id' | 'studentId'>;

function characteristicsOf(person: Person): Characteristic[] {
  const yesNo = (flag: boolean) => (flag ? 'yes' : 'no');
  const needs: Characteristic[] =
    person.senSince === undefined
      ? [{ kind: 'sen', value: person.sen }]
      : [
          { kind: 'sen', value: 'none', validTo: `${person.senSince}-10-13` },
          { kind: 'sen', value: person.sen, validFrom: `${person.senSince}-10-14` },
        ];
  return [
    { kind: 'disadvantaged', value: yesNo(person.disadvantaged) },
    { kind: 'free-school-meals', value: yesNo(person.freeSchoolMeals) },
    { kind: 'looked-after', value: yesNo(person.lookedAfter) },
    { kind: 'first-language-other', value: yesNo(person.language !== 'ENG') },
    { kind: 'ethnicity', value: person.ethnicity },
    { kind: 'language', value: person.language },
    ...needs,
  ];
}

/** Enrolments, with the year group at the first day of the stay. */
export function enrolments(stays: readonly Stay[]): EntityInput<'Enrolment'>[] {
  return stays.map((stay) => {
    const enteredOn = formatDay(stay.from);
    const academicYear = Number(enteredOn.slice(0, 4)) - (enteredOn.slice(5, 7) < '09' ? 1 : 0);
    return {
      id: stay.enrolmentId,
      studentId: stay.studentId,
      organisationId: schoolId(stay.school),
      status: stay.status,
      enteredOn,
      leftOn: stay.to === undefined ? null : formatDay(stay.to),
      exitReason: stay.exitReason ?? null,
      destinationId: stay.destinationId ?? null,
      yearGroup: yearGroupIn(stay.person, academicYear),
      yearGroupIn: academicYear,
    };
  });
}

/** The first stay of each student record. */
export function firstStays(stays: readonly Stay[]): Stay[] {
  const seen = new Set<string>();
  return stays.filter(({ studentId }) => !seen.has(studentId) && seen.add(studentId));
}
