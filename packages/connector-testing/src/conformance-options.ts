import type { SuiteName } from './suite-names.ts';
import type { MakeWorld } from './world.ts';

/** Options of `testConnector` and `runConformance`. */
export interface ConformanceOptions {
  /** Name of the connector in tests and reports. */
  readonly name: string;
  readonly world: MakeWorld;
  /** URL or path of the connector's README. */
  readonly readme?: string | URL;
  /** Suites to run; default all. Those left out are reported as left out. */
  readonly suites?: readonly SuiteName[];
  /** Why a suite, or one check as `suite/check`, is passed over. */
  readonly skip?: Readonly<Record<string, string>>;
  /**
   * Fields whose ids may name records that the source does not hold, as `Enrolment.destinationId`, each with the reason. Fields that name an entity
   * of which the connector has no stream need not be given.
   */
  readonly elsewhere?: Readonly<Record<string, string>>;
  /** Number of fault plans; default the environment's `COLLEGIAL_FAULT_PLANS`, or 200. */
  readonly plans?: number;
  /** Seed of the first plan and of other choices; default the environment's `COLLEGIAL_SEED`, or 1. */
  readonly seed?: number;
  /** ISO 8601 instant at which each world's clock starts; default `2024-09-02T06:00:00Z`. */
  readonly startsAt?: string;
  /** Folder for the report; default `reports`; `false`: none is written. */
  readonly reports?: string | false;
}
