import { textTable } from '../output/table.ts';
import type { GroupMeasures, MeasuredGroup, SegregationMeasures } from './measure-counts.ts';

/** The measures as tables for people: a row for each area; `--json` has all. */
export function segregationText(measures: SegregationMeasures): { title: string; lines: string[] }[] {
  return [
    ...measures.groups.map((group) => ({
      title: `“${group.group}” against all other students`,
      lines: groupLines(group),
    })),
    ...severalTables(measures),
  ];
}

const header = [
  'area',
  'schools',
  'students',
  'share',
  'D',
  'by chance',
  'without chance',
  '95 % interval',
  'GS',
  'isolation',
  'eta²',
  'H',
  'M',
  'Hutchens',
  'Gini',
] as const;

function groupLines({ all, areas, decomposition }: GroupMeasures): string[] {
  const rows = [
    ...areas.map((one) => row(one.area, one)),
    row(areas.length > 0 ? 'all' : 'all schools', all),
  ];
  return [
    ...textTable(header, rows),
    ...(decomposition === null || decomposition.total.theil === null || decomposition.between.theil === null
      ? []
      : [
          `Of H, ${percent(decomposition.between.theil / decomposition.total.theil)} lies between areas and ${percent(1 - decomposition.between.theil / decomposition.total.theil)} between the schools within them.`,
        ]),
  ];
}

function row(name: string, { schools, students, share, indices }: MeasuredGroup): (string | number)[] {
  const {
    dissimilarity: d,
    gorard,
    isolation,
    etaSquared,
    theil,
    mutualInformation,
    hutchens,
    gini,
  } = indices;
  const chance = d === null ? '' : `${three(d.expected)}${d.probability > 0.05 ? ' (would do)' : ''}`;
  return [
    name,
    schools,
    students,
    share === null ? '' : three(share),
    three(d?.value),
    chance,
    three(d?.corrected),
    d?.lower == null ? '' : `${three(d.lower)} to ${three(d.upper)}`,
    ...[gorard, isolation, etaSquared, theil, mutualInformation, hutchens, gini].map((index) =>
      three(index?.value),
    ),
  ];
}

function severalTables({ several }: SegregationMeasures): { title: string; lines: string[] }[] {
  if (several === null) return [];
  const rows = [...several.areas, { area: 'all', measures: several.all }].map(({ area, measures }) => [
    area,
    measures?.students ?? '',
    three(measures?.entropy),
    three(measures?.mutualInformation),
    three(measures?.theil),
    three(measures?.dissimilarity),
  ]);
  return [
    {
      title: 'All groups at once',
      lines: textTable(['area', 'students', 'entropy', 'M', 'H', 'D'], rows),
    },
  ];
}

function three(value: number | null | undefined): string {
  return value == null ? '–' : value.toFixed(3);
}

function percent(value: number): string {
  return `${Math.round(value * 100)} %`;
}
