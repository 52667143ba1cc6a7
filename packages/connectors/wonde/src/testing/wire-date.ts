/** A PHP date object, as Wonde sends dates. */
export interface WireDate {
  readonly date: string;
  readonly timezone_type: 3;
  readonly timezone: string;
}

/** A day: midnight in the time of the school. */
export function wireDay(day: string | null | undefined): WireDate | null {
  if (day === null || day === undefined) return null;
  return { date: `${day} 00:00:00.000000`, timezone_type: 3, timezone: 'Europe/London' };
}

/** A moment, in seconds since 1970. */
export function wireMoment(seconds: number): WireDate {
  return { date: `${instantOf(seconds)}.000000`, timezone_type: 3, timezone: 'UTC' };
}

/** `YYYY-MM-DD HH:MM:SS` in UTC. */
export function instantOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

/** Seconds since 1970 of an instant as the filters take it; `undefined` when it is not one. */
export function secondsOf(instant: string): number | undefined {
  const match = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d:\d\d))?$/.exec(instant);
  if (match === null) return undefined;
  const time = Date.parse(`${match[1]}T${match[2] ?? '00:00:00'}Z`);
  return Number.isNaN(time) ? undefined : time / 1000;
}
