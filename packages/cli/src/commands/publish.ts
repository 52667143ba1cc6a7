import { resolve } from 'node:path';
import { indicators as standardIndicators } from '@collegial/indicators';
import { type Audience, formatScope, parseScope } from '@collegial/model';
import { publish } from '@collegial/release';
import { openStore } from '@collegial/store';
import type { CommandContext } from '../command.ts';
import { loadConfig } from '../config/load-config.ts';
import { exitCode } from '../output/exit-code.ts';
import { bar, progress } from '../output/progress.ts';

/** Options of `collegial publish`. */
export interface PublishCommandOptions {
  readonly config?: string;
  readonly store?: string;
  readonly to?: string;
  readonly audience?: readonly Audience[];
  readonly scope?: readonly string[];
  readonly json?: boolean;
}

/** Evaluates everything once, protects it for each audience, and writes an edition that never changes. */
export async function publishCommand(
  options: PublishCommandOptions,
  context: CommandContext,
): Promise<number> {
  const { terminal, directory, signal, now } = context;
  const storePath = options.store === undefined ? undefined : resolve(directory, options.store);
  const to = options.to === undefined ? undefined : resolve(directory, options.to);
  const { config } = await loadConfig(options.config, directory);
  const store = await openStore({ path: storePath ?? resolve(config.store) });
  const show = progress(terminal);
  try {
    const manifest = await publish({
      engine: store,
      indicators: [...standardIndicators, ...(config.indicators ?? [])],
      audiences: options.audience ?? config.release?.audiences ?? ['own', 'group'],
      ...(options.scope === undefined ? {} : { scopes: options.scope.map(parseScope) }),
      ...(config.release?.threshold === undefined ? {} : { policy: { threshold: config.release.threshold } }),
      title: config.release?.title ?? 'Collegial',
      to: to ?? resolve(config.release?.directory ?? 'release'),
      now,
      signal,
      onProgress: ({ phase, done, total }) =>
        show(`${bar(done / Math.max(1, total))} ${phase} ${done} of ${total}`),
    });
    if (options.json) {
      terminal.data(JSON.stringify(manifest, null, 2));
      return exitCode.ok;
    }
    terminal.say(
      `Published edition ${terminal.colors.bold(manifest.edition)}: ${manifest.documents.length} documents`,
    );
    for (const { audience, scope, title } of manifest.documents.slice(0, 20))
      terminal.data(`${audience}\t${formatScope(scope)}\t${title}`);
    if (manifest.documents.length > 20)
      terminal.say(`… and ${manifest.documents.length - 20} more; --json lists all.`);
    return exitCode.ok;
  } finally {
    await store.close();
  }
}
