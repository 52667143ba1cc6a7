import * as z from 'zod';
import type { WondeConfig } from './wonde-config.ts';

/** `YYYY-MM-DD HH:MM:SS`, as the filter `updated_after` takes it, by the clock of the server. */
const instant = () => z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);

/** Where a stream stands: up to when each school was read, and the place inside a pass over the schools that is not finished. */
export const WondeCursor = z.strictObject({
  /** The settings that decide which rows are read: when they change, everything is read again. */
  filter: z.string(),
  /** By school: everything changed before this instant was read. */
  schools: z.record(z.string(), instant()),
  /** A pass over the schools that has begun and not ended. */
  pass: z
    .strictObject({
      /** When it began. Schools that were read since are done. */
      began: instant(),
      /** The school being read, the part of it, and the URL of the next page; absent between two schools. */
      at: z
        .strictObject({ school: z.string(), part: z.int().min(0), next: z.string().optional() })
        .optional(),
    })
    .optional(),
});
export type WondeCursor = z.infer<typeof WondeCursor>;

/** The settings that decide which rows are read, as text to compare. */
export function filterOf(config: WondeConfig): string {
  const { from = '', to = '' } = config.attendance;
  return `attendance ${from}/${to}`;
}

/** A time as `updated_after` takes it. */
export function formatInstant(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ');
}

/** The instant that lies some hours before another. */
export function hoursBefore(time: string, hours: number): string {
  return formatInstant(Date.parse(`${time.replace(' ', 'T')}Z`) - hours * 3_600_000);
}
