import { lenient } from '@collegial/connector-kit';
import * as z from 'zod';
import { reading } from './reading.ts';

/** Shapes that the objects of OneRoster share; names, addresses and passwords are not even read. */

/** A reference `{ sourcedId, href, type }`, or the id alone; `href` is not used: servers write relative and wrong ones. */
export const reference = () =>
  z.preprocess(
    (value) => (typeof value === 'string' || typeof value === 'number' ? { sourcedId: value } : value),
    lenient.object({ sourcedId: lenient.text() }).transform(({ sourcedId }) => sourcedId),
  ) as unknown as z.ZodType<string>;

/** `active`, or `tobedeleted`; `inactive` of version 1.0 means `tobedeleted` (OneRoster 1.1). */
const status = () => lenient.word(['active', 'tobedeleted', 'inactive']);

const metadata = () => z.record(z.string(), z.unknown());

/** What every object has. */
export const base = { sourcedId: lenient.text(), reading: reading() };
/** What every object may have. */
export const optionalBase = { status: status(), metadata: metadata() };

/** True when the row says that its object is gone. */
export function isDeleted(row: { readonly status?: string | undefined }): boolean {
  return row.status === 'tobedeleted' || row.status === 'inactive';
}

/** A list of texts; also one text with commas, as some servers write it. */
export const texts = () =>
  z.preprocess(
    (value) => (typeof value === 'string' && value.includes(',') ? value.split(',') : value),
    lenient.list(lenient.text()),
  ) as unknown as z.ZodType<string[]>;
