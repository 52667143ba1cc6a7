import type { Breakdown, IndicatorDefinition } from '@collegial/indicators';
import type { Audience, EditionManifest, Scope } from '@collegial/model';
import type { QueryEngine } from '@collegial/query';
import type { Policy } from './policy.ts';

/** How far publishing has come. */
export interface PublishProgress {
  readonly phase: 'evaluate' | 'protect' | 'write';
  readonly done: number;
  /** `undefined` while not known. */
  readonly total: number | undefined;
}

/** What {@link publish} takes. */
export interface PublishOptions {
  readonly engine: QueryEngine;
  /** Directory that holds the editions; made when absent. */
  readonly to: string;
  readonly audiences: readonly Audience[];
  /** Title of the edition. */
  readonly title: string;
  /** Ids of the catalogue, or definitions of your own. Default: the whole catalogue. */
  readonly indicators?: readonly (string | IndicatorDefinition)[];
  /** Default: `createPolicy()`. */
  readonly policy?: Policy;
  /** Academic years as `2023/24`. Default: those with data. */
  readonly periods?: readonly string[];
  /** Characteristics to break figures about students down by, where an indicator allows. Default: none. */
  readonly by?: readonly Breakdown[];
  /** Scopes to publish about; `school:*` stands for each. Default: every one with data. */
  readonly scopes?: readonly (Scope | string)[];
  /** Moment of publication. Default: now. The same data at the same moment gives the same bytes. */
  readonly now?: Date;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: PublishProgress) => void;
}

/** What was published. */
export interface Published {
  /** Folder of the edition. */
  readonly path: string;
  readonly manifest: EditionManifest;
  /** Groups without a document, because no sharing agreement covers those that take part. */
  readonly groupsWithoutAgreement: readonly string[];
  /** Indicators that were asked for and are in no document, because they cannot be protected yet, and why. */
  readonly notPublished: readonly { readonly indicator: string; readonly reason: string }[];
}
