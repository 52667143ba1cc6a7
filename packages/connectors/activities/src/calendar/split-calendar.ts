import { CollegialError } from '@collegial/model';

/** A part of a calendar as text, with the line on which it begins. */
export interface Block {
  readonly line: number;
  readonly text: string;
}

/** A calendar in its parts: one event that cannot be read leaves the others whole. */
export interface SplitCalendar {
  readonly events: readonly Block[];
  readonly timeZones: readonly string[];
  /** `METHOD:CANCEL`: every event in it is off. */
  readonly cancelled: boolean;
}

/**
 * Splits the text of an iCalendar file (RFC 5545) into its events and time zones.
 *
 * @throws CollegialError `calendar.malformed` when it is no calendar or was cut short: then nothing may be taken for deleted
 */
export function splitCalendar(text: string, file: string): SplitCalendar {
  const lines = text.split(/\r\n|\n|\r/);
  const events: Block[] = [];
  const timeZones: string[] = [];
  const open: string[] = [];
  let start = 0;
  let cancelled = false;
  let calendars = 0;
  for (const [index, line] of lines.entries()) {
    const [, edge = '', name = ''] = /^(BEGIN|END):([A-Z0-9-]+)\s*$/i.exec(line) ?? [];
    const component = name.toUpperCase();
    if (edge.toUpperCase() === 'BEGIN') {
      if (open.length === 0 && component !== 'VCALENDAR')
        throw malformed('A calendar begins with BEGIN:VCALENDAR', file, index);
      open.push(component);
      if (open.length === 1) calendars += 1;
      if (open.length === 2) start = index;
    } else if (edge !== '') {
      if (open.pop() !== component) throw malformed('A part ends that did not begin', file, index);
      if (open.length !== 1) continue;
      const block = `${lines.slice(start, index + 1).join('\r\n')}\r\n`;
      if (component === 'VEVENT') events.push({ line: start + 1, text: block });
      if (component === 'VTIMEZONE') timeZones.push(block);
    } else if (open.length === 0 && line.trim() !== '') {
      throw malformed('A calendar begins with BEGIN:VCALENDAR', file, index);
    } else if (open.length === 1 && /^METHOD:CANCEL\s*$/i.test(line)) cancelled = true;
  }
  if (open.length > 0 || calendars === 0)
    throw malformed('The file ends before END:VCALENDAR', file, lines.length - 1);
  return { events, timeZones, cancelled };
}

function malformed(message: string, file: string, index: number): CollegialError {
  return new CollegialError({
    code: 'calendar.malformed',
    message: `${message}.`,
    place: { file, line: index + 1 },
  });
}
