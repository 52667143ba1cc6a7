import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';
import { CollegialError } from '@collegial/model';
import type { CommandContext } from '../command.ts';
import { exitCode } from '../output/exit-code.ts';
import { curveOf, measureCounts } from '../segregation/measure-counts.ts';
import { type Only, readCounts } from '../segregation/read-counts.ts';
import { sayCounts } from '../segregation/say-counts.ts';
import { segregationPicture } from '../segregation/segregation-picture.ts';
import { segregationText } from '../segregation/segregation-text.ts';

/** Options of `collegial segregation`. */
export interface SegregationCommandOptions {
  readonly group?: readonly string[];
  readonly total?: string;
  readonly area?: string;
  readonly school?: string;
  readonly only?: readonly string[];
  readonly draws?: string;
  readonly seed?: string;
  readonly picture?: string;
  readonly json?: boolean;
}

/** Measures how unevenly groups of students are spread over schools, from counts that an analyst has as CSV: no configuration, no store, no MIS. */
export async function segregationCommand(
  counts: string,
  options: SegregationCommandOptions,
  { terminal, directory, signal }: CommandContext,
): Promise<number> {
  const draws = wholeNumber('--draws', options.draws ?? '1000', 10);
  const seed = wholeNumber('--seed', options.seed ?? '1', 0);
  if (options.picture !== undefined && extname(options.picture).toLowerCase() !== '.svg')
    throw new CollegialError({
      code: 'argument.invalid',
      message: 'The picture is an SVG file.',
      fix: 'Give --picture a file that ends in .svg.',
    });
  const { schools, report } = await readCounts(counts, directory, options, (options.only ?? []).map(onlyOf));
  sayCounts(report, terminal);
  const { groups, total } = report.columns;
  const measures = measureCounts(schools, {
    groups,
    complete: total === null,
    hasAreas: report.areas > 0,
    draws,
    seed,
    signal,
    onProgress: (share) => terminal.status(`${Math.round(share * 100)} % measured`),
  });
  terminal.status('');
  if (options.picture !== undefined) {
    const out = resolve(directory, options.picture);
    const pictured = measures.groups.map((group, index) => ({ ...group, curve: curveOf(schools, index) }));
    await mkdir(dirname(out), { recursive: true });
    await writeFile(out, segregationPicture(pictured, report.file));
    terminal.say(`Wrote ${out}. Open it in a browser.`);
  }
  if (options.json) {
    terminal.data(JSON.stringify({ input: report, measures }, null, 2));
    return exitCode.ok;
  }
  for (const [at, { title, lines }] of segregationText(measures).entries()) {
    if (at > 0) terminal.data('');
    terminal.data(terminal.colors.bold(title));
    for (const line of lines) terminal.data(line);
  }
  return exitCode.ok;
}

function onlyOf(text: string): Only {
  const equals = text.indexOf('=');
  if (equals > 0) return { column: text.slice(0, equals), value: text.slice(equals + 1).trim() };
  throw new CollegialError({
    code: 'argument.invalid',
    message: '--only is not a column and a value.',
    fix: 'Write it as "column=value", for example --only "phase=secondary".',
  });
}

function wholeNumber(option: string, text: string, least: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && Number.isSafeInteger(value)) return value;
  throw new CollegialError({
    code: 'argument.invalid',
    message: `The option ${option} is not a whole number of at least ${least}.`,
    fix: 'Write it in digits.',
  });
}
