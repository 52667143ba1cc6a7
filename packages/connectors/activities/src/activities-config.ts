import * as z from 'zod';

/** Settings of the connector. */
export const ActivitiesConfig = z.strictObject({
  /** CSV file with a row for each activity and school; see the README for its columns. */
  activities: z.string().min(1),
  /** CSV file with what partner schools say of the activities; default: none. */
  confirmations: z.string().min(1).optional(),
  /** Ids of the schools that may appear, for example `urn:100001`; default: any. Rows of other schools are set aside. */
  schools: z.array(z.string().min(1)).default([]),
  /** Kinds of activity of your own, beside the ones that Collegial knows. */
  kinds: z.array(z.strictObject({ id: z.string().min(1), title: z.string().min(1) })).default([]),
});
export type ActivitiesConfig = z.output<typeof ActivitiesConfig>;
