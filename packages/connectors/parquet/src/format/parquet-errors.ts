import { CollegialError } from '@collegial/model';

/** The error of a file that breaks the rules of Parquet. */
export function malformed(file: string, what: string, field?: string, cause?: unknown): CollegialError {
  return new CollegialError({
    code: 'parquet.malformed',
    message: `The Parquet file cannot be read: ${what}.`,
    place: { file, ...(field !== undefined && { field }) },
    ...(cause !== undefined && { cause }),
  });
}

/** The error of a part of a file that would need more memory than allowed. */
export function tooLarge(file: string, what: string, field?: string): CollegialError {
  return new CollegialError({
    code: 'file.too-large',
    message: `${what}.`,
    fix: 'Write the file with smaller row groups, for example of 100 000 rows.',
    place: { file, ...(field !== undefined && { field }) },
  });
}
