import { schoolId } from '../places/school-profiles.ts';
import type { GuestPlace } from '../students/guest-places.ts';
import type { Departure } from '../students/leave-during.ts';
import type { PartnerPlace } from '../students/partner-places.ts';
import type { Stay } from '../students/person.ts';
import { linkKeyOf } from '../students/student-records.ts';
import type { JointClass } from '../teaching/joint-classes.ts';
import type { TrueStudentPlace } from './city-truth.ts';

interface TruePlacesOptions {
  readonly years: readonly number[];
  readonly guests: readonly GuestPlace[];
  readonly partnerPlaces: readonly PartnerPlace[];
  readonly jointClasses: readonly JointClass[];
  readonly departures: readonly Departure[];
}

/** Every place of a student at another school, from the story alone. */
export function trueStudentPlaces(options: TruePlacesOptions): TrueStudentPlace[] {
  const { years, guests, partnerPlaces, jointClasses, departures } = options;
  const place = (seenAs: TrueStudentPlace['seenAs'], stay: Stay, host: string, academicYear: number) => ({
    seenAs,
    linkKey: linkKeyOf(stay.person.upn),
    home: schoolId(stay.school),
    host,
    academicYear,
  });
  const yearOf = (day: number) => years.findLast((year) => Date.UTC(year, 8, 1) / 86_400_000 <= day)!;
  return [
    ...departures.flatMap(({ kind, stay, to, on }) =>
      kind === 'managed-move' && to !== undefined ? [place('managed-move', stay, to, yearOf(on))] : [],
    ),
    ...guests.map(({ course, position, home }) =>
      place('guest', home, schoolId(course.host), years[position]!),
    ),
    ...partnerPlaces.flatMap(({ plan, home }) =>
      plan.kind === 'never-attended'
        ? []
        : [place(plan.kind, home, schoolId(plan.host), years[plan.position]!)],
    ),
    ...jointClasses.flatMap(({ plan, position, visitors }) =>
      plan.kind === 'visited' || plan.kind === 'shared-class'
        ? visitors.map((stay) => place('class', stay, schoolId(plan.host), years[position]!))
        : [],
    ),
  ];
}
