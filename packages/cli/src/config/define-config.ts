import type { AnySource } from '@collegial/connector-kit';
import type { IndicatorDefinition } from '@collegial/indicators';
import type { Audience } from '@collegial/model';

/** What `collegial.config.ts` says. */
export interface CollegialConfig {
  /** File of the store, relative to the configuration; made when it does not exist. */
  readonly store: string;
  /** Where the data come from, in the order in which they are read. */
  readonly sources: readonly AnySource[];
  /**
   * Key for pseudonyms: at least 16 bytes in base64, or a function that fetches it. Default: the environment variable
   * `COLLEGIAL_KEY`. Needed as soon as a source holds people. Changing it means a full sync into a new store.
   */
  readonly key?: string | (() => string | Promise<string>);
  /** What `collegial publish` writes. */
  readonly release?: {
    /** Directory of the editions, relative to the configuration; default `release`. */
    readonly directory?: string;
    /** Title of the editions; default `Collegial`. */
    readonly title?: string;
    /** Who the editions are for; default `own` and `group`. */
    readonly audiences?: readonly Audience[];
    /** Smallest number of people that partner schools may see; default 10, at least 5. */
    readonly threshold?: number;
  };
  /** Your own indicators, besides those of the catalogue. */
  readonly indicators?: readonly IndicatorDefinition[];
}

/**
 * Types the configuration in `collegial.config.ts`; returns it unchanged.
 *
 * @example
 * ```ts
 * import { activities } from '@collegial/connector-activities';
 * import { defineConfig } from 'collegial';
 *
 * export default defineConfig({
 *   store: 'collegial.duckdb',
 *   sources: [activities({ activities: 'activities.csv' })],
 * });
 * ```
 */
export function defineConfig(config: CollegialConfig): CollegialConfig {
  return config;
}
