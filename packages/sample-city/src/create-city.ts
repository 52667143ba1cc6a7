import { CollegialError, type Dataset, type EntityInput } from '@collegial/model';
import { createActivities } from './activities/activity-records.ts';
import { registerEntry } from './attendance/register-entry.ts';
import { schoolMarks } from './attendance/school-marks.ts';
import { createTimeline } from './calendar/timeline.ts';
import type { City } from './city.ts';
import { type CityOptions, cityOptions } from './city-options.ts';
import { createActionLearning } from './partnerships/action-learning-records.ts';
import { createPartnerships } from './partnerships/partnership-records.ts';
import { createPeople } from './people/city-people.ts';
import {
  fundings,
  groupMembers,
  groupRoles,
  schoolGroups,
  sharingAgreements,
} from './places/group-records.ts';
import {
  calendars,
  designations,
  lastYearOf,
  organisationLinks,
  organisations,
} from './places/place-records.ts';
import { schoolId, schoolProfiles } from './places/school-profiles.ts';
import { groupBy } from './random/group-by.ts';
import { baselines, results } from './results/assessments.ts';
import { qualifications } from './results/qualifications.ts';
import { createStaff } from './staff/create-staff.ts';
import { createGuestPlaces } from './students/guest-places.ts';
import { createPartnerPlaces } from './students/partner-places.ts';
import { createPopulation } from './students/population.ts';
import { createSpecialPlacements } from './students/special-placements.ts';
import { enrolments, studentCharacteristics, students } from './students/student-records.ts';
import { createExclusions } from './students/suspensions.ts';
import { createTransfers } from './students/transfers.ts';
import { createUnagreedTransfers } from './students/unagreed-transfers.ts';
import { createLessons } from './teaching/classes.ts';
import { addJointClasses, numberCourses } from './teaching/joint-classes.ts';
import { addStaleLists } from './teaching/stale-lists.ts';
import { subjects } from './teaching/subjects.ts';
import { createTruth } from './truth/create-truth.ts';

/**
 * Makes a synthetic city in the shape of chapter 10 (B4): 19 secondary schools in four groups over three academic years,
 * with two more members of groups, and with the truth about everything that was planted. No person, school or figure is
 * real. The same options give the same city, on any machine and on any day.
 *
 * Attendance marks are not kept in memory: about 380 for each student and year are made whenever they are iterated.
 *
 * @param options seed and sizes; default a city of 2,000 students from 2022/23 to 2024/25
 * @throws CollegialError `argument.invalid` when an option is out of range
 *
 * @example
 * ```ts
 * import { createCity } from '@collegial/sample-city';
 *
 * const city = createCity({ seed: 1, students: 300 });
 * city.truth.secondarySchools.length; // 19
 * for (const mark of city.marksOf(city.truth.secondarySchools[0])) {
 *   mark.code; // '/', the first morning of the first enrolment
 *   break;
 * }
 * ```
 */
export function createCity(options: Partial<CityOptions> = {}): City {
  const complete = cityOptions(options);
  const { seed } = complete;
  const timeline = createTimeline(complete);
  const population = createPopulation(complete, timeline);
  const { roll, departures, sizes } = population;
  const { stays } = roll;
  const guests = createGuestPlaces({ seed, timeline, roll });
  const placements = createSpecialPlacements({ seed, timeline, roll });
  const exclusions = createExclusions({ seed, timeline, stays, departures });
  const transfers = createTransfers({ seed, timeline, stays, departures });
  // What follows uses streams of its own and comes after the rest, so that it moves nothing that was there before.
  const { partnerPlaces, directions } = createPartnerPlaces({ seed, timeline, roll });
  const unagreed = createUnagreedTransfers({ seed, timeline, stays, departures });
  for (const transfer of [...directions, ...unagreed.proposed, ...unagreed.twice]) {
    transfers.push({ id: `T${6_000_001 + transfers.length}`, ...transfer });
  }
  const staff = createStaff({ seed, timeline, sizes });
  const { posts } = staff.book;
  const lessons = createLessons({ seed, timeline, stays, posts, guests });
  const jointClasses = addJointClasses(lessons, { seed, timeline, stays, posts });
  const staleLists = addStaleLists(lessons, { timeline, departures });
  numberCourses(lessons);
  const { activities, participations, confirmations } = createActivities(timeline);
  const partnerships = createPartnerships(timeline);
  const learning = createActionLearning(timeline);

  const registers = groupBy(stays, ({ school }) => schoolId(school));
  const years = new Map(
    schoolProfiles.map(({ key }) => [schoolId(key), timeline.years.slice(0, lastYearOf(key, timeline) + 1)]),
  );
  const schools = [...years.keys()];
  const marksOf = (organisationId: string): Iterable<EntityInput<'AttendanceMark'>> => {
    const open = years.get(organisationId) ?? unknownSchool();
    const entries = (registers.get(organisationId) ?? []).map((stay) => registerEntry(seed, stay));
    return { [Symbol.iterator]: () => schoolMarks({ seed, organisationId, entries, years: open }) };
  };

  const records = {
    Organisation: organisations(timeline, sizes),
    OrganisationLink: organisationLinks(timeline),
    SchoolGroup: schoolGroups(timeline),
    GroupMember: groupMembers(timeline),
    Designation: designations(timeline),
    Calendar: calendars(timeline),
    Funding: fundings(timeline),
    SharingAgreement: sharingAgreements(timeline),
    Student: students(stays),
    StudentCharacteristic: studentCharacteristics(stays),
    Staff: staff.book.staff(),
    GroupRole: groupRoles(timeline, staff.groupPosts),
    Enrolment: enrolments(stays),
    Appointment: staff.book.appointments(),
    Subject: subjects(),
    Qualification: qualifications(),
    Class: lessons.classes,
    ClassEnrolment: lessons.classEnrolments,
    Teaching: lessons.teaching,
    Exclusion: exclusions,
    Transfer: transfers,
    Assessment: [...baselines(stays), ...results({ seed, timeline, stays })],
    Activity: activities,
    Participation: participations,
    Confirmation: confirmations,
    Partnership: partnerships.partnerships,
    PartnershipMember: partnerships.members,
    PartnershipProtocol: partnerships.protocols,
    PartnershipExpertise: partnerships.expertise,
    ActionLearningSet: learning.sets,
    ActionLearningMember: learning.members,
    ActionLearningCycle: learning.cycles,
    AccountOfPractice: learning.accounts,
  } satisfies Dataset;
  const counts = Object.fromEntries(Object.entries(records).map(([name, list]) => [name, list.length]));

  return {
    dataset: {
      ...records,
      AttendanceMark: {
        *[Symbol.iterator]() {
          for (const school of schools) yield* marksOf(school);
        },
      },
    },
    schools,
    people: createPeople({ options: complete, stays, book: staff.book }),
    truth: createTruth({
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
    }),
    options: complete,
    marksOf,
  };
}

function unknownSchool(): never {
  throw new CollegialError({
    code: 'argument.invalid',
    message: 'No school of this city with records of its own has this id.',
    fix: 'Pass one of `city.schools`.',
  });
}
