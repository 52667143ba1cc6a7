import type { EntityInput } from '@collegial/model';
import * as z from 'zod';

/** Name of a kind of identifier, for example `urn`, `nces`, `upn`. */
const scheme = () => z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

/** What a role means here: a student, a post of that kind, or nobody of the school. */
export const RoleMeaning = z.enum([
  'student',
  'head',
  'senior-leader',
  'middle-leader',
  'teacher',
  'support',
  'other',
  'none',
]);
export type RoleMeaning = z.infer<typeof RoleMeaning>;

type Kind = EntityInput<'StudentCharacteristic'>['kind'];
const kinds = [
  'disadvantaged',
  'free-school-meals',
  'looked-after',
  'sen',
  'first-language-other',
  'ethnicity',
  'language',
] as const satisfies readonly Kind[];

/** Where the number of a person that is the same at every school stands in a user. */
export const NationalIdentifier = z.strictObject({
  /** The field; `userIds`: the entry whose type is `type`. */
  from: z.enum(['userIds', 'identifier', 'userMasterIdentifier']),
  /** Type of the entry of `userIds`, whatever its case, for example `UPN`. */
  type: z.string().min(1).max(100).optional(),
  /**
   * What the number is. People meet across sources under the same kind: `upn` and `trn` are those of the other connectors, and are checked for
   * their form; others are taken in upper case without white space.
   */
  kind: scheme(),
});
export type NationalIdentifier = z.infer<typeof NationalIdentifier>;

/** An extension in `metadata` of users or demographics that is a characteristic of a student. */
export const MetadataCharacteristic = z.strictObject({
  /** Key in `metadata`, for example `freeMeals`; the user's own counts before that of the demographics. */
  key: z.string().min(1).max(200),
  kind: z.enum(kinds),
  /**
   * Values of the server and what they mean, for example `{ IEP: 'plan' }`. Without it, words for yes and no are known, and `ethnicity` and
   * `language` are taken as they are; every other value is counted as unmapped and left out.
   */
  values: z.record(z.string(), z.string().min(1).max(500)).optional(),
});
export type MetadataCharacteristic = z.infer<typeof MetadataCharacteristic>;

/** How results of some line items are read; the first that fits counts. `*` in a title stands for any text. */
export const ResultRule = z.strictObject({
  /** Title of the line item; absent: any. */
  lineItem: z.string().min(1).optional(),
  /** Title of its category; absent: any. */
  category: z.string().min(1).optional(),
  /** Id of a grade scheme of `@collegial/model`, for example `gcse-9-1`. */
  gradeScheme: z.string().min(1),
  kind: z.enum(['result', 'target', 'prediction', 'baseline']).default('result'),
  qualificationId: z.string().min(1).optional(),
});
export type ResultRule = z.infer<typeof ResultRule>;

/**
 * Settings that decide what rows of OneRoster mean, whether they come over HTTP or in files: spread them into the settings of a connector.
 */
export const mappingSettings = {
  /** Where the schools are: ISO 3166, for example `US-CA` or `GB-ENG`. OneRoster does not say. */
  jurisdiction: z
    .string()
    .regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/)
    .describe('Where the schools are, for example US-CA or GB-ENG'),
  /** What the `identifier` of a school and of a district is, for example `urn` or `nces`; absent: ids are those of the source alone. */
  organisationIdentifiers: z
    .strictObject({ school: scheme().optional(), district: scheme().optional() })
    .prefault({}),
  /** What a district is: an authority (default), in England usually a trust. */
  districtKind: z.enum(['authority', 'trust', 'federation', 'other']).default('authority'),
  /** National number of students, by which the same person at several sources is one; absent: nobody is linked. */
  studentIdentifier: NationalIdentifier.optional(),
  /** National number of staff. */
  staffIdentifier: NationalIdentifier.optional(),
  /** What roles mean that the standard does not know or leaves open, for example `{ 'ext:headOfYear': 'middle-leader' }`. */
  roles: z.record(z.string(), RoleMeaning).default({}),
  /** Extensions that are characteristics of students. */
  characteristics: z.array(MetadataCharacteristic).default([]),
  /** How results are read; results that no rule fits keep the range or scale of their line item as a scheme of their own. */
  results: z.array(ResultRule).default([]),
  /** First day of roles for which none is given, as always in 1.1; absent: the first day of the present school year. */
  rollFrom: z.iso.date().optional(),
  /** Month in which the school year starts; default 9 in England, Wales and Northern Ireland, otherwise 8. */
  yearStarts: z.int().min(1).max(12).optional(),
  /** Whether the end of a session, role or enrolment is the first day after it (`excluded`, as the standard says; default) or its last day. */
  endDates: z.enum(['excluded', 'included']).default('excluded'),
} as const;

/** The settings of {@link mappingSettings}, checked. */
export type MappingSettings = z.output<z.ZodObject<typeof mappingSettings>>;

/** Month in which the school year starts. */
export function yearStartsIn({
  jurisdiction,
  yearStarts,
}: Pick<MappingSettings, 'jurisdiction' | 'yearStarts'>): number {
  return yearStarts ?? (/^GB-(ENG|WLS|NIR)$/.test(jurisdiction) ? 9 : 8);
}
