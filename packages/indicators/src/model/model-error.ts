import { CollegialError, type ErrorCode, type Place } from '@collegial/model';

/** An error of a model, with the column that it is about. */
export function modelError(
  code: ErrorCode & (`model.${string}` | 'argument.invalid'),
  message: string,
  options: { readonly field?: string; readonly fix?: string; readonly cause?: unknown } = {},
): CollegialError {
  const { field, fix, cause } = options;
  const place: Place | undefined = field === undefined ? undefined : { field };
  return new CollegialError({
    code,
    message,
    ...(place === undefined ? {} : { place }),
    ...(fix === undefined ? {} : { fix }),
    ...(cause === undefined ? {} : { cause }),
  });
}
