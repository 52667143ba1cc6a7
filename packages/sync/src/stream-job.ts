import type { AnyStream, HttpClient, Logger } from '@collegial/connector-kit';
import type { LoadTarget } from '@collegial/model';
import type { SyncOptions } from './sync-options.ts';
import type { WitnessedIdentity } from './witness-identity.ts';

/** What one stream needs of its sync. */
export interface StreamJob {
  readonly source: string;
  readonly name: string;
  // biome-ignore lint/suspicious/noExplicitAny: a stream of any connector, whose configuration is its own
  readonly stream: AnyStream<any>;
  readonly config: unknown;
  /** See {@link scopeOf}. */
  readonly scope: string | undefined;
  readonly target: LoadTarget;
  readonly identity: WitnessedIdentity;
  /** Throws what is wrong with the connector's settings. */
  readonly http: () => HttpClient;
  readonly logger: Logger;
  readonly now: () => number;
  readonly signal: AbortSignal;
  readonly full: boolean;
  readonly batchSize: number;
  readonly commitInterval: number;
  readonly maxDeletedShare: number;
  readonly onProgress: SyncOptions['onProgress'];
}
