import { textTable } from '../output/table.ts';
import type { Terminal } from '../output/terminal.ts';
import type { GroupOutput, LevelOutput, ModelOutput } from './model-output.ts';

/** Groups at each end that are listed for people; `--json` has all. */
const shown = 12;
const width = 41;

/** A model in words and tables, for people. */
export function modelText(output: ModelOutput, { bold, dim }: Terminal['colors']): string[] {
  const { model, fixed, random, residualVariance, effects } = output;
  const lines = [
    bold(`What explains ${model.outcome} (${model.method}, ${output.input.rows.used} rows)`),
    ...table(
      ['column', 'effect', 'standard error', '95 % interval'],
      fixed.map(({ column, estimate, standardError, lower, upper }) => [
        column,
        figure(estimate),
        figure(standardError),
        `${figure(lower)} to ${figure(upper)}`,
      ]),
      dim,
    ),
    ...model.categories.map(({ column, reference }) => dim(`${column}: compared with ${reference}.`)),
    '',
    bold('Where the rest lies'),
    ...table(
      ['level', 'groups', 'part', 'variance', 'standard deviation', 'share'],
      [
        ...random.flatMap(({ level, groups, columns, covariance, standardDeviations, intraclass }) =>
          columns.map((column, index) => [
            index === 0 ? level : '',
            index === 0 ? String(groups) : '',
            column,
            figure(covariance[index]![index]!),
            figure(standardDeviations[index]!),
            index === 0 ? percent(intraclass.atMean) : '',
          ]),
        ),
        [
          'within',
          String(output.input.rows.used),
          '',
          figure(residualVariance),
          figure(Math.sqrt(residualVariance)),
          percent(1 - random.reduce((sum, { intraclass }) => sum + intraclass.atMean, 0)),
        ],
      ],
      dim,
    ),
    '',
    dim(
      `log-likelihood ${output.logLikelihood.toFixed(4)} · AIC ${output.aic.toFixed(2)} · BIC ${output.bic.toFixed(2)} · ${output.parameters} parameters`,
    ),
    statusWords(output),
  ];
  for (const { level, at, groups, toldApart } of effects)
    lines.push(
      '',
      bold(`Effects of each ${level}, shrunken${where(at)}`),
      ...caterpillar(groups, toldApart, dim),
    );
  return lines;
}

/** Where groups with slopes are compared: ` where prior is 104.1, its mean`. */
export function where(at: LevelOutput['at']): string {
  const places = Object.entries(at).map(([column, mean]) => `${column} is ${figure(mean)}`);
  if (places.length === 0) return '';
  return `, where ${places.join(' and ')}, ${places.length === 1 ? 'its mean' : 'their means'}`;
}

function caterpillar(
  groups: readonly GroupOutput[],
  toldApart: LevelOutput['toldApart'],
  dim: (text: string) => string,
): string[] {
  const sorted = [...groups].sort((a, b) => a.effect - b.effect || (a.path.join() < b.path.join() ? -1 : 1));
  const listed = sorted.length <= 2 * shown ? sorted : [...sorted.slice(0, shown), ...sorted.slice(-shown)];
  const ends = listed.flatMap(({ interval, effect }) =>
    interval === null ? [effect] : [interval.lower, interval.upper],
  );
  const reach = Math.max(...ends.map(Math.abs)) || 1;
  const place = (value: number) => Math.round(((value + reach) / (2 * reach)) * (width - 1));
  const rows = listed.map(({ path, rows, effect, interval }) => {
    const cells: string[] = Array.from({ length: width }, (_, cell) => (cell === place(0) ? '│' : ' '));
    if (interval !== null)
      for (let cell = place(interval.lower); cell <= place(interval.upper); cell++)
        cells[cell] = cell === place(0) ? '┼' : '─';
    cells[place(effect)] = '●';
    return [
      path.join(' / '),
      rows,
      figure(effect),
      interval === null ? '–' : `${figure(interval.lower)} to ${figure(interval.upper)}`,
      cells.join(''),
    ];
  });
  const [head = '', ...body] = textTable(['', 'rows', 'effect', '95 % interval', ''], rows);
  const apart = groups.filter(
    ({ interval }) => interval !== null && (interval.lower > 0 || interval.upper < 0),
  ).length;
  return [
    dim(head),
    ...(sorted.length > listed.length
      ? [
          ...body.slice(0, shown),
          dim(`… ${sorted.length - listed.length} between; --json lists all`),
          ...body.slice(shown),
        ]
      : body),
    `${apart} of ${groups.length} can be told apart from the mean${toldApart === null ? '' : `, and ${toldApart.apart} of ${toldApart.pairs} pairs (${percent(toldApart.share)}) from each other`}.`,
  ];
}

function statusWords({ status, random }: ModelOutput): string {
  if (status === 'converged') return 'The fit is an optimum.';
  if (status === 'not-converged') return 'The fit is no optimum: do not use these figures.';
  const levels = random.filter(({ singular }) => singular).map(({ level }) => level);
  return `The fit is an optimum at the boundary (singular): ${levels.join(', ')} ${levels.length === 1 ? 'differs' : 'differ'} no more than chance would make ${levels.length === 1 ? 'it' : 'them'}, in height or in a slope.`;
}

function table(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  dim: (text: string) => string,
): string[] {
  const [head = '', ...body] = textTable(header, rows);
  return [dim(head), ...body];
}

/** Four digits that count: enough to read, few enough not to look exact. */
function figure(value: number): string {
  if (value === 0) return '0';
  const magnitude = Math.floor(Math.log10(Math.abs(value)));
  return magnitude < -4 || magnitude > 6 ? value.toExponential(3) : value.toFixed(Math.max(0, 3 - magnitude));
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
