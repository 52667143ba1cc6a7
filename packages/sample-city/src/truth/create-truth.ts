import { formatDay } from '../calendar/day.ts';
import type { Timeline } from '../calendar/timeline.ts';
import { lastYearOf } from '../places/place-records.ts';
import type { SchoolKey } from '../places/school-profile.ts';
import {
  closingSchool,
  declinedSchool,
  extraSchools,
  groupLetters,
  schoolId,
  schoolProfiles,
  schoolsOf,
  specialMeasuresSchool,
  specialSchool,
} from '../places/school-profiles.ts';
import { groupBy } from '../random/group-by.ts';
import { groupImprovement, schoolEffect } from '../results/school-effect.ts';
import type { CityStaff, PlacedPerson } from '../staff/create-staff.ts';
import { newHeads, type Recruitment } from '../staff/ordinary-staff.ts';
import { gamingSchool } from '../students/gaming-leavers.ts';
import type { GuestPlace } from '../students/guest-places.ts';
import type { PartnerPlace } from '../students/partner-places.ts';
import type { Population } from '../students/population.ts';
import type { SpecialPlacement } from '../students/special-placements.ts';
import type { Lessons } from '../teaching/classes.ts';
import type { JointClass } from '../teaching/joint-classes.ts';
import type { CityTruth, TruePerson, TrueStaffMove } from './city-truth.ts';
import { expectedLevels } from './expected-levels.ts';
import { trueConditions } from './true-conditions.ts';
import { trueJointStructures } from './true-joint-structures.ts';
import { truePartnerships } from './true-partnerships.ts';
import { trueSharedPosts } from './true-shared-posts.ts';
import { trueStudentPlaces } from './true-student-places.ts';

interface TruthOptions {
  readonly timeline: Timeline;
  readonly staff: CityStaff;
  readonly population: Population;
  readonly guests: readonly GuestPlace[];
  readonly placements: readonly SpecialPlacement[];
  readonly lessons: Lessons;
  readonly partnerPlaces: readonly PartnerPlace[];
  readonly jointClasses: readonly JointClass[];
  readonly staleLists: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
}

/** Writes down what was planted. */
export function createTruth({
  timeline,
  staff,
  population,
  guests,
  placements,
  lessons,
  partnerPlaces,
  jointClasses,
  staleLists,
  counts,
}: TruthOptions): CityTruth {
  const years = timeline.years.map(({ year }) => year);
  const closing = timeline.closingYear;
  return {
    secondarySchools: schoolProfiles
      .filter(({ key }) => !extraSchools.includes(key))
      .map(({ key }) => schoolId(key)),
    extraSchools: { linkedAuthority: schoolId('B6'), special: schoolId(specialSchool) },
    groups: Object.fromEntries(groupLetters.map((group) => [group, schoolsOf(group).map(schoolId)])),
    closing: {
      organisationId: schoolId(closingSchool),
      lastDay: closing === undefined ? null : formatDay(timeline.years[closing]!.openDays.at(-1)!),
    },
    specialMeasures: schoolId(specialMeasuresSchool),
    declined: { organisationId: schoolId(declinedSchool), groupId: 'C' },
    newHeads: newHeads
      .filter(({ position }) => position < years.length)
      .map(({ school, position, on }) => ({
        organisationId: schoolId(school),
        from: formatDay(timeline.date(position, on)),
      })),
    sharedPosts: trueSharedPosts(staff.shared, timeline),
    sharedPeople: staff.shared.map(personOf),
    secondments: staff.secondments.map(personOf),
    jointContracts: staff.jointContracts.map(personOf),
    coordinators: staff.coordinators.map(personOf),
    negatives: staff.negatives.map((placed) => ({ ...personOf(placed), kind: placed.kind })),
    recruitments: staff.recruitments.map(moveOf),
    redeployments: staff.redeployments.map(moveOf),
    agreedMoves: staff.agreedMoves.map((placed) => ({
      ...personOf(placed),
      sign: placed.plan.sign,
      home: schoolId(placed.plan.home),
      host: schoolId(placed.plan.host),
      academicYears: placed.plan.years.flatMap((position) => years[position] ?? []),
    })),
    moveNegatives: staff.moveNegatives.map((placed) => ({ ...personOf(placed), kind: placed.kind })),
    studentPlaces: trueStudentPlaces({
      years,
      guests,
      partnerPlaces,
      jointClasses,
      departures: population.departures,
    }),
    jointStructures: trueJointStructures({ years, guests, jointClasses, lessons, staff }),
    lookalikes: {
      neverAttended: partnerPlaces
        .filter(({ plan }) => plan.kind === 'never-attended')
        .flatMap(({ away }) => away?.enrolmentId ?? []),
      collidingClasses: jointClasses
        .filter(({ plan }) => plan.kind === 'colliding-number')
        .flatMap(({ classIds }) => classIds),
      staleLists,
    },
    managedMoves: population.departures.flatMap(({ kind, stay, to, on }) =>
      kind === 'managed-move' && to !== undefined
        ? [{ studentId: stay.studentId, from: schoolId(stay.school), to, on: formatDay(on) }]
        : [],
    ),
    sharedPlaces: [
      ...groupBy(
        guests,
        ({ course, position, home }) => `${course.course}/${position}/${home.school}`,
      ).values(),
    ].map((places) => ({
      course: places[0]!.course.course,
      host: schoolId(places[0]!.course.host),
      home: schoolId(places[0]!.home.school),
      academicYear: years[places[0]!.position]!,
      enrolmentIds: places.map(({ guest }) => guest.enrolmentId),
    })),
    specialPlacements: placements.map(({ main, subsidiary }) => ({
      mainEnrolmentId: main.enrolmentId,
      subsidiaryEnrolmentId: subsidiary.enrolmentId,
    })),
    levels: expectedLevels
      .filter(({ position }) => position < years.length)
      .map(({ schools, position, level, levelWithUnconfirmed = level, why }) => ({
        schools: [schoolId(schools[0]), schoolId(schools[1])],
        academicYear: years[position]!,
        level,
        levelWithUnconfirmed,
        why,
      })),
    schoolEffects: schoolProfiles.flatMap(({ key }) => effectsOf(key)),
    groupImprovement: groupLetters.flatMap((group) =>
      years.map((academicYear, position) => ({
        groupId: group,
        academicYear,
        grades: groupImprovement(group, position),
      })),
    ),
    gaming: {
      organisationId: schoolId(gamingSchool),
      enrolmentIds: population.departures
        .filter(({ cause }) => cause === 'gaming')
        .map(({ stay }) => stay.enrolmentId),
    },
    conditions: trueConditions(timeline),
    ...truePartnerships(timeline),
    counts,
  };

  function effectsOf(key: SchoolKey) {
    return years.slice(0, lastYearOf(key, timeline) + 1).map((academicYear, position) => ({
      organisationId: schoolId(key),
      academicYear,
      effect: schoolEffect(key, position, timeline),
    }));
  }

  function moveOf({ before, after }: Recruitment): TrueStaffMove {
    return {
      teacherNumber: staff.book.teacherNumberOf(after.staffId)!,
      from: schoolId(before.school),
      to: schoolId(after.school),
      on: formatDay(after.from),
    };
  }

  function personOf({ note, teacherNumber, held }: PlacedPerson): TruePerson {
    return {
      note,
      teacherNumber,
      posts: held.map(({ school, staffId, appointmentId, fte, from, to }) => ({
        organisationId: schoolId(school),
        staffId,
        appointmentId,
        fte,
        from: formatDay(from),
        to: to === undefined ? null : formatDay(to),
      })),
    };
  }
}
