import { resolve } from 'node:path';
import { type Breakdown, evaluate } from '@collegial/indicators';
import { CollegialError, formatScope, type IndicatorResult } from '@collegial/model';
import type { CommandContext } from '../command.ts';
import { loadConfig } from '../config/load-config.ts';
import { openExistingStore } from '../config/open-existing-store.ts';
import { exitCode } from '../output/exit-code.ts';
import { bar, progress } from '../output/progress.ts';
import { textTable } from '../output/table.ts';

/** Options of `collegial evaluate`. */
export interface EvaluateCommandOptions {
  readonly config?: string;
  readonly store?: string;
  readonly indicator?: readonly string[];
  readonly scope?: readonly string[];
  readonly period?: readonly string[];
  readonly by?: readonly string[];
  readonly json?: boolean;
}

/** Exact figures straight from the store, for whoever may see them; what others see goes through `publish`. */
export async function evaluateCommand(
  options: EvaluateCommandOptions,
  context: CommandContext,
): Promise<number> {
  const { terminal, directory, signal } = context;
  const indicators = required(options.indicator, '--indicator', '`collegial catalogue` lists them');
  const scopes = required(options.scope, '--scope', 'for example group:A, school:urn:100001 or trust:*');
  const loaded = options.store === undefined ? await loadConfig(options.config, directory) : undefined;
  const store = await openExistingStore(
    loaded === undefined ? resolve(directory, options.store ?? '') : resolve(loaded.config.store),
  );
  try {
    const show = progress(terminal);
    const own = loaded?.config.indicators ?? [];
    const results = await evaluate(store, {
      indicators: indicators.map((id) => own.find((indicator) => indicator.id === id) ?? id),
      scopes,
      periods: options.period ?? 'all',
      ...(options.by === undefined ? {} : { by: options.by as Breakdown[] }),
      signal,
      onProgress: ({ done, total, indicator }) => show(`${bar(done / total)} ${indicator}`),
    });
    if (options.json) terminal.data(JSON.stringify(results, null, 2));
    else for (const line of resultTable(results)) terminal.data(line);
    terminal.say(
      terminal.colors.dim(
        'Exact figures from the store: for the controller only. Use `collegial publish` for anything that others see.',
      ),
    );
    return exitCode.ok;
  } finally {
    await store.close();
  }
}

/** Checked here rather than by the parser, which would complain of it before it looks at a mistyped option. */
function required(values: readonly string[] | undefined, option: string, hint: string): readonly string[] {
  if (values !== undefined) return values;
  throw new CollegialError({
    code: 'argument.invalid',
    message: `The option ${option} is missing.`,
    fix: `Give at least one: ${hint}.`,
  });
}

function resultTable(results: readonly IndicatorResult[]): string[] {
  return textTable(
    ['indicator', 'scope', 'students', 'period', 'value', '95 % interval', 'units', 'flags'],
    results.map(({ indicator, scope, subgroup, period, value, interval, state, flags }) => [
      indicator,
      formatScope(scope),
      subgroup === null ? 'all' : `${subgroup.by}=${subgroup.value}`,
      period,
      value === null ? '' : value.toFixed(4),
      interval === null ? '' : `${interval.lower.toFixed(4)} to ${interval.upper.toFixed(4)}`,
      state.units,
      flags.join(' '),
    ]),
  );
}
