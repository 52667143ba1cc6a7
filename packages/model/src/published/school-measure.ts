import * as z from 'zod';
import { defineEntity } from '../entity/entity.ts';
import { academicYear, day, decimal, optional, text } from '../entity/fields.ts';
import { OrganisationId } from '../ids.ts';

/** A figure that an official body published about one organisation in one year. */
export const SchoolMeasure = defineEntity({
  name: 'SchoolMeasure',
  table: 'school_measure',
  description: 'A published figure about one organisation: a value, or a symbol where none was published.',
  key: ['organisationId', 'academicYear', 'measure', 'subgroup', 'publication'],
  personal: false,
  schema: z.strictObject({
    organisationId: OrganisationId,
    academicYear: academicYear(),
    /** Id of the measure, for example `attainment-8`, `progress-8`, `absence-rate`. */
    measure: text(),
    /** Students it is about: `all`, `disadvantaged`, `girls`, … */
    subgroup: z.string().min(1).max(60).default('all'),
    /** File and edition it came from, for example `ks4-provisional`. */
    publication: text(),
    value: optional(decimal()),
    /** Number of students behind the value, where published. */
    denominator: optional(decimal()),
    /** Lower and upper limit of the published interval. */
    lower: optional(decimal()),
    upper: optional(decimal()),
    /** Symbol in place of a value, as published: `SUPP`, `NE`, `NP`, `LOWCOV`, `NA`. */
    symbol: optional(z.string().min(1).max(20)),
    publishedOn: optional(day()),
  }),
});
export type SchoolMeasure = z.infer<typeof SchoolMeasure.schema>;
