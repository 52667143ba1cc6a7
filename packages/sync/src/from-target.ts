import { CollegialError, type Place } from '@collegial/model';

/** Waits for the target; what it fails with is its own error, or `store.query-failed`. */
export async function fromTarget<Result>(work: Promise<Result>, place: Place = {}): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (CollegialError.isInstance(error)) throw error;
    const kind = error instanceof Error ? error.name : 'something that is not an error';
    throw new CollegialError({
      code: 'store.query-failed',
      message: `The target of the sync failed with ${kind}.`,
      place,
      cause: error,
    });
  }
}
