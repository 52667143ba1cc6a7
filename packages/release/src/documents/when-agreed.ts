import { CollegialError } from '@collegial/model';

/** What a function gives, or `undefined` where no sharing agreement covers it or no school takes part. */
export async function whenAgreed<Result>(run: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await run();
  } catch (error) {
    if (
      CollegialError.isInstance(error) &&
      (error.code === 'agreement.missing' || error.code === 'scope.unknown')
    ) {
      return undefined;
    }
    throw error;
  }
}
