import { createHash } from 'node:crypto';
import type { EntityInput, EntityName } from '@collegial/model';
import { academicYearOf } from '@collegial/model';
import { dayEvents } from './day-events.ts';
import {
  descriptor,
  staffUniqueIdOf,
  studentUniqueIdOf,
  valueFor,
  type WireContext,
  type WireEntry,
} from './wire-context.ts';
import { calendarRows, organisationRows } from './wire-places.ts';
import { classEnrolmentRows, classRows, subjectRows, teachingRows } from './wire-teaching.ts';
import type { WireRow } from './world.ts';

const english = 'English';

const others = {
  Organisation: organisationRows,
  Calendar: calendarRows,
  Subject: subjectRows,
  Class: classRows,
  ClassEnrolment: classEnrolmentRows,
  Teaching: teachingRows,
};

/** Makes rows of resources from records of the model. */
export class Wire {
  readonly #context: WireContext;

  constructor(context: WireContext) {
    this.#context = context;
  }

  /** The rows that a record becomes; `undefined` for entities that are not served. */
  entries(name: EntityName, record: unknown): readonly WireEntry[] | undefined {
    const elsewhere = (
      others as Record<string, ((context: WireContext, record: never) => WireEntry[]) | undefined>
    )[name];
    if (elsewhere !== undefined) return elsewhere(this.#context, record as never);
    const make = (this as unknown as Record<string, ((record: never) => readonly WireEntry[]) | undefined>)[
      `make${name}`
    ];
    return make?.call(this, record as never);
  }

  makeStudent(record: EntityInput<'Student'>): WireEntry[] {
    const studentUniqueId = studentUniqueIdOf(this.#context, record.id);
    const name = this.#context.people.nameOf?.(record.id) ?? { forename: 'Forename', surname: 'Surname' };
    const month = String(record.birthMonth ?? 1).padStart(2, '0');
    const sexDescriptor = descriptor(
      'Sex',
      record.sex === 'M' ? 'Male' : record.sex === 'X' ? 'Non-binary' : 'Female',
    );
    const enrolment = [...this.#enrolmentsOf(record.id)][0];
    const student: WireEntry = {
      resource: 'students',
      id: studentUniqueId,
      shared: true,
      row: {
        studentUniqueId,
        firstName: name.forename,
        lastSurname: name.surname,
        birthDate: this.#context.people.birthDateOf?.(record.id) ?? `${record.birthYear ?? 2010}-${month}-01`,
      },
    };
    if (enrolment === undefined) return [student];
    return [
      student,
      {
        resource: 'studentEducationOrganizationAssociations',
        id: record.id,
        row: {
          educationOrganizationReference: {
            educationOrganizationId: this.#context.number(enrolment.organisationId),
          },
          studentReference: { studentUniqueId },
          sexDescriptor,
          ...this.#characteristics(record.id),
        },
      },
    ];
  }

  #characteristics(studentId: string): WireRow {
    const of = [...this.#context.records('StudentCharacteristic')].filter(
      (one) => one.studentId === studentId,
    );
    const value = (kind: string) => of.find((one) => one.kind === kind)?.value;
    const period = (kind: string) => {
      const from = of.find((one) => one.kind === kind)?.validFrom;
      return from == null ? {} : { periods: [{ beginDate: from }] };
    };
    const listed = (kind: string, name: string) =>
      value(kind) === 'yes'
        ? [{ studentCharacteristicDescriptor: descriptor('StudentCharacteristic', name), ...period(kind) }]
        : [];
    const [language, ethnicity] = [value('language'), value('ethnicity')];
    return {
      studentCharacteristics: [
        ...listed('disadvantaged', 'Economic Disadvantaged'),
        ...listed('looked-after', 'Foster Care'),
      ],
      ...(ethnicity !== undefined && { races: [{ raceDescriptor: descriptor('Race', ethnicity) }] }),
      ...(language !== undefined && {
        languages: [
          {
            languageDescriptor: descriptor('Language', language === 'ENG' ? english : language),
            uses: [{ languageUseDescriptor: descriptor('LanguageUse', 'Home language') }],
          },
        ],
      }),
    };
  }

  makeEnrolment(record: EntityInput<'Enrolment'>): WireEntry[] {
    const year = record.yearGroupIn ?? academicYearOf(record.enteredOn);
    return [
      {
        resource: 'studentSchoolAssociations',
        id: record.id,
        row: {
          entryDate: record.enteredOn,
          schoolReference: { schoolId: this.#context.number(record.organisationId) },
          studentReference: { studentUniqueId: studentUniqueIdOf(this.#context, record.studentId) },
          entryGradeLevelDescriptor: descriptor('GradeLevel', valueFor('GradeLevel', record.yearGroup ?? 7)),
          schoolYearTypeReference: { schoolYear: year + 1 },
          primarySchool:
            record.status === 'current' || record.status === 'main' || record.status === 'previous',
          ...(record.leftOn != null && { exitWithdrawDate: record.leftOn }),
          ...(record.exitReason != null && {
            exitWithdrawTypeDescriptor: descriptor('ExitWithdrawType', record.exitReason),
          }),
        },
      },
    ];
  }

  makeStaff(record: EntityInput<'Staff'>): WireEntry[] {
    const staffUniqueId = staffUniqueIdOf(this.#context, record.id);
    const name = this.#context.people.nameOf?.(record.id) ?? { forename: 'Forename', surname: 'Surname' };
    return [
      {
        resource: 'staffs',
        id: staffUniqueId,
        shared: true,
        row: { staffUniqueId, firstName: name.forename, lastSurname: name.surname },
      },
    ];
  }

  makeAppointment(record: EntityInput<'Appointment'>): WireEntry[] {
    const staffUniqueId = staffUniqueIdOf(this.#context, record.staffId);
    const classification =
      record.kind === 'supply' ? 'Substitute Teacher' : valueFor('StaffClassification', record.role);
    return [
      {
        resource: 'staffEducationOrganizationAssignmentAssociations',
        id: record.id,
        row: {
          beginDate: record.validFrom,
          ...(record.validTo != null && { endDate: record.validTo }),
          staffClassificationDescriptor: descriptor('StaffClassification', classification),
          educationOrganizationReference: {
            educationOrganizationId: this.#context.number(record.organisationId),
          },
          staffReference: { staffUniqueId },
          ...(record.fte != null && { fullTimeEquivalency: record.fte }),
          ...(record.subject != null && { positionTitle: record.subject.slice(0, 100) }),
          employmentStaffEducationOrganizationEmploymentAssociationReference: {
            educationOrganizationId: this.#context.number(record.employerId ?? record.organisationId),
            employmentStatusDescriptor: descriptor(
              'EmploymentStatus',
              valueFor('EmploymentStatus', record.kind),
            ),
            hireDate: record.validFrom,
            staffUniqueId,
          },
        },
      },
    ];
  }

  makeExclusion(record: EntityInput<'Exclusion'>): WireEntry[] {
    const schoolId = this.#context.number(record.organisationId);
    const studentUniqueId = studentUniqueIdOf(this.#context, record.studentId);
    const words = {
      suspension: 'Out of School Suspension',
      permanent: 'Expulsion',
      lunchtime: 'Lunch Detention',
    };
    return [
      {
        resource: 'disciplineActions',
        id: record.id,
        row: {
          disciplineActionIdentifier: record.id.slice(0, 20),
          disciplineDate: record.startsOn,
          disciplines: [{ disciplineDescriptor: descriptor('Discipline', words[record.kind]) }],
          responsibilitySchoolReference: { schoolId },
          studentReference: { studentUniqueId },
          ...(record.sessions != null && { actualDisciplineActionLength: record.sessions / 2 }),
          studentDisciplineIncidentBehaviorAssociations: (record.reasons ?? []).map((reason) => ({
            studentDisciplineIncidentBehaviorAssociationReference: {
              behaviorDescriptor: descriptor('Behavior', reason),
              incidentIdentifier: record.id.slice(0, 20),
              schoolId,
              studentUniqueId,
            },
          })),
        },
      },
    ];
  }

  makeAssessment(record: EntityInput<'Assessment'>): WireEntry[] {
    return [
      {
        resource: 'studentAssessments',
        id: record.id,
        row: {
          studentAssessmentIdentifier: record.id.slice(0, 60),
          assessmentReference: {
            assessmentIdentifier: this.assessmentIdentifier(record),
            namespace: 'uri://example.org',
          },
          studentReference: { studentUniqueId: studentUniqueIdOf(this.#context, record.studentId) },
          reportedSchoolReference: { schoolId: this.#context.number(record.organisationId) },
          administrationDate: `${record.takenOn}T00:00:00Z`,
          scoreResults: [
            {
              assessmentReportingMethodDescriptor: descriptor('AssessmentReportingMethod', 'Scale score'),
              resultDatatypeTypeDescriptor: descriptor('ResultDatatypeType', 'Level'),
              result: record.grade.slice(0, 35),
            },
          ],
        },
      },
    ];
  }

  /** Identifier of the assessment that a result belongs to. */
  assessmentIdentifier({ kind, gradeScheme, qualificationId }: EntityInput<'Assessment'>): string {
    const text = `${kind} ${gradeScheme} ${qualificationId ?? ''}`.trim();
    return text.length <= 60 ? text : createHash('sha256').update(text).digest('hex').slice(0, 40);
  }

  /** Events of one enrolment on one day. */
  day(marks: readonly EntityInput<'AttendanceMark'>[]): WireEntry[] {
    const [first] = marks;
    const enrolment = first && this.#context.record('Enrolment', first.enrolmentId);
    if (first === undefined || enrolment === undefined) return [];
    const schoolId = this.#context.number(enrolment.organisationId);
    const calendar = [...this.#context.records('Calendar')].find(
      ({ organisationId, academicYear }) =>
        organisationId === enrolment.organisationId && academicYear === academicYearOf(first.date),
    );
    const term =
      calendar?.terms.find(({ from, to }) => from <= first.date && first.date <= to) ?? calendar?.terms[0];
    return dayEvents(marks).map(({ category, ...times }) => ({
      resource: 'studentSchoolAttendanceEvents',
      id: `${first.enrolmentId} ${first.date} ${category}`,
      row: {
        attendanceEventCategoryDescriptor: descriptor('AttendanceEventCategory', category),
        eventDate: first.date,
        schoolReference: { schoolId },
        sessionReference: {
          schoolId,
          schoolYear: academicYearOf(first.date) + 1,
          sessionName: term?.name ?? 'Year',
        },
        studentReference: { studentUniqueId: studentUniqueIdOf(this.#context, enrolment.studentId) },
        ...times,
      },
    }));
  }

  *#enrolmentsOf(studentId: string): Iterable<EntityInput<'Enrolment'>> {
    for (const enrolment of this.#context.records('Enrolment'))
      if (enrolment.studentId === studentId) yield enrolment;
  }
}
