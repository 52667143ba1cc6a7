import { CollegialError } from '@collegial/model';

/** The error that work ends with, which must be one of ours. */
export async function errorOf(work: Promise<unknown>): Promise<CollegialError> {
  try {
    await work;
  } catch (error) {
    if (CollegialError.isInstance(error)) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}
