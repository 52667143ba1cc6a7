import { type MapContext, type Mapped, reject, skip } from '@collegial/connector-kit';
import { academicYearOf, type EnrolmentStatus, englandEnrolmentStatusCodes } from '@collegial/model';
import type { CtfConfig } from './ctf-config.ts';
import { organisationIdOf } from './ctf-ids.ts';
import type { WirePupil, WireSchool } from './ctf-schemas.ts';
import type { MapPupil } from './of-person.ts';
import { schoolNumber } from './school-number.ts';

/** The schools of a pupil's history, that of the sending school among them. */
export const mapEnrolment: MapPupil<'Enrolment'> = (pupil, context, studentId) => {
  const schools = pupil.Schools ?? [];
  const source = schoolNumber(pupil.file.source);
  const mapped = schools.map((school) => enrolmentOf(school, pupil, context, studentId));
  if (source !== undefined && !schools.some((school) => schoolNumber(school) === source))
    mapped.push(skip('the history does not have the sending school, so that the day of entry is not known'));
  if (mapped.length === 0) mapped.push(skip('a pupil without a school history'));
  return mapped;
};

function enrolmentOf(
  school: WireSchool,
  pupil: WirePupil,
  context: MapContext<CtfConfig>,
  studentId: string,
): Mapped<'Enrolment'> {
  const { file } = pupil;
  const organisationId = organisationIdOf(context, school, file.urns);
  if (organisationId === undefined) return skip('a school of the history without a DfE number');
  const { EntryDate: enteredOn, LeavingDate: leftOn } = school;
  if (enteredOn === undefined)
    return reject('A school of the history has no day of entry.', { field: 'SchoolHistory.EntryDate' });
  if (leftOn !== undefined && leftOn < enteredOn)
    return reject('A pupil left a school before the day of entry.', { field: 'SchoolHistory.LeavingDate' });
  const isSource = schoolNumber(school) === schoolNumber(file.source);
  return {
    id: `${studentId}:${organisationId}:${enteredOn}`,
    studentId,
    organisationId,
    status: isSource ? statusOf(pupil, context) : 'current',
    enteredOn,
    leftOn: leftOn ?? null,
    exitReason: school.LeavingReason ?? null,
    destinationId: isSource && leftOn !== undefined ? destinationOf(pupil, context, organisationId) : null,
    ...(isSource ? yearGroupOf(pupil, enteredOn) : {}),
  };
}

/** The status is that of the day of the file; a pupil who has left was on the roll until then, which the dates say. */
function statusOf({ EnrolStatus, file }: WirePupil, context: MapContext<CtfConfig>): EnrolmentStatus {
  if (EnrolStatus === undefined) return 'current';
  const meaning = englandEnrolmentStatusCodes.lookup(EnrolStatus, file.writtenOn ?? '2024-09-01')?.meaning;
  if (meaning === undefined) context.unmapped('BasicDetails.EnrolStatus', EnrolStatus);
  return meaning === undefined || meaning === 'previous' ? 'current' : meaning;
}

function destinationOf({ file }: WirePupil, context: MapContext<CtfConfig>, from: string): string | null {
  const to = organisationIdOf(context, file.destination, file.urns);
  return to === undefined || to === from ? null : to;
}

/** The year group of the day of the file, unless the file does not say when it was written. */
function yearGroupOf({ NCyearActual, file }: WirePupil, enteredOn: string) {
  const yearGroup = readYearGroup(NCyearActual);
  if (yearGroup === undefined || file.writtenOn === undefined) return {};
  const yearGroupIn = academicYearOf(enteredOn);
  const passed = Math.max(0, academicYearOf(file.writtenOn) - yearGroupIn);
  return { yearGroup: yearGroup - passed, yearGroupIn };
}

/** `1` to `14`; reception is 0, the nursery years −2 and −1. `X`, not following a year group, is none. */
function readYearGroup(written: string | undefined): number | undefined {
  const text = written?.toUpperCase() ?? '';
  if (/^\d{1,2}$/.test(text)) return Number(text);
  return ({ R: 0, N1: -2, N2: -1 } as Record<string, number>)[text];
}
