import { CollegialError } from '@collegial/model';
import { dayOf, formatDay } from '../calendar/day.ts';
import type { CityPeople } from '../city.ts';
import type { CityOptions } from '../city-options.ts';
import { hashText } from '../random/hash.ts';
import type { StaffBook } from '../staff/staff-book.ts';
import type { Person, Stay } from '../students/person.ts';
import { inventName } from './names.ts';

interface PeopleOptions {
  readonly options: CityOptions;
  readonly stays: readonly Stay[];
  readonly book: StaffBook;
}

/** The side tables of raw identifiers. */
export function createPeople({ options, stays, book }: PeopleOptions): CityPeople {
  const persons = new Map<string, Person>(stays.map(({ studentId, person }) => [studentId, person]));
  const teacherNumberOf = (staffId: string) => book.teacherNumberOf(staffId) ?? unknown('member of staff');
  return {
    upnOf: (studentId) => (persons.get(studentId) ?? unknown('student')).upn,
    teacherNumberOf,
    nameOf(id) {
      const person = persons.get(id);
      return person === undefined
        ? inventName(teacherNumberOf(id), options.seed)
        : inventName(person.upn, options.seed, person.sex);
    },
    birthDateOf(id) {
      const person = persons.get(id);
      if (person !== undefined) return formatDay(person.born);
      // Between 27 and 60 years old when the city begins.
      const age = hashText(teacherNumberOf(id), options.seed) % (33 * 365);
      return formatDay(dayOf(options.firstYear - 60, 9, 1) + age);
    },
  };
}

function unknown(what: string): never {
  throw new CollegialError({
    code: 'argument.invalid',
    message: `No ${what} of this city has this id.`,
    fix: 'Pass an id from the dataset of the same city.',
  });
}
