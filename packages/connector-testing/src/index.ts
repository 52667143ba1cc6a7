export type { Cassette, CassetteEntry } from './cassette/cassette.ts';
export { type Recorder, type RecordOptions, recordCassette } from './cassette/record-cassette.ts';
export type { Redact } from './cassette/redactor.ts';
export { type Replay, type ReplayOptions, replayCassette } from './cassette/replay-cassette.ts';
export type { ConformanceOptions } from './conformance-options.ts';
export {
  createFaultPlan,
  type Fault,
  type FaultKind,
  type FaultPlan,
  type FaultPlanOptions,
  faultKinds,
  type StoreFault,
  type StoreFaultKind,
  type StoreOperation,
  storeFaultKinds,
} from './faults/fault-plan.ts';
export { type FaultyFetch, type FaultyFetchOptions, faultyFetch } from './faults/faulty-fetch.ts';
export { type FaultyTargetOptions, faultyTarget } from './faults/faulty-target.ts';
export { MemoryTarget } from './memory-target.ts';
export { createRandom, type Random } from './random.ts';
export { type CheckResult, type ConformanceReport, renderConformance } from './run/conformance-report.ts';
export { runConformance } from './run/run-conformance.ts';
export { testConnector } from './run/test-connector.ts';
export type { Facts } from './suite.ts';
export { type SuiteName, suiteNames } from './suite-names.ts';
export { createTestClock, type TestClock } from './test-clock.ts';
export type { Conditions, Handler, MakeWorld, RecordCounts, World } from './world.ts';
