import { academicYearOf, type EntityInput } from '@collegial/model';
import type { People } from './people.ts';
import { wireDay, wireMoment } from './wire-date.ts';
import { wireId } from './wire-id.ts';

type Includes = ReadonlySet<string>;

/** What all objects of Wonde have, and nobody reads. */
const written = (id: string, createdAt: number, updatedAt: number) => ({
  id,
  mis_id: id.slice(-6),
  restored_at: null,
  created_at: wireMoment(createdAt),
  updated_at: wireMoment(updatedAt),
});

/** Moments of an object. */
export interface Moments {
  readonly createdAt: number;
  readonly updatedAt: number;
}

export function wireSchool(record: EntityInput<'Organisation'>, authority: string | undefined): object {
  const urn = /^urn:(\d+)$/.exec(record.id)?.[1];
  const laestab = record.identifiers?.find((text) => text.startsWith('laestab:'))?.slice('laestab:'.length);
  const la = laestab?.slice(0, 3) ?? authority;
  const establishment = laestab?.slice(3);
  const number = (text: string | undefined) => (text === undefined ? null : Number(text));
  return {
    id: wireId('school', record.id),
    name: record.name,
    establishment_number: number(establishment),
    urn: number(urn),
    phase_of_education: record.phase === null || record.phase === undefined ? '' : record.phase.toUpperCase(),
    la_code: number(la),
    timezone: 'Europe/London',
    mis: 'Example MIS',
    address: {
      address_line_1: '1 Example Road',
      address_line_2: null,
      address_town: record.town ?? null,
      address_postcode: null,
      address_country: { code: 'GBR', name: 'United Kingdom' },
    },
    extended: [],
    region: {
      code: 'GBR',
      domain: 'api.wonde.com',
      school_url: '',
      identifiers: { la_code: la ?? null, establishment_number: establishment ?? null, urn: urn ?? null },
    },
  };
}

const senCodes: Readonly<Record<string, string>> = { none: 'N', support: 'K', plan: 'E' };
const statusCodes: Readonly<Record<EntityInput<'Enrolment'>['status'], string>> = {
  current: 'C',
  main: 'M',
  subsidiary: 'S',
  guest: 'G',
  'further-education': 'F',
  'other-provider': 'O',
  previous: 'P',
};
const genders: Readonly<Record<string, string>> = { F: 'FEMALE', M: 'MALE', X: 'OTHER' };

/** A student at one school. `on` is the day that age and year group are for: today, or the last day of a leaver. */
export function wireStudent(
  enrolment: EntityInput<'Enrolment'>,
  student: EntityInput<'Student'> | undefined,
  characteristics: ReadonlyMap<string, string>,
  {
    people,
    on,
    includes,
    createdAt,
    updatedAt,
  }: Moments & { people: People; on: string; includes: Includes },
): object {
  const details = people.student(enrolment.studentId);
  const id = wireId('student', enrolment.id);
  const yes = (kind: string) => {
    const value = characteristics.get(kind);
    return value === undefined ? null : value === 'yes';
  };
  return {
    ...written(id, createdAt, updatedAt),
    upi: wireId('upi', enrolment.id),
    initials: `${details.forename[0] ?? ''}${details.surname[0] ?? ''}`,
    title: null,
    surname: details.surname,
    forename: details.forename,
    middle_names: '',
    legal_surname: details.surname,
    legal_forename: details.forename,
    gender: student?.sex ? genders[student.sex] : null,
    date_of_birth: wireDay(details.birthDate),
    ...(includes.has('education_details') && {
      education_details: {
        data: {
          admission_number: id.slice(-5),
          upn: details.upn,
          local_upn: null,
          former_upn: null,
          learner_number: null,
          current_nc_year: ncYear(enrolment, on),
          admission_date: wireDay(enrolment.enteredOn),
          leaving_date: wireDay(enrolment.leftOn),
          leaving_reason: enrolment.exitReason ?? null,
        },
      },
    }),
    ...(includes.has('extended_details') && {
      extended_details: {
        data: {
          enrolment_status: statusCodes[enrolment.status],
          premium_pupil_indicator: yes('disadvantaged'),
          free_school_meals: yes('free-school-meals'),
          in_lea_care: yes('looked-after'),
          english_as_additional_language: yes('first-language-other'),
          sen_status: senCodes[characteristics.get('sen') ?? ''] ?? null,
          ethnicity: characteristics.get('ethnicity') ?? null,
          ethnicity_code: characteristics.get('ethnicity') ?? null,
          first_language: characteristics.get('language') ?? null,
          first_language_code: characteristics.get('language') ?? null,
        },
      },
    }),
  };
}

function ncYear({ yearGroup, yearGroupIn }: EntityInput<'Enrolment'>, on: string): string | null {
  if (yearGroup === null || yearGroup === undefined) return null;
  const year = yearGroup + academicYearOf(on) - (yearGroupIn ?? academicYearOf(on));
  return year === 0 ? 'R' : String(year);
}

const roleNames: Readonly<Record<EntityInput<'Appointment'>['role'], string>> = {
  head: 'Head Teacher',
  'senior-leader': 'Deputy Head Teacher',
  'middle-leader': 'Head of Department',
  teacher: 'Classroom Teacher',
  support: 'Teaching Assistant',
  other: 'Governor',
};
const contractTypes: Readonly<Record<EntityInput<'Appointment'>['kind'], string>> = {
  permanent: 'Permanent',
  'fixed-term': 'Fixed Term',
  secondment: 'Secondment',
  supply: 'Supply',
  'central-team': 'Central Team',
  peripatetic: 'Peripatetic',
  other: 'Unspecified',
};

