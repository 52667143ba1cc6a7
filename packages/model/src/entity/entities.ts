import type * as z from 'zod';
import { SharingAgreement } from '../agreement/sharing-agreement.ts';
import {
  AccountOfPractice,
  ActionLearningCycle,
  ActionLearningMember,
  ActionLearningSet,
} from '../events/action-learning.ts';
import { Activity, Confirmation, Participation } from '../events/activity.ts';
import { Assessment, Qualification } from '../events/assessment.ts';
import { AttendanceMark, LessonMark } from '../events/attendance-mark.ts';
import { Exclusion, Transfer } from '../events/exclusion.ts';
import { Review, SurveyResponse } from '../events/voice.ts';
import { Enrolment } from '../people/enrolment.ts';
import { Appointment, Staff } from '../people/staff.ts';
import { Student, StudentCharacteristic } from '../people/student.ts';
import { Calendar } from '../places/calendar.ts';
import { Designation } from '../places/designation.ts';
import { Funding } from '../places/funding.ts';
import { Organisation } from '../places/organisation.ts';
import { OrganisationLink } from '../places/organisation-link.ts';
import {
  Partnership,
  PartnershipExpertise,
  PartnershipMember,
  PartnershipProtocol,
} from '../places/partnership.ts';
import { GroupMember, GroupRole, SchoolGroup } from '../places/school-group.ts';
import { SchoolMeasure } from '../published/school-measure.ts';
import { Class, ClassEnrolment, Subject, Teaching } from '../teaching/teaching.ts';

/** Every entity of the domain model, by name, in an order in which what is referred to comes first. */
export const entities = {
  Organisation,
  OrganisationLink,
  SchoolGroup,
  GroupMember,
  Designation,
  Calendar,
  Funding,
  SharingAgreement,
  Student,
  StudentCharacteristic,
  Staff,
  GroupRole,
  Enrolment,
  Appointment,
  Subject,
  Qualification,
  Class,
  ClassEnrolment,
  Teaching,
  AttendanceMark,
  LessonMark,
  Exclusion,
  Transfer,
  Assessment,
  SurveyResponse,
  Review,
  Activity,
  Participation,
  Confirmation,
  Partnership,
  PartnershipMember,
  PartnershipProtocol,
  PartnershipExpertise,
  ActionLearningSet,
  ActionLearningMember,
  ActionLearningCycle,
  AccountOfPractice,
  SchoolMeasure,
} as const;

/** Name of an entity. */
export type EntityName = keyof typeof entities;

/** A record of an entity as stored: every field present, unknown ones `null`. */
export type EntityRecord<Name extends EntityName> = z.output<(typeof entities)[Name]['schema']>;

/** A record of an entity as a connector may give it: unknown fields may be left out, ids are plain strings. */
export type EntityInput<Name extends EntityName> = Unbranded<z.input<(typeof entities)[Name]['schema']>>;

type Unbranded<T> = T extends string & z.core.$brand
  ? string
  : T extends readonly (infer Item)[]
    ? Unbranded<Item>[]
    : T extends object
      ? { [Key in keyof T]: Unbranded<T[Key]> }
      : T;

/** The names of all entities. */
export const entityNames = Object.keys(entities) as EntityName[];
