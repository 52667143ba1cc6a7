import type { LedgerEntry, PairLevel } from './collaboration.ts';
import type { GroupProfile } from './group-profile.ts';
import type { AreaSpread, ResultFlag, Subgroup } from './indicator-result.ts';
import type { Scope } from './scope.ts';

/** Version of the documents' shape; readers accept this one and the one before. */
export const editionSchemaVersion = 2;

/** Who may read a document. */
export type Audience = 'own' | 'group' | 'public';

/** A figure as published: never with its exact state. */
export interface PublishedFigure {
  readonly indicator: string;
  readonly version: number;
  readonly subgroup: Subgroup | null;
  readonly period: string;
  /** `null` when suppressed or not available; `symbol` then says why. */
  readonly value: number | null;
  readonly interval: { readonly lower: number; readonly upper: number } | null;
  /** How far the schools behind it are apart; only in public documents, `null` elsewhere. */
  readonly spread: AreaSpread | null;
  /** Number of people behind it, as protected for the audience; `null` when hidden. */
  readonly units: number | null;
  /** `c` confidential, `z` not applicable, `x` not available. */
  readonly symbol: 'c' | 'z' | 'x' | null;
  readonly flags: readonly ResultFlag[];
}

/** The figures of one school inside the document of a group or area. */
export interface SchoolFigures {
  readonly school: { readonly id: string; readonly name: string };
  readonly figures: readonly PublishedFigure[];
}

/** What a reader needs to know of an indicator to show it. */
export interface IndicatorCard {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly meaning: string;
  readonly caution: string;
  readonly dimension: string;
  readonly kind: 'ratio' | 'mean' | 'gap' | 'area' | 'model';
  readonly unit: 'proportion' | 'rate-per-100' | 'points' | 'grades' | 'spread' | 'value';
  readonly better: 'higher' | 'lower' | 'neither';
  readonly sources: readonly string[];
}

/** One document of an edition: everything that one audience may read about one scope. */
export interface EditionDocument {
  readonly schemaVersion: number;
  readonly audience: Audience;
  readonly scope: Scope;
  readonly title: string;
  readonly periods: readonly string[];
  readonly indicators: readonly IndicatorCard[];
  /** Figures of the scope as a whole. */
  readonly figures: readonly PublishedFigure[];
  /** Figures of its schools, where the audience may see them. */
  readonly members: readonly SchoolFigures[];
  /** Collaboration inside the scope; `null` where no agreement covers it. */
  readonly collaboration: {
    /** Every school that ledger or pairs name, by id. */
    readonly schools: readonly { readonly id: string; readonly name: string }[];
    readonly ledger: readonly LedgerEntry[];
    readonly pairs: readonly PairLevel[];
    /** The profile of the group in each period; absent in documents about one school, and in editions from before there were profiles. */
    readonly profiles?: readonly GroupProfile[] | undefined;
  } | null;
  /** What was hidden and by which rule, as counts. */
  readonly protection: { readonly rule: string; readonly figures: number; readonly suppressed: number };
  /** Statements that a reader must see: as-of dates, coverage, weights. */
  readonly notes: readonly string[];
}

/** The manifest of an edition. */
export interface EditionManifest {
  readonly schemaVersion: number;
  readonly edition: string;
  readonly title: string;
  /** Id of the data that was read. */
  readonly snapshot: string;
  /** Moment of publication, ISO 8601 with zone. */
  readonly publishedAt: string;
  readonly policy: { readonly version: number; readonly threshold: number };
  readonly documents: readonly {
    readonly audience: Audience;
    readonly scope: Scope;
    readonly title: string;
    /** File below the edition, named by its content. */
    readonly file: string;
    /** SHA-256 of the uncompressed JSON, hexadecimal. */
    readonly sha256: string;
    readonly bytes: number;
  }[];
}
