import { defineCodeSet } from '../code-set.ts';

/** What was done: a suspension ends, a permanent exclusion does not, a lunchtime exclusion is for the lunch break. */
export type ExclusionKind = 'suspension' | 'permanent' | 'lunchtime';

/**
 * Types of exclusion in England. A fixed-period exclusion has been called a suspension since 2021/22; `SUSP` has no first
 * day because vendors renamed the older records too.
 */
export const englandExclusionTypeCodes = defineCodeSet<ExclusionKind>({
  id: 'gb-eng/exclusion-type',
  jurisdiction: 'GB-ENG',
  title: 'Exclusion types, England',
  source: 'DfE, Common Basic Data Set (May 2026); last day of FIXD not verified',
  entries: [
    { code: 'SUSP', label: 'Suspension', meaning: 'suspension' },
    { code: 'FIXD', label: 'Fixed-period exclusion', validTo: '2021-08-31', meaning: 'suspension' },
    { code: 'PERM', label: 'Permanent exclusion', meaning: 'permanent' },
    { code: 'LNCH', label: 'Lunchtime exclusion', meaning: 'lunchtime' },
  ],
});
