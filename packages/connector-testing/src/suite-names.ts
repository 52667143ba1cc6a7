/** The suites, in the order in which they run. */
export const suiteNames = [
  'contract',
  'paging',
  'incremental-equals-full',
  'resume-equals-uninterrupted',
  'delete-safety',
  'faults',
  'rate-limits',
  'leniency',
  'secrets',
  'readme',
] as const;

export type SuiteName = (typeof suiteNames)[number];
