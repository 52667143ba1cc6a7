import { resolve } from 'node:path';
import type { AnySource } from '@collegial/connector-kit';
import { CollegialError } from '@collegial/model';
import { openStore } from '@collegial/store';
import { type SyncReport, sync } from '@collegial/sync';
import type { CommandContext } from '../command.ts';
import { checkSecrets } from '../config/check-secrets.ts';
import { resolveKey } from '../config/key.ts';
import { loadConfig } from '../config/load-config.ts';
import { exitCode } from '../output/exit-code.ts';
import { bar, progress } from '../output/progress.ts';
import { sayReport } from '../output/sync-report.ts';

/** Options of `collegial sync`. */
export interface SyncCommandOptions {
  readonly config?: string;
  readonly store?: string;
  readonly source?: readonly string[];
  readonly stream?: readonly string[];
  readonly full?: boolean;
  readonly json?: boolean;
}

/** Reads every source into the store; resumes where the last run stopped. */
export async function syncCommand(options: SyncCommandOptions, context: CommandContext): Promise<number> {
  const { terminal, directory, environment, signal } = context;
  const storePath = options.store === undefined ? undefined : resolve(directory, options.store);
  const { config } = await loadConfig(options.config, directory);
  const sources = selectSources(config.sources, options.source);
  const key = await resolveKey(config, environment);
  checkSecrets(sources);
  const store = await openStore({ path: storePath ?? resolve(config.store) });
  const show = progress(terminal);
  try {
    const report: SyncReport = await sync({
      sources,
      target: store,
      ...(key === undefined ? {} : { key }),
      ...(options.stream === undefined ? {} : { streams: options.stream }),
      full: options.full ?? false,
      signal,
      onProgress: ({ source, stream, rows, total, ratePerSecond }) => {
        const share = total === undefined ? '' : `${bar(rows / Math.max(1, total))} `;
        show(`${source} ${stream}  ${share}${rows} rows, ${Math.round(ratePerSecond)}/s`);
      },
    });
    if (options.json) terminal.data(JSON.stringify(report, null, 2));
    else sayReport(report, terminal);
    if (signal.aborted) return exitCode.stopped;
    return report.status === 'complete' && report.refreshError === undefined ? exitCode.ok : exitCode.partial;
  } finally {
    await store.close();
  }
}

function selectSources(
  sources: readonly AnySource[],
  names: readonly string[] | undefined,
): readonly AnySource[] {
  const unknown = names?.find((name) => sources.every((source) => source.name !== name));
  if (unknown !== undefined) {
    throw new CollegialError({
      code: 'argument.invalid',
      message: `The configuration has no source “${unknown.slice(0, 60)}”.`,
      fix: `Use one of ${sources.map(({ name }) => name).join(', ')}.`,
    });
  }
  return sources.filter(({ name }) => names === undefined || names.includes(name));
}
