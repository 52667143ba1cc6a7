import type * as z from 'zod';
import { ActivitiesConfig } from '../activities-config.ts';
import { type CalendarRow, readCalendar } from './read-calendar.ts';

/** What became of one event of a calendar. */
export interface ExplainedEvent {
  /** File name without its folder. */
  readonly file: string;
  /** 1 for the first event of the file, and the line on which it begins. */
  readonly row: number;
  readonly line: number;
  readonly outcome: 'placed' | 'called off' | 'passed over' | 'set aside';
  /** Kinds and number of occasions for what was placed; else the reason, with how to put it right. */
  readonly detail: string;
}

/** All events of some calendars, and how many there are of each outcome and reason. */
export interface CalendarExplanation {
  readonly events: readonly ExplainedEvent[];
  readonly summary: readonly (Pick<ExplainedEvent, 'outcome' | 'detail'> & { readonly events: number })[];
}

/**
 * Says of every event of the calendars what it became, or why it became nothing and what to change in the mapping, without syncing. For trying a
 * mapping out: no name, address or title of an event is in it.
 *
 * @param config settings as for the connector
 * @param options.now milliseconds since 1970; default: the clock
 * @throws CollegialError `calendar.malformed`, `config.invalid`, `file.*`
 *
 * @example
 * ```ts
 * import { explainCalendars } from '@collegial/connector-activities';
 *
 * const { summary } = await explainCalendars({ calendars: [{ path: 'heads.ics', mapping: 'mapping.json' }] });
 * console.table(summary);
 * ```
 */
export async function explainCalendars(
  config: z.input<typeof ActivitiesConfig>,
  { now = Date.now() } = {},
): Promise<CalendarExplanation> {
  const parsed = ActivitiesConfig.parse(config);
  const seen = new Set<string>();
  const today = new Date(now).toISOString().slice(0, 10);
  const events: ExplainedEvent[] = [];
  for (const calendar of parsed.calendars) {
    const file = calendar.path.split(/[\\/]/).at(-1) ?? calendar.path;
    const rows = await readCalendar({ calendar, config: parsed, source: 'activities', today, seen });
    events.push(
      ...rows.flatMap((row) =>
        outcomes(row).map((outcome) => ({ file, row: row.row, line: row.line, ...outcome })),
      ),
    );
  }
  const counts = new Map<string, { outcome: ExplainedEvent['outcome']; detail: string; events: number }>();
  for (const { outcome, detail } of events) {
    const key = `${outcome} ${detail}`;
    const line = counts.get(key) ?? { outcome, detail, events: 0 };
    line.events += 1;
    counts.set(key, line);
  }
  return { events, summary: [...counts.values()].sort((a, b) => b.events - a.events) };
}

function outcomes({ event }: CalendarRow): Pick<ExplainedEvent, 'outcome' | 'detail'>[] {
  const kinds = [...new Set(event.activities.map(({ kind }) => kind))].sort().join(', ');
  return [
    ...(event.activities.length === 0
      ? []
      : [{ outcome: 'placed' as const, detail: `${kinds} × ${event.activities.length}` }]),
    ...(event.gone.activities.length === 0
      ? []
      : [{ outcome: 'called off' as const, detail: `${event.gone.activities.length} removed` }]),
    ...event.faults.map(({ field, reason }) => ({
      outcome: 'set aside' as const,
      detail: `${field}: ${reason}`,
    })),
    ...(event.skip === undefined ? [] : [{ outcome: 'passed over' as const, detail: event.skip }]),
  ];
}
