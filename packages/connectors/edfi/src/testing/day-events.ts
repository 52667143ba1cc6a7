import { type EntityInput, englandAttendanceCodes } from '@collegial/model';

/** An absence of a day as an event tells it. */
export interface DayEvent {
  readonly category: string;
  readonly eventDuration: number;
  readonly arrivalTime?: string;
  readonly departureTime?: string;
}

const categories = { authorised: 'Excused Absence', unauthorised: 'Unexcused Absence' } as const;

/** The absences among the marks of a day: one event for each category, of the whole day or of half of it. */
export function dayEvents(marks: readonly EntityInput<'AttendanceMark'>[]): DayEvent[] {
  return (['authorised', 'unauthorised'] as const).flatMap((meaning) => {
    const sessions = marks.filter((mark) => meaningOf(mark) === meaning).map(({ session }) => session);
    if (sessions.length === 0) return [];
    const category = categories[meaning];
    if (sessions.length === 2) return [{ category, eventDuration: 1 }];
    return sessions[0] === 'AM'
      ? [{ category, eventDuration: 0.5, arrivalTime: '12:30:00' }]
      : [{ category, eventDuration: 0.5, departureTime: '12:30:00' }];
  });
}

function meaningOf({ statistical, code, date }: EntityInput<'AttendanceMark'>): string | undefined {
  return statistical ?? englandAttendanceCodes.lookup(code, date)?.meaning.statistical;
}
