export { type ProbeOptions, type ProbeResult, probe } from './probe.ts';
export { sync } from './sync.ts';
export type { SyncOptions, SyncProgress } from './sync-options.ts';
export type {
  Counts,
  FailureReport,
  QuarantineReason,
  StreamReport,
  SyncReport,
  UnmappedCode,
} from './sync-report.ts';
