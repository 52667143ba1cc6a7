import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';
import { fitModel } from '@collegial/indicators';
import { CollegialError } from '@collegial/model';
import type { CommandContext } from '../command.ts';
import { renderCaterpillar } from '../model/caterpillar.ts';
import { covariatesOf, type FormulaOptions, modelFormula } from '../model/model-formula.ts';
import { modelOutput } from '../model/model-output.ts';
import { modelText } from '../model/model-text.ts';
import { openTable } from '../model/open-table.ts';
import { sayRows } from '../model/say-rows.ts';
import { typedRows } from '../model/typed-rows.ts';
import { withKinds } from '../model/with-kinds.ts';
import { exitCode } from '../output/exit-code.ts';

/** Options of `collegial model`. */
export interface ModelCommandOptions extends FormulaOptions {
  readonly picture?: string;
  readonly json?: boolean;
}

/** Fits a multilevel model to a CSV file: no configuration, no store, no MIS. */
export async function modelCommand(
  file: string,
  options: ModelCommandOptions,
  { terminal, directory, signal }: CommandContext,
): Promise<number> {
  const picture = options.picture === undefined ? undefined : resolve(directory, options.picture);
  if (picture !== undefined && extname(picture).toLowerCase() !== '.svg') throw noSvg();
  terminal.status('Reading the file …');
  const table = await openTable(file, directory);
  try {
    const formula = modelFormula(options, table.headings, table.file);
    const rows = await typedRows(table, formula, { signal });
    terminal.status(`Adding up ${covariatesOf(formula).length + 1} columns …`);
    const fitted = await fitModel(table.engine, {
      from: rows.from,
      outcome: formula.outcome,
      fixed: formula.fixed.map((term) => withKinds(term, rows.kinds)),
      groups: formula.groups,
      slopes: formula.slopes,
      method: formula.method,
      ...(formula.weights === null ? {} : { weights: formula.weights }),
      signal,
    });
    terminal.status('Working out the effects of each group …');
    const output = modelOutput(fitted, table, rows, formula);
    terminal.status('');
    sayRows(output.input, terminal);
    if (picture !== undefined) {
      await mkdir(dirname(picture), { recursive: true });
      await writeFile(picture, renderCaterpillar(output.effects, formula.outcome));
      terminal.say(`Wrote ${picture}. Open it in a browser.`);
    }
    if (options.json) terminal.data(JSON.stringify(output, null, 2));
    else for (const line of modelText(output, terminal.colors)) terminal.data(line);
    return output.status === 'not-converged' ? exitCode.partial : exitCode.ok;
  } finally {
    await table.close();
  }
}

function noSvg(): CollegialError {
  return new CollegialError({
    code: 'argument.invalid',
    message: 'A picture of a model is an SVG file.',
    fix: 'Give --picture a file that ends in .svg.',
  });
}
