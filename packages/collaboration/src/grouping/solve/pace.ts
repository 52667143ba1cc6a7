/** How far a search has come. */
export interface GroupingProgress {
  /** Share of the work that is done, 0 to 1. */
  readonly share: number;
  /** What is being done, in words. */
  readonly step: string;
}

/** Lets a long search be stopped and watched: it gives way to whatever else the program does about 40 times a second. */
export interface Pace {
  /** To be called often; throws the signal's reason when it was aborted. */
  readonly breathe: () => Promise<void>;
  readonly say: (share: number, step: string) => void;
}

const milliseconds = 25;

export function paceOf(options: {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: GroupingProgress) => void;
}): Pace {
  const { signal, onProgress } = options;
  let last = performance.now();
  return {
    async breathe() {
      signal?.throwIfAborted();
      if (performance.now() - last < milliseconds) return;
      await new Promise((resolve) => setTimeout(resolve));
      last = performance.now();
      signal?.throwIfAborted();
    },
    say: (share, step) => onProgress?.({ share, step }),
  };
}
