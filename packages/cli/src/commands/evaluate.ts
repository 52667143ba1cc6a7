import { resolve } from 'node:path';
import { type Breakdown, evaluate } from '@collegial/indicators';
import { formatScope, type IndicatorResult } from '@collegial/model';
import { openStore } from '@collegial/store';
import type { CommandContext } from '../command.ts';
import { loadConfig } from '../config/load-config.ts';
import { exitCode } from '../output/exit-code.ts';
import { bar, progress } from '../output/progress.ts';
import { textTable } from '../output/table.ts';

/** Options of `collegial evaluate`. */
export interface EvaluateCommandOptions {
  readonly config?: string;
  readonly store?: string;
  readonly indicator: readonly string[];
  readonly scope: readonly string[];
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
  const loaded = options.store === undefined ? await loadConfig(options.config, directory) : undefined;
  const store = await openStore({
    path: loaded === undefined ? resolve(directory, options.store ?? '') : resolve(loaded.config.store),
  });
  try {
    const show = progress(terminal);
    const own = loaded?.config.indicators ?? [];
    const results = await evaluate(store, {
      indicators: options.indicator.map((id) => own.find((indicator) => indicator.id === id) ?? id),
      scopes: options.scope,
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

function resultTable(results: readonly IndicatorResult[]): string[] {
  return textTable(
    ['indicator', 'scope', 'group', 'period', 'value', '95 % interval', 'units', 'flags'],
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