/** Id of an employee: a person has one at each school. */
export function employeeId(staffId: string, organisationId: string): string {
  return wireId('employee', `${staffId}@${organisationId}`);
}

export function wireEmployee(
  staffId: string,
  organisationId: string,
  appointments: readonly EntityInput<'Appointment'>[],
  {
    people,
    today,
    includes,
    createdAt,
    updatedAt,
  }: Moments & { people: People; today: string; includes: Includes },
): object {
  const details = people.employee(staffId);
  const starts = appointments.map(({ validFrom }) => validFrom).sort();
  const ends = appointments.map(({ validTo }) => validTo ?? null);
  const last = ends.includes(null) ? null : [...ends].sort().at(-1);
  return {
    ...written(employeeId(staffId, organisationId), createdAt, updatedAt),
    upi: wireId('upi', `${staffId}@${organisationId}`),
    title: 'Mx',
    initials: `${details.forename[0] ?? ''}${details.surname[0] ?? ''}`,
    surname: details.surname,
    forename: details.forename,
    middle_names: '',
    legal_surname: details.surname,
    legal_forename: details.forename,
    gender: null,
    date_of_birth: null,
    ...(includes.has('employment_details') && {
      employment_details: {
        data: {
          current: last === null || (last ?? today) >= today,
          teaching_staff: appointments.some(({ role }) => role !== 'support' && role !== 'other'),
          teacher_number: details.teacherNumber,
          employment_start_date: wireDay(starts[0]),
          employment_end_date: wireDay(last),
        },
      },
    }),
    ...(includes.has('contracts') && {
      contracts: {
        data: appointments.map((appointment) => ({
          id: wireId('contract', appointment.id),
          type: contractTypes[appointment.kind],
          fte: appointment.fte ?? null,
          subject: appointment.subject ?? null,
          start_date: wireDay(appointment.validFrom),
          end_date: wireDay(appointment.validTo),
          ...(includes.has('contracts.roles') && {
            roles: { data: [{ id: wireId('role', appointment.role), name: roleNames[appointment.role] }] },
          }),
        })),
      },
    }),
  };
}

/** A subject that belongs to no organisation is one of its own at each school. */
export function subjectId(subject: string, organisationId: string): string {
  return wireId('subject', `${subject}@${organisationId}`);
}

export function wireSubject(
  record: EntityInput<'Subject'>,
  organisationId: string,
  moments: Moments,
): object {
  return {
    ...written(subjectId(record.id, organisationId), moments.createdAt, moments.updatedAt),
    code: record.code ?? null,
    name: record.name,
    active: true,
  };
}

export function wireClass(
  record: EntityInput<'Class'>,
  students: readonly string[],
  employees: readonly string[],
  { includes, createdAt, updatedAt }: Moments & { includes: Includes },
): object {
  return {
    ...written(wireId('class', record.id), createdAt, updatedAt),
    name: record.name,
    code: record.name,
    description: null,
    subject: record.subjectId ? subjectId(record.subjectId, record.organisationId) : null,
    alternative: false,
    priority: null,
    academic_year: null,
    year_group: record.yearGroup === null || record.yearGroup === undefined ? null : String(record.yearGroup),
    ...(includes.has('students') && {
      students: { data: students.map((id) => ({ id, surname: 'Example', forename: 'Student' })) },
    }),
    ...(includes.has('employees') && {
      employees: { data: employees.map((id) => ({ id, surname: 'Example', forename: 'Employee' })) },
    }),
  };
}

const exclusionTypes = { suspension: 'SUSP', permanent: 'PERM', lunchtime: 'LNCH' } as const;

export function wireExclusion(
  record: EntityInput<'Exclusion'>,
  student: string | undefined,
  moments: Moments,
): object {
  return {
    ...written(wireId('exclusion', record.id), moments.createdAt, moments.updatedAt),
    student: student ?? null,
    type: exclusionTypes[record.kind],
    reasons: { data: (record.reasons ?? []).map((code) => ({ code, description: null })) },
    start_date: wireDay(record.startsOn),
    end_date: wireDay(record.endsOn),
    sessions: record.sessions ?? null,
    comments: null,
  };
}

/** Name of the aspect that results of this kind are columns of. */
export function aspectName({
  kind,
  gradeScheme,
  qualificationId,
  subjectId: subject,
}: EntityInput<'Assessment'>): string {
  return [kind, gradeScheme, qualificationId ?? subject ?? 'any'].join(' · ');
}

export function wireResult(
  record: EntityInput<'Assessment'>,
  student: string | undefined,
  { includes, createdAt, updatedAt }: Moments & { includes: Includes },
): object {
  const name = aspectName(record);
  const id = wireId('aspect', name);
  return {
    ...written(wireId('result', record.id), createdAt, updatedAt),
    student: student ?? null,
    aspect: includes.has('aspect') ? { data: { id, name, type: 'Grade' } } : id,
    resultset: null,
    result: record.grade,
    result_date: wireDay(record.takenOn),
  };
}
