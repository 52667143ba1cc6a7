import type { SyncProgress } from './sync-options.ts';

/** Reports the progress of one stream, at most every 100 ms. */
export class ProgressMeter {
  readonly #source: string;
  readonly #stream: string;
  readonly #report: ((progress: SyncProgress) => void) | undefined;
  readonly #began = performance.now();
  #last = Number.NEGATIVE_INFINITY;

  constructor(source: string, stream: string, report: ((progress: SyncProgress) => void) | undefined) {
    this.#source = source;
    this.#stream = stream;
    this.#report = report;
  }

  /** Milliseconds since the stream was begun. */
  elapsed(): number {
    return performance.now() - this.#began;
  }

  /** `rowsNow`: rows received by this process, from which the rate is reckoned. */
  report(
    phase: SyncProgress['phase'],
    counts: Pick<SyncProgress, 'rows' | 'read' | 'loaded' | 'quarantined'>,
    rowsNow: number,
    total: number | undefined,
  ): void {
    if (this.#report === undefined) return;
    const elapsed = this.elapsed();
    if (phase === 'reading' && elapsed - this.#last < 100) return;
    this.#last = elapsed;
    const { rows, read, loaded, quarantined } = counts;
    this.#report({
      source: this.#source,
      stream: this.#stream,
      phase,
      rows,
      read,
      loaded,
      quarantined,
      ratePerSecond: elapsed > 0 ? Math.round((rowsNow * 1000) / elapsed) : 0,
      ...(total !== undefined && { total }),
    });
  }
}
