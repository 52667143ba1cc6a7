import { gradeSchemes } from '@collegial/model';
import * as z from 'zod';

const code = () => z.string().regex(/^[A-Za-z0-9]{1,8}$/, 'write the code as it stands in the file');

/** How one kind of assessment in the files is read, beside the kinds that the connector knows. */
export const AssessmentSettings = z.strictObject({
  /** Codes as in the file, for example `KS2`, `ENG`, `TT`, `REA`, `SS`. */
  stage: code(),
  subject: code(),
  method: code(),
  component: code(),
  /** Default: any. */
  qualifier: code().optional(),
  /** Id of a grade scheme, for example `ks2-scaled-score`. */
  gradeScheme: z.string().refine((id) => gradeSchemes.some((scheme) => scheme.id === id), {
    message: `use one of ${gradeSchemes.map(({ id }) => id).join(', ')}`,
  }),
  /** Id under which the results are kept; default none. */
  qualificationId: z.string().min(1).optional(),
});

/** Settings of the connector. */
export const CtfConfig = z.strictObject({
  /** Folder with the files; every `.xml` and `.zip` in it and below is looked at. */
  folder: z.string().min(1).optional(),
  /** Files by path: transfer files, or zip archives of them. */
  files: z.array(z.string().min(1)).default([]),
  /** URNs of schools by their DfE number (authority and establishment, `3801234`), where the files do not give them. */
  urns: z
    .record(
      z.string().regex(/^\d{7}$/, 'write the DfE number as 3801234'),
      z.string().regex(/^\d{5,7}$/, 'write the URN as digits'),
    )
    .default({}),
  /** Kinds of assessment that the connector does not know, or that are to be read in another way. */
  assessments: z.array(AssessmentSettings).default([]),
});
export type CtfConfig = z.output<typeof CtfConfig>;
