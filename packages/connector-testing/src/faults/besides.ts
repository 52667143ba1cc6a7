import type { LoadTarget } from '@collegial/model';

/** Two targets that take the same; what the first one answers counts. */
export function besides(first: LoadTarget, second: LoadTarget): LoadTarget {
  return {
    checkpoint: (source, stream) => first.checkpoint(source, stream),
    async load(batch) {
      const result = await first.load(batch);
      await second.load(batch);
      return result;
    },
    async deleteUnseen(options) {
      const outcome = await first.deleteUnseen(options);
      await second.deleteUnseen(options);
      return outcome;
    },
    async refresh() {
      await first.refresh();
      await second.refresh();
    },
  };
}
