import { secret } from '@collegial/connector-kit';
import * as z from 'zod';
import { DescriptorAdditions } from './descriptors/additions.ts';

/** How scores of an assessment are read. */
export const AssessmentSetting = z.strictObject({
  /** `assessmentIdentifier` of the assessment. */
  identifier: z.string().min(1),
  /** Namespace of the assessment; absent: any. */
  namespace: z.string().min(1).optional(),
  /** Value of `assessmentReportingMethodDescriptor`, for example `Scale score`; absent: the first score. */
  reportingMethod: z.string().min(1).optional(),
  /** Id of a grade scheme: one of `@collegial/model`, or a name of your own, whose grades have no points. */
  gradeScheme: z.string().min(1),
  /** What the scores are; default `result`. */
  kind: z.enum(['result', 'target', 'prediction', 'baseline']).default('result'),
  /** Qualification or test that the scores belong to. */
  qualificationId: z.string().min(1).optional(),
});
export type AssessmentSetting = z.infer<typeof AssessmentSetting>;

/** Settings of the Ed-Fi connector. */
export const EdfiConfig = z.strictObject({
  /** URL of the API's root, which answers with its version and URLs; with tenant and school year where the installation has them in its path. */
  baseUrl: z.url().describe('URL of the root of the API, with tenant and school year where it has them'),
  /** Key of the vendor's application. */
  clientId: z.string().min(1).describe('Key of the application, from the Ed-Fi administration'),
  /** Secret of the vendor's application. */
  clientSecret: secret().describe('Secret of the application'),
  /** How key and secret are sent to the token endpoint; default in the `Authorization` header. */
  tokenStyle: z.enum(['basic', 'body']).default('basic'),
  /** Jurisdiction of the organisations, ISO 3166-2, for example `US-TX`. */
  jurisdiction: z
    .string()
    .regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/)
    .default('US')
    .describe('Jurisdiction of the schools, for example US-TX'),
  /**
   * Who gives out `studentUniqueId` and `staffUniqueId`, for example `US-TX`: within it, they link the records of one person at several
   * sources. Absent: they are used for nothing.
   */
  uniqueIdAuthority: z.string().min(1).max(60).optional(),
  /** Rows to ask for per page, at most 500; a server that gives fewer is followed all the same. */
  pageSize: z.int().min(1).max(500).default(500),
  /** `auto`: by cursor from ODS/API 7.3 on, else by offset, from the end of the list to its beginning. */
  paging: z.enum(['auto', 'cursor', 'offset']).default('auto'),
  /** Reads from the newest snapshot of the data (`Use-Snapshot`), where the installation makes them. */
  useSnapshot: z.boolean().default(false),
  /**
   * How many change versions an incremental read reaches back behind the last one: transactions may become visible in another order than
   * their versions were given.
   */
  overlap: z.int().min(0).max(10_000_000).default(1000),
  /** `exitWithdrawDate` is the last day on roll, or the first day that is not; states differ. */
  exitDate: z.enum(['last-day', 'day-after']).default('last-day'),
  /** Where a school keeps several calendars that differ: codes of the one that holds, in order of preference. */
  calendarCodes: z.array(z.string().min(1)).default([]),
  /** Meanings of descriptor values beyond those that the connector knows. */
  descriptors: DescriptorAdditions,
  /** Assessments to read; scores of others are counted and passed over. */
  assessments: z.array(AssessmentSetting).default([]),
  /** Grades of sections: the scheme of `letterGradeEarned` (or else `numericGradeEarned`); absent: not read. */
  grades: z
    .strictObject({
      gradeScheme: z.string().min(1),
      /** Values of `gradeTypeDescriptor` to read; default final grades. */
      types: z.array(z.string().min(1)).default(['Final']),
    })
    .optional(),
});

/** Settings of the Ed-Fi connector, checked. */
export type EdfiConfig = z.output<typeof EdfiConfig>;
