import { secret } from '@collegial/connector-kit';
import * as z from 'zod';

const day = () => z.iso.date();

/** How results of an aspect (Wonde's word for a column of results) are read. */
export const AspectSetting = z.strictObject({
  /** Name of the aspect as the school wrote it; `*` stands for any text, for example `GCSE Mathematics *`. */
  name: z.string().min(1),
  /** Id of a grade scheme of `@collegial/model`, for example `gcse-9-1`. */
  gradeScheme: z.string().min(1),
  /** What the results are; default `result`. */
  kind: z.enum(['result', 'target', 'prediction', 'baseline']).default('result'),
  /** Qualification or test that the results belong to. */
  qualificationId: z.string().min(1).optional(),
});
export type AspectSetting = z.infer<typeof AspectSetting>;

/** Settings of the Wonde connector. */
export const WondeConfig = z.strictObject({
  /** Token of the application at Wonde. */
  token: secret().describe('Token of the application, from the Wonde dashboard'),
  /** Base URL with the domain of the region of the schools; default the United Kingdom and the rest of the world. */
  baseUrl: z.url().default('https://api.wonde.com/v1.0').describe('Base URL of the region of the schools'),
  /** Wonde ids of the schools to read, for example `A1930499544`; absent: every school that the token can see. */
  schools: z
    .array(z.string().regex(/^[\w-]{1,64}$/))
    .min(1)
    .optional()
    .describe('Wonde ids of the schools; empty: all that the token can see'),
  /** First and last day of attendance to read, both included; absent: all there is. */
  attendance: z.strictObject({ from: day().optional(), to: day().optional() }).prefault({}),
  /** Rows to ask for per page; a server that gives fewer is followed all the same. */
  perPage: z.int().min(1).max(1000).default(200),
  /**
   * Hours by which an incremental read reaches back behind the last one: it covers clocks and time zones, which the
   * `updated_after` filter does not name.
   */
  overlapHours: z.int().min(0).max(720).default(24),
  /** Asks for the contracts of employees, from which appointments get role, kind and FTE; `false` where they are not granted. */
  contracts: z.boolean().default(true),
  /** How results are read, by the name of their aspect; results of other aspects are counted and passed over. */
  aspects: z.array(AspectSetting).default([]),
});

/** Settings of the Wonde connector, checked. */
export type WondeConfig = z.output<typeof WondeConfig>;
