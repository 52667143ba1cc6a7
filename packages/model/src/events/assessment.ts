import * as z from 'zod';
import { defineEntity } from '../entity/entity.ts';
import { day, decimal, optional, text } from '../entity/fields.ts';
import { OrganisationId, QualificationId, RecordId, StudentId, SubjectId } from '../ids.ts';

/** A result, target, prediction or baseline of a student. */
export const Assessment = defineEntity({
  name: 'Assessment',
  table: 'assessment',
  description: 'A result, target, prediction or baseline of a student in one subject or test.',
  key: ['id'],
  personal: true,
  schema: z.strictObject({
    id: RecordId,
    studentId: StudentId,
    organisationId: OrganisationId,
    kind: z.enum(['result', 'target', 'prediction', 'baseline']),
    qualificationId: optional(QualificationId),
    subjectId: optional(SubjectId),
    /** Id of a grade scheme of this package, for example `gcse-9-1`. */
    gradeScheme: text(),
    /** As written on the result, for example `7` or `A*`; for scaled scores the number. */
    grade: text(),
    /** Points on the scheme's own scale; `null` when the grade is not one of the scheme: kept and counted. */
    points: optional(decimal()),
    takenOn: day(),
  }),
});
export type Assessment = z.infer<typeof Assessment.schema>;

/** A qualification or test, with what it counts for. */
export const Qualification = defineEntity({
  name: 'Qualification',
  table: 'qualification',
  description: 'A qualification with its size, slot and discount code.',
  key: ['id'],
  personal: false,
  schema: z.strictObject({
    id: QualificationId,
    title: text(),
    /** Id of its grade scheme. */
    gradeScheme: text(),
    /** Size in GCSEs: 1 for a GCSE, 2 for a double award. */
    size: z.int().min(0).max(8).meta({ sqlType: 'UTINYINT' }),
    /** Which slot of Attainment 8 it may fill. */
    slot: z.enum(['english-language', 'english-literature', 'mathematics', 'ebacc', 'open', 'none']),
    /** Of several results with one discount code, only one counts. */
    discountCode: optional(text()),
    subject: optional(text()),
  }),
});
export type Qualification = z.infer<typeof Qualification.schema>;
