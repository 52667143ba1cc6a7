import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readStream } from './__fixtures__/read-stream.ts';
import { activities } from './activities-connector.ts';
import { explainCalendars } from './calendar/explain-calendars.ts';

const guide = readFileSync(
  new URL('../../../../docs/guides/recording-collaboration.md', import.meta.url),
  'utf8',
);
const block = (language: string) => {
  const found = new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(guide)?.[1];
  if (found === undefined) throw new Error(`the guide has no block in ${language}`);
  return found;
};

test('the examples of the guide do what it says', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'guide-'));
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  try {
    const calendar = {
      path: write('north.ics', block('ics')),
      mapping: write('mapping.json', block('json')),
      school: 'urn:900001',
    };
    const { events } = await explainCalendars({ calendars: [calendar] });
    const table = events.map(({ row, outcome, detail }) => [String(row), outcome, detail]);
    const shown = guide
      .split('\n')
      .filter((line) => /^\| \d/.test(line))
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );
    expect(table).toEqual(shown);
    const sheet = activities({ activities: write('activities.csv', block('csv')), calendars: [calendar] });
    const { records } = await readStream(sheet, 'activities', 'Activity');
    expect(records.map(({ kind, startsOn }) => [kind, startsOn])).toEqual([
      ['joint-training', '2024-10-05'],
      ['meeting', '2024-10-03'],
      ['meeting', '2024-12-05'],
      ['peer-review', '2024-10-14'],
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
