import * as z from 'zod';

const id = <Name extends string>(name: Name, description: string) =>
  z.string().min(1).max(200).meta({ title: name, description }).brand<Name>();

/**
 * Id of an organisation within a tenant. Where a national identifier is known it is that, so that several sources
 * meet in one organisation: `urn:100001` (school), `gias-group:2044` (trust, federation, sponsor), `la:352`
 * (authority). Otherwise `<source>:<id at the source>`.
 */
export const OrganisationId = id('OrganisationId', 'Organisation, for example urn:100001');
export type OrganisationId = z.infer<typeof OrganisationId>;

/** Pseudonym of a student at one source. */
export const StudentId = id('StudentId', 'Student, pseudonymous');
export type StudentId = z.infer<typeof StudentId>;

/** Pseudonym of a member of staff at one source. */
export const StaffId = id('StaffId', 'Member of staff, pseudonymous');
export type StaffId = z.infer<typeof StaffId>;

/**
 * Pseudonym that is the same at every source for the same person: a keyed hash of a national identifier (UPN, TRN).
 * Two records with the same link key are one person.
 */
export const LinkKey = id('LinkKey', 'Keyed hash of a national identifier');
export type LinkKey = z.infer<typeof LinkKey>;

/** Enrolment of one student at one organisation. */
export const EnrolmentId = id('EnrolmentId', 'Enrolment of a student at an organisation');
export type EnrolmentId = z.infer<typeof EnrolmentId>;

/** A group of schools formed to work together. */
export const SchoolGroupId = id('SchoolGroupId', 'Group of schools formed to work together');
export type SchoolGroupId = z.infer<typeof SchoolGroupId>;

/** A class or teaching set. */
export const ClassId = id('ClassId', 'Class or teaching set');
export type ClassId = z.infer<typeof ClassId>;

/** A subject as taught at the source. */
export const SubjectId = id('SubjectId', 'Subject');
export type SubjectId = z.infer<typeof SubjectId>;

/** A qualification or test. */
export const QualificationId = id('QualificationId', 'Qualification or test');
export type QualificationId = z.infer<typeof QualificationId>;

/** A recorded activity between schools. */
export const ActivityId = id('ActivityId', 'Recorded activity');
export type ActivityId = z.infer<typeof ActivityId>;

/** A funding stream of a group. */
export const FundingId = id('FundingId', 'Funding');
export type FundingId = z.infer<typeof FundingId>;

/** A partnership of schools. */
export const PartnershipId = id('PartnershipId', 'Partnership of schools');
export type PartnershipId = z.infer<typeof PartnershipId>;

/** An action learning set. */
export const ActionLearningSetId = id('ActionLearningSetId', 'Action learning set');
export type ActionLearningSetId = z.infer<typeof ActionLearningSetId>;

/** A cycle of an action learning set. */
export const ActionLearningCycleId = id('ActionLearningCycleId', 'Cycle of an action learning set');
export type ActionLearningCycleId = z.infer<typeof ActionLearningCycleId>;

/** Id of a record of an entity that nothing else refers to. */
export const RecordId = id('RecordId', 'Record');
export type RecordId = z.infer<typeof RecordId>;
