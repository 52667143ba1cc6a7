import { type Rejected, reject } from '@collegial/connector-kit';

type Values = Readonly<Record<string, string | undefined>>;

/**
 * Whether a row says that its record is there or gone. In a file of changes every row must say so; a whole file holds what is there, and a
 * status in it is not expected, but believed when it says that the record is gone.
 */
export function statusOf(
  values: Values,
  processing: 'bulk' | 'delta',
  drift: (field: string) => void = () => undefined,
): 'active' | 'gone' | Rejected {
  const status = values.status ?? '';
  const modified = values.dateLastModified ?? '';
  if (processing === 'bulk') {
    if (status === '' && modified === '') return 'active';
    if (status !== '') drift('status');
    if (modified !== '') drift('dateLastModified');
    return isGone(status) ? 'gone' : 'active';
  }
  if (modified === '') drift('dateLastModified');
  if (isGone(status)) return 'gone';
  const word = status.trim().toLowerCase();
  if (word === 'active') return 'active';
  if (word === 'inactive') {
    drift('status');
    return 'gone';
  }
  return reject('A row of a file of changes must say “active” or “tobedeleted”.', { field: 'status' });
}

function isGone(status: string): boolean {
  return status !== '' && status.trim().toLowerCase() === 'tobedeleted';
}
