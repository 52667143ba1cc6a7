import { lenient } from '@collegial/connector-kit';
import * as z from 'zod';
import type { CtfFile } from './ctf-file.ts';

const text = lenient.text();
const code = z.preprocess(
  (value) => (typeof value === 'string' ? value.trim().toUpperCase() : value),
  z.string().regex(/^[A-Z0-9]{1,8}$/),
) as z.ZodType<string>;

/** A school in the history of a pupil. */
export const WireSchool = lenient.object(
  {},
  {
    LEA: text,
    Estab: text,
    URN: text,
    SchoolName: text,
    EntryDate: lenient.day(),
    LeavingDate: lenient.day(),
    LeavingReason: code,
  },
);
export type WireSchool = z.output<typeof WireSchool>;

/** One result of a key stage. */
export const WireAssessment = lenient.object(
  {},
  {
    Stage: code,
    Locale: code,
    Year: text,
    Subject: code,
    Method: code,
    Component: code,
    ResultStatus: code,
    ResultQualifier: code,
    Result: text,
    ResultDate: lenient.day(),
  },
);
export type WireAssessment = z.output<typeof WireAssessment>;

const pupilFields = {
  UPN: text,
  FormerUPN: text,
  DOB: lenient.day(),
  Sex: code,
  Gender: code,
  NCyearActual: code,
  EnrolStatus: code,
  Ethnicity: code,
  Languages: lenient.list(lenient.object({}, { LanguageType: code, Language: code })),
  FSMinstances: lenient.list(lenient.object({}, { FSMstartDate: lenient.day(), FSMendDate: lenient.day() })),
  SENs: lenient.list(lenient.object({}, { StartDate: lenient.day(), SENprovision: code })),
  InCare: lenient.word(['true', 'false', '1', '0', 'Y', 'N']),
  Assessments: lenient.list(WireAssessment),
  Schools: lenient.list(WireSchool),
  AttendanceYears: z.number() as z.ZodType<number>,
};

const origin = {
  file: z.custom<CtfFile>((value) => typeof value === 'object' && value !== null),
  /** The number that the person has now, where it has another by a newer file. */
  person: z.string().optional(),
  /** Other numbers that the person had. */
  formerly: z.array(z.string()),
};

/** A pupil of a file: only what is read, so that a name or an address never goes further than the parser. */
export const WirePupil = z.intersection(z.object(origin), lenient.object({}, pupilFields));
export type WirePupil = z.output<typeof WirePupil>;

/** A school that the files name. */
export const WireOrganisation = z.object({
  number: z.string().optional(),
  urn: z.string().optional(),
  name: z.string().optional(),
});
export type WireOrganisation = z.output<typeof WireOrganisation>;

/** Stands for something that is not read, with the reason. */
export const Aside = z.object({ passedOver: z.string() });
export type Aside = z.output<typeof Aside>;
