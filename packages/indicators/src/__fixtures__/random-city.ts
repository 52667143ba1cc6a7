import type { EntityInput } from '@collegial/model';
import fc from 'fast-check';
import { characteristic, enrolment, marks, member, qualifications, result, school, student } from './records.ts';

const schools = ['a', 'b', 'c', 'd'];
const codes = fc.constantFrom('/', '\\', 'L', 'I', 'O', 'V', 'U', '#', 'X', '?');
const grade = fc.constantFrom('9', '8', '7', '6', '5', '4', '3', '2', '1', 'U', 'X');
const double = fc.constantFrom('9-9', '8-7', '5-4', '4-4', '4-3', '3-3', 'U-U');

/** One student with an enrolment or two, marks and results, all at random. */
const person = fc.record({
  school: fc.nat(3),
  second: fc.option(fc.record({ school: fc.nat(3), status: fc.constantFrom('guest' as const, 'subsidiary' as const) }), { freq: 4 }),
  status: fc.constantFrom('current' as const, 'current' as const, 'main' as const, 'guest' as const),
  yearGroup: fc.constantFrom(11, 11, 11, 10),
  left: fc.constantFrom(null, null, null, '2023-12-20'),
  disadvantaged: fc.constantFrom('yes', 'no', null),
  marks: fc.array(codes, { maxLength: 24 }),
  results: fc.array(
    fc.record({
      qualification: fc.nat(qualifications.length - 1),
      grade,
      double,
      takenOn: fc.constantFrom('2024-06-10', '2024-06-10', '2023-06-12', '2020-06-15', '2024-11-04'),
      old: fc.constantFrom(false, false, false, true),
    }),
    { maxLength: 14 },
  ),
});

/** The records of a small random city: four schools, a group of three of them, up to 50 students, the academic year 2023/24. */
export interface RandomCity {
  readonly Organisation: EntityInput<'Organisation'>[];
  readonly SchoolGroup: EntityInput<'SchoolGroup'>[];
  readonly GroupMember: EntityInput<'GroupMember'>[];
  readonly Qualification: EntityInput<'Qualification'>[];
  readonly Student: EntityInput<'Student'>[];
  readonly StudentCharacteristic: EntityInput<'StudentCharacteristic'>[];
  readonly Enrolment: EntityInput<'Enrolment'>[];
  readonly AttendanceMark: EntityInput<'AttendanceMark'>[];
  readonly Assessment: EntityInput<'Assessment'>[];
}

export const randomCity: fc.Arbitrary<RandomCity> = fc.array(person, { minLength: 3, maxLength: 50, size: 'max' }).map((people) => {
  const named = people.map((one, index) => ({ ...one, id: `s${index}`, at: schools[one.school] as string }));
  const enrolments = named.flatMap(({ id, at, second, status, yearGroup, left }) => {
    const first = enrolment(id, at, { status, yearGroup, yearGroupIn: 2023, leftOn: left });
    const elsewhere = second === null ? undefined : (schools[second.school] as string);
    if (second === null || elsewhere === undefined || elsewhere === at) return [first];
    return [first, enrolment(id, elsewhere, { status: second.status, yearGroup, yearGroupIn: 2023 })];
  });
  return {
    Organisation: schools.map(school),
    SchoolGroup: [{ id: 'G', name: 'Group' }],
    GroupMember: ['a', 'b', 'c'].map((id) => member('G', id)),
    Qualification: qualifications,
    Student: named.map(({ id }) => student(id)),
    StudentCharacteristic: named.flatMap(({ id, disadvantaged }) =>
      disadvantaged === null ? [] : [characteristic(id, 'disadvantaged', disadvantaged)],
    ),
    Enrolment: enrolments,
    AttendanceMark: named.flatMap((one) => marks(one.id, one.at, one.marks.join(''))),
    Assessment: named.flatMap((one) =>
      one.results.map(({ qualification, grade: single, double: two, takenOn, old }, index) => {
        const { id, size } = qualifications[qualification] as EntityInput<'Qualification'>;
        const written = size === 2 ? two : old ? 'B' : single;
        return result(one.id, id, written, {
          id: `${one.id} ${index}`,
          takenOn,
          ...(size === 1 && old ? { gradeScheme: 'gcse-a-star-u' } : {}),
        });
      }),
    ),
  };
});
