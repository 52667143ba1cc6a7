import type { CodeSet } from './code-set.ts';
import { englandAttendanceCodes } from './england/attendance-codes.ts';
import { englandEnrolmentStatusCodes } from './england/enrolment-status-codes.ts';
import { englandEthnicityCodes } from './england/ethnicity-codes.ts';
import { englandExclusionReasonCodes } from './england/exclusion-reason-codes.ts';
import { englandExclusionTypeCodes } from './england/exclusion-type-codes.ts';
import { englandLanguageCodes } from './england/language-codes.ts';
import { englandSenProvisionCodes } from './england/sen-provision-codes.ts';
import { englandSenTypeCodes } from './england/sen-type-codes.ts';

/** Every code set of this package. The id says jurisdiction and subject: `gb-eng/attendance`. */
export const codeSets: readonly CodeSet[] = [
  englandAttendanceCodes,
  englandEnrolmentStatusCodes,
  englandEthnicityCodes,
  englandExclusionReasonCodes,
  englandExclusionTypeCodes,
  englandLanguageCodes,
  englandSenProvisionCodes,
  englandSenTypeCodes,
];

/**
 * The code set with an id, or `undefined` when there is none.
 *
 * @param id jurisdiction and subject, for example `gb-eng/attendance`
 *
 * @example
 * ```ts
 * import { codeSet } from '@collegial/model';
 *
 * codeSet('gb-eng/sen-provision')?.lookup('K', '2024-01-18')?.meaning; // 'support'
 * codeSet('gb-wls/attendance'); // undefined
 * ```
 */
export function codeSet(id: string): CodeSet | undefined {
  return codeSets.find((set) => set.id === id);
}
