export { sync } from './sync.ts';
export type { SyncOptions, SyncProgress } from './sync-options.ts';
export type { Counts, FailureReport, QuarantineReason, StreamReport, SyncReport } from './sync-report.ts';
