import { deltaCursor } from '@collegial/connector-kit';
import * as z from 'zod';

/** Where a stream of changes stands. */
export const OneRosterCursor = deltaCursor.schema.extend({
  /** Fingerprint of the organisations' ids under which records were made. */
  organisations: z.string().optional(),
});
export type OneRosterCursor = z.infer<typeof OneRosterCursor>;
