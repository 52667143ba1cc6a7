import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { expandSeries } from './expand-series.ts';

/** Rules at random with their days until 31 August 2025, as python-dateutil 2.9.0 gives them. */
const recurrences = JSON.parse(
  readFileSync(new URL('../__fixtures__/recurrences.json', import.meta.url), 'utf8'),
) as { start: string; rule: string; days: string[] }[];

test.each(recurrences)('$rule from $start', ({ start, rule, days }) => {
  const event = new ICAL.Component(
    ICAL.parse(
      `BEGIN:VEVENT\r\nUID:u\r\nDTSTART:${start}\r\nDURATION:PT1H\r\nRRULE:${rule}\r\nEND:VEVENT\r\n`,
    ),
  );
  const occasions = expandSeries(event, [], { timeZone: 'Europe/London', to: '2025-08-31' });
  expect(occasions === 'tooMany' ? occasions : occasions.map(({ startsOn }) => startsOn)).toEqual(days);
});
