import { CollegialError, type ErrorCode } from '@collegial/model';

/** An error about something that a school sends; `field` names the value, the message never repeats it. */
export function writeError(
  code: ErrorCode,
  field: string,
  message: string,
  fix?: string,
  cause?: unknown,
): CollegialError {
  return new CollegialError({
    code,
    message,
    place: { field },
    ...(fix === undefined ? {} : { fix }),
    ...(cause === undefined ? {} : { cause }),
  });
}
