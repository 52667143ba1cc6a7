import type { SuiteName } from './suite-names.ts';
import type { Trial } from './trial.ts';

/** Numbers worth telling in the report. */
export type Facts = Readonly<Record<string, number | string>>;

/** One thing that a suite shows. */
export interface Check {
  readonly name: string;
  /** Only for connectors that ask a server. */
  readonly server?: boolean;
  /** Only for connectors of files. */
  readonly files?: boolean;
  /** `false`: it looks at the definition or the README alone, and has something to say of a connector that cannot be read, too. */
  readonly reads?: false;
  /** Throws when it does not hold. */
  // biome-ignore lint/suspicious/noConfusingVoidType: most checks have nothing to tell
  run(trial: Trial): Promise<Facts | void>;
}

/** A named group of checks. */
export interface Suite {
  readonly name: SuiteName;
  readonly checks: readonly Check[];
}
