import { academicYearOf, type EntityInput } from '@collegial/model';
import { type ArborWorld, reference } from './arbor-world.ts';
import { codeIn } from './code-table.ts';
import type { Known, WorldOptions } from './world-options.ts';

const genders: Readonly<Record<string, string>> = { F: 'FEMALE', M: 'MALE', X: 'OTHER' };
const modes: Readonly<Record<string, string>> = {
  current: 'C',
  main: 'M',
  subsidiary: 'S',
  guest: 'G',
  'further-education': 'F',
  'other-provider': 'O',
  previous: 'P',
};
const senCodes: Readonly<Record<string, string>> = { none: 'N', support: 'K', plan: 'E' };

/** Pupils with their persons, numbers, stays, years and characteristics; exclusions. */
export function addPupils(world: ArborWorld, options: WorldOptions, known: Known): void {
  const { dataset, school } = options;
  const students = new Map([...(dataset.Student ?? [])].map((student) => [student.id, student]));
  for (const enrolment of dataset.Enrolment ?? []) {
    if (enrolment.organisationId !== school) continue;
    const student = students.get(enrolment.studentId);
    if (known.get('Student', enrolment.studentId) === undefined)
      addPupil(world, options, known, student, enrolment.studentId);
    addStay(world, enrolment, known);
  }
  for (const characteristic of dataset.StudentCharacteristic ?? [])
    addCharacteristic(world, characteristic, known);
  for (const exclusion of dataset.Exclusion ?? [])
    if (exclusion.organisationId === school) addExclusion(world, exclusion, known);
}

function addPupil(
  world: ArborWorld,
  { people }: WorldOptions,
  known: Known,
  student: EntityInput<'Student'> | undefined,
  id: string,
): void {
  const { forename, surname } = people.nameOf(id);
  const person = world.add('Person', {
    legalFirstName: forename,
    legalLastName: surname,
    preferredFirstName: forename,
    dateOfBirth: people.birthDateOf(id),
    gender: student?.sex ? codeIn(world, 'Gender', genders[student.sex] as string) : null,
  });
  const number = world.add('Student', {
    person: reference('Person', person),
    studentNumber: `S${person}`,
    ethnicity: null,
  });
  known.set('Student', id, number);
  world.add('UkDfe_UpnAssignment', {
    student: reference('Student', number),
    upn: people.upnOf(id),
    startDatetime: '2018-09-01 00:00:00',
    endDatetime: null,
    isTemporary: false,
  });
}

function addStay(world: ArborWorld, enrolment: EntityInput<'Enrolment'>, known: Known): void {
  const student = reference('Student', known.get('Student', enrolment.studentId));
  const { enteredOn, leftOn = null, exitReason, yearGroup, yearGroupIn } = enrolment;
  const id = world.add('EducationalInstitutionEnrolment', {
    student,
    entryDate: enteredOn,
    leavingDate: leftOn,
    unenrolmentReason: exitReason
      ? codeIn(world, 'UnenrolmentReason', exitReason, { unenrolmentReason: exitReason })
      : null,
  });
  known.set('Enrolment', enrolment.id, id);
  const year = world.add('AcademicYearEnrolment', { student, startDate: enteredOn, endDate: leftOn });
  const mode = modes[enrolment.status] as string;
  world.add('EnrolmentModeAssignment', {
    academicYearEnrolment: reference('AcademicYearEnrolment', year),
    enrolmentMode: codeIn(world, 'EnrolmentMode', `MODE ${mode}`, { d00018: mode }),
    startDate: enteredOn,
    endDate: leftOn,
  });
  if (yearGroup === null || yearGroup === undefined || yearGroupIn === null || yearGroupIn === undefined)
    return;
  world.add('AcademicLevelMembership', {
    student,
    academicLevel: levelOf(world, yearGroup),
    startDate: academicYearOf(enteredOn) === yearGroupIn ? enteredOn : `${yearGroupIn}-09-01`,
    endDate: leftOn,
  });
}

/** A year group, which refers to its grade of the curriculum. */
export function levelOf(world: ArborWorld, yearGroup: number) {
  const grade = codeIn(world, 'CurriculumGrade', `YEAR ${yearGroup}`, {
    d00020: String(yearGroup),
    curriculumGradeName: `Year ${yearGroup}`,
  });
  return codeIn(world, 'AcademicLevel', `LEVEL ${yearGroup}`, {
    academicLevelName: `Year ${yearGroup}`,
    curriculumGrade: grade,
  });
}

function addCharacteristic(
  world: ArborWorld,
  { id, studentId, kind, value, validFrom = null, validTo = null }: EntityInput<'StudentCharacteristic'>,
  known: Known,
): void {
  const number = known.get('Student', studentId);
  if (number === undefined) return;
  const student = reference('Student', number);
  const period = { startDate: validFrom, endDate: validTo };
  const add = (resource: string, fields: object) =>
    known.set('StudentCharacteristic', id, world.add(resource, { student, ...period, ...fields }));
  if (kind === 'sen')
    add('SenStatusAssignment', {
      senStatus: codeIn(world, 'SenStatus', `SEN ${value}`, {
        d00229: senCodes[value],
        countsAsSenStatus: value !== 'none',
      }),
    });
  if (kind === 'looked-after')
    add('InCareStatusAssignment', {
      inCareStatus: codeIn(world, 'InCareStatus', value === 'yes' ? 'IN CARE' : 'NOT IN CARE', {
        countsAsInCareStatus: value === 'yes',
      }),
    });
  if (kind === 'disadvantaged' && value === 'yes') add('UkDfe_PupilPremiumRecipient', { lastFsm: null });
  if (kind === 'ethnicity')
    world.put('Student', number, { ethnicity: codeIn(world, 'Ethnicity', value, { d00005: value }) });
  if (kind === 'free-school-meals' && value === 'yes')
    add('EligibilityRecord', {
      eligibility: codeIn(world, 'Eligibility', 'FSM', { eligibilityName: 'Free School Meals' }),
      student: undefined,
      person: world.table('Student').get(number)?.person,
    });
}

function addExclusion(world: ArborWorld, exclusion: EntityInput<'Exclusion'>, known: Known): void {
  const [first, ...more] = (exclusion.reasons ?? []).map((reason) =>
    codeIn(world, 'ExclusionReason', `REASON ${reason}`, { d00024: reason }),
  );
  const common = {
    student: reference('Student', known.get('Student', exclusion.studentId)),
    exclusionReason: first ?? null,
    narrative: 'CONFIDENTIAL',
  };
  const permanent = exclusion.kind === 'permanent';
  const resource = permanent ? 'PermanentExclusion' : 'FixedPeriodExclusion';
  const id = world.add(
    resource,
    permanent
      ? { ...common, fromDate: exclusion.startsOn }
      : {
          ...common,
          fromDatetime: `${exclusion.startsOn} 09:00:00`,
          untilDatetime: exclusion.endsOn ? `${exclusion.endsOn} 15:30:00` : null,
          statisticalDaysExcluded:
            exclusion.sessions === null || exclusion.sessions === undefined ? null : exclusion.sessions / 2,
          schoolDefinedSessionsExcluded: exclusion.sessions ?? null,
        },
  );
  known.set('Exclusion', exclusion.id, id);
  for (const reason of more)
    world.add('ExclusionExclusionReason', { exclusion: reference(resource, id), exclusionReason: reason });
}
