import * as z from 'zod';
import { defineEntity } from '../entity/entity.ts';
import { day, optional, text, whole } from '../entity/fields.ts';
import { LinkKey, RecordId, StudentId } from '../ids.ts';

/** A student, pseudonymous: no name, no address, no day of birth. */
export const Student = defineEntity({
  name: 'Student',
  table: 'student',
  description: 'A student at one source, pseudonymous.',
  key: ['id'],
  personal: true,
  schema: z.strictObject({
    id: StudentId,
    /**
     * The same for the same person at every school: the pseudonym of a permanent national number, such as `identity.pseudonym('upn', upn)`. `null` without one, and for
     * temporary numbers, which are given to others later.
     */
    linkKey: optional(LinkKey),
    sex: optional(z.enum(['F', 'M', 'X'])),
    birthYear: optional(whole()),
    birthMonth: optional(z.int().min(1).max(12).meta({ sqlType: 'UTINYINT' })),
  }),
});
export type Student = z.infer<typeof Student.schema>;

/** A characteristic of a student from and to a day. */
export const StudentCharacteristic = defineEntity({
  name: 'StudentCharacteristic',
  table: 'student_characteristic',
  description: 'A dated characteristic of a student, such as eligibility for free school meals.',
  key: ['id'],
  personal: true,
  schema: z.strictObject({
    id: RecordId,
    studentId: StudentId,
    /**
     * `disadvantaged`, `free-school-meals`, `looked-after`, `first-language-other`: value `yes` or `no` ·
     * `sen`: `none`, `support`, `plan` · `ethnicity`, `language`: the code of the jurisdiction's code set ·
     * `year-group`: the national curriculum year.
     */
    kind: z.enum([
      'disadvantaged',
      'free-school-meals',
      'looked-after',
      'sen',
      'first-language-other',
      'ethnicity',
      'language',
      'year-group',
    ]),
    value: text(),
    validFrom: optional(day()),
    validTo: optional(day()),
  }),
});
export type StudentCharacteristic = z.infer<typeof StudentCharacteristic.schema>;
