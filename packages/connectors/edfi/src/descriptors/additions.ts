import * as z from 'zod';
import type { tables } from './tables.ts';

type Tables = typeof tables;
/** Name of a descriptor whose values the connector reads. */
export type DescriptorName = keyof Tables;
/** Meaning of a value of a descriptor. */
export type MeaningOf<Name extends DescriptorName> = Tables[Name][keyof Tables[Name]];

const table = <const Word extends string>(words: readonly Word[]) =>
  z.record(z.string(), z.enum(words)).default({});

/** Further values per descriptor, with one of the meanings that the connector knows. */
export const DescriptorAdditions = z
  .strictObject({
    /** Grade level → national curriculum year of the same age: Kindergarten is 1, First grade 2. */
    GradeLevel: z.record(z.string(), z.int().min(-3).max(15)).default({}),
    Sex: table(['F', 'M', 'X']),
    SchoolCategory: table([
      'nursery',
      'primary',
      'middle',
      'secondary',
      'all-through',
      'special',
      'alternative',
      'other',
    ]),
    OperationalStatus: table(['open', 'closed', 'proposed']),
    StudentCharacteristic: table(['disadvantaged', 'looked-after', 'none']),
    EmploymentStatus: table([
      'permanent',
      'fixed-term',
      'secondment',
      'supply',
      'central-team',
      'peripatetic',
      'other',
    ]),
    StaffClassification: table(['head', 'senior-leader', 'middle-leader', 'teacher', 'support', 'other']),
    ClassroomPosition: table(['teaches', 'none']),
    CalendarEvent: table(['open', 'closed']),
    CalendarType: table(['students', 'none']),
    AttendanceEventCategory: table([
      'authorised',
      'unauthorised',
      'approved-activity',
      'not-possible',
      'present',
    ]),
    Discipline: table(['suspension', 'permanent', 'none']),
  })
  .prefault({});
