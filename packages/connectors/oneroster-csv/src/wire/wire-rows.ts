import type {
  Reading,
  WireAcademicSession,
  WireClass,
  WireCourse,
  WireEnrollment,
  WireOrg,
  WireResult,
} from '@collegial/connector-oneroster/mapping';
import type { TableValues } from '../bundle/read-table.ts';
import { type Drift, day, list, number, text } from './cell.ts';

/**
 * Rows as the objects that the maps of OneRoster take. They are made directly, and not checked by a schema once more: with a million rows that
 * check would cost more than all the rest.
 */

/** What every object has; a row without an id is set aside before. */
const base = (values: TableValues, reading: Reading) => ({
  sourcedId: text(values.sourcedId) as string,
  reading,
});

/** A row of `orgs.csv`. */
export function orgOf(values: TableValues, reading: Reading): WireOrg {
  return {
    ...base(values, reading),
    name: text(values.name),
    type: text(values.type),
    identifier: text(values.identifier),
    parent: text(values.parentSourcedId),
  };
}

/** A row of `academicSessions.csv`. */
export function sessionOf(values: TableValues, reading: Reading, drift: Drift): WireAcademicSession {
  return {
    ...base(values, reading),
    title: text(values.title),
    type: text(values.type),
    startDate: day(values.startDate, 'startDate', drift),
    endDate: day(values.endDate, 'endDate', drift),
    schoolYear: text(values.schoolYear),
  };
}

/** A row of `courses.csv`. */
export function courseOf(values: TableValues, reading: Reading): WireCourse {
  return {
    ...base(values, reading),
    title: text(values.title),
    courseCode: text(values.courseCode),
    subjects: list(values.subjects),
    subjectCodes: list(values.subjectCodes),
    org: text(values.orgSourcedId),
  };
}

/** A row of `classes.csv`. */
export function classOf(values: TableValues, reading: Reading): WireClass {
  return {
    ...base(values, reading),
    title: text(values.title),
    classCode: text(values.classCode),
    grades: list(values.grades),
    course: text(values.courseSourcedId),
    school: text(values.schoolSourcedId),
    terms: list(values.termSourcedIds),
  };
}

/** A row of `enrollments.csv`. */
export function enrollmentOf(values: TableValues, reading: Reading, drift: Drift): WireEnrollment {
  return {
    sourcedId: text(values.sourcedId) as string,
    reading,
    user: text(values.userSourcedId),
    class: text(values.classSourcedId),
    school: text(values.schoolSourcedId),
    role: text(values.role),
    beginDate: day(values.beginDate, 'beginDate', drift),
    endDate: day(values.endDate, 'endDate', drift),
  };
}

/** A row of `results.csv`. */
export function resultOf(values: TableValues, reading: Reading, drift: Drift): WireResult {
  return {
    ...base(values, reading),
    lineItem: text(values.lineItemSourcedId),
    student: text(values.studentSourcedId),
    scoreStatus: text(values.scoreStatus),
    score: number(values.score, 'score', drift),
    textScore: text(values.textScore),
    scoreDate: day(values.scoreDate, 'scoreDate', drift),
  };
}
