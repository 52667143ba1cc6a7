import type { EditionDocument } from '@collegial/model';
import { openRelease } from 'collegial';

/** One line for each group of an edition: how its schools work together, and how its students fare. */
export async function summary(directory: string, period: string): Promise<string> {
  const release = await openRelease(directory);
  const { documents } = await release.manifest();
  const lines: string[][] = [
    ['', 'schools', 'pairs that cooperate', 'staff days given', 'attendance', 'Attainment 8'],
  ];
  for (const { audience, scope } of documents) {
    if (audience === 'group') lines.push(lineOf(await release.document({ audience, scope }), period));
  }
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  return lines
    .map((line) =>
      line
        .map((text, column) => text.padEnd(widths[column] ?? 0))
        .join('   ')
        .trimEnd(),
    )
    .join('\n');
}

function lineOf(document: EditionDocument, period: string): string[] {
  const pairs = document.collaboration?.pairs.filter((pair) => pair.period === period) ?? [];
  const linked = pairs.filter(({ level }) => level !== 'no-link-seen' && level !== 'association');
  const schools = new Set(pairs.flatMap((pair) => pair.schools)).size;
  const days = (document.collaboration?.ledger ?? [])
    .filter((entry) => entry.period === period)
    .reduce(
      (sum, { unit, amount }) =>
        sum + (unit === 'staff-days' ? amount : unit === 'staff-hours' ? amount / 6.5 : 0),
      0,
    );
  return [
    document.title,
    String(schools),
    `${linked.length} of ${(schools * (schools - 1)) / 2}`,
    days.toFixed(0),
    figureOf(document, 'presence.attendance-rate', period, 100, ' %'),
    figureOf(document, 'achievement.attainment-8', period, 1, ''),
  ];
}

function figureOf(
  document: EditionDocument,
  id: string,
  period: string,
  scale: number,
  unit: string,
): string {
  const figure = document.figures.find(
    ({ indicator, subgroup, period: of }) => indicator === id && subgroup === null && of === period,
  );
  if (figure === undefined || figure.value === null) return 'hidden';
  const [value, lower, upper] = [figure.value, figure.interval?.lower, figure.interval?.upper].map(
    (number) => (number === undefined ? '' : (number * scale).toFixed(1)),
  );
  return `${value}${unit}${figure.interval === null ? '' : ` (${lower} to ${upper})`}`;
}
