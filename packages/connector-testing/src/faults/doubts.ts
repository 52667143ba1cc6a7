import type { StreamReport, SyncReport } from '@collegial/sync';
import type { Reference, Trial } from '../trial.ts';

/** Faults that look like a proper answer: without a total or a link, no client can notice them. */
const hidden = new Set([
  'false empty page',
  'duplicate page',
  'reordered page',
  'cursor loop',
  'failure with status 200',
  'schema drift',
  'wrong content type',
]);

/** What is known, from the reports alone, about what may be missing. */
export interface Doubts {
  fault(kind: string): void;
  after(report: SyncReport): void;
  /** Whether the reports so far promise that every record of an entity is there as the source has it. */
  mustBeWhole(entity: string, report: SyncReport): boolean;
  /**
   * Whether records of an entity that the source has may have gone in the last run. Told to be gone: when a fault that no client can notice struck, for
   * example the list in which a leaver is met again, or when the stream broke off before that list, and says so. By their absence: only when such faults
   * struck two reads of a source without a total, since what a read does not meet is kept until a second one does not meet it either.
   */
  mayBeHidden(entity: string): boolean;
  /** Whether any report left a doubt that only a full sync ends. */
  readonly any: boolean;
  /** Whether rows came with other fields than the source has. */
  readonly drifted: boolean;
  /** Whether files were spoiled. */
  readonly files: boolean;
}

/** Keeps the doubts of one plan. */
export function createDoubts(trial: Trial): Doubts {
  const doubtful = new Set<string>();
  const happened = new Set<string>();
  /** By stream: the reads, by the id of their run, during which a hidden fault struck. */
  const struckReads = new Map<string, Set<string>>();
  let strikes = false;
  let latest: readonly StreamReport[] = [];
  let reference: Reference | undefined;
  void trial.reference().then((known) => {
    reference = known;
  });
  /** Whether the source gives what completeness is verified by, when nothing goes wrong. */
  const verifies = (stream: string) =>
    reference?.report.streams.find((one) => one.stream === stream)?.completeness === 'verified';
  const leavesDoubt = (stream: StreamReport): boolean => {
    const { quarantined, drift, completeness, status } = stream;
    // A stream that was not read to its end goes on where it stopped, which is no doubt.
    if (status !== 'complete') return quarantined > 0;
    if (quarantined > 0 || Object.keys(drift).length > 0) return true;
    if (completeness === 'verified') return false;
    return verifies(stream.stream) || [...happened].some((kind) => hidden.has(kind));
  };
  return {
    fault(kind) {
      happened.add(kind);
      strikes ||= hidden.has(kind);
    },
    after(report) {
      latest = report.streams;
      if (strikes)
        for (const { stream, run } of report.streams)
          struckReads.set(stream, new Set([...(struckReads.get(stream) ?? []), run]));
      strikes = false;
      // A fault that a client can notice is no excuse for an end in doubt.
      if (![...happened].some((kind) => hidden.has(kind) || kind === 'files')) return;
      for (const stream of report.streams) if (leavesDoubt(stream)) doubtful.add(stream.entity);
    },
    mustBeWhole(entity, report) {
      if (happened.has('schema drift') || happened.has('files') || doubtful.has(entity)) return false;
      const streams = report.streams.filter((stream) => stream.entity === entity);
      return streams.every(({ status }) => status === 'complete');
    },
    mayBeHidden(entity) {
      const struck = [...happened].some((kind) => hidden.has(kind));
      return latest.some(({ stream, entity: its, status, deleted, deletedUnseen, error }) => {
        if (its !== entity) return false;
        if (deletedUnseen > 0) return !verifies(stream) && (struckReads.get(stream)?.size ?? 0) > 1;
        if (status === 'complete') return deleted > 0 && struck;
        // Where the store fails while it answers, a commit may stand that no report can count.
        return deleted > 0 || error?.code === 'store.query-failed';
      });
    },
    get any() {
      return doubtful.size > 0 || happened.has('schema drift') || happened.has('files');
    },
    get drifted() {
      return happened.has('schema drift');
    },
    get files() {
      return happened.has('files');
    },
  };
}
