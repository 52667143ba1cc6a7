import { resolve } from 'node:path';
import { type Breakdown, indicators as standardIndicators } from '@collegial/indicators';
import { type Audience, formatScope } from '@collegial/model';
import { createPolicy, publish } from '@collegial/release';
import type { CommandContext } from '../command.ts';
import { loadConfig } from '../config/load-config.ts';
import { openExistingStore } from '../config/open-existing-store.ts';
import { exitCode } from '../output/exit-code.ts';
import { bar, progress } from '../output/progress.ts';
import { textTable } from '../output/table.ts';

/** Options of `collegial publish`. */
export interface PublishCommandOptions {
  readonly config?: string;
  readonly store?: string;
  readonly to?: string;
  readonly audience?: readonly Audience[];
  readonly scope?: readonly string[];
  readonly period?: readonly string[];
  readonly by?: readonly string[];
  readonly json?: boolean;
}

/** Documents that are listed for people. */
const most = 20;

/** Evaluates everything once, protects it for each audience, and writes an edition that never changes. */
export async function publishCommand(
  options: PublishCommandOptions,
  context: CommandContext,
): Promise<number> {
  const { terminal, directory, signal, now } = context;
  const storePath = options.store === undefined ? undefined : resolve(directory, options.store);
  const to = options.to === undefined ? undefined : resolve(directory, options.to);
  const { config } = await loadConfig(options.config, directory);
  const store = await openExistingStore(storePath ?? resolve(config.store));
  const show = progress(terminal);
  try {
    const { manifest, path, groupsWithoutAgreement, notPublished } = await publish({
      engine: store,
      indicators: [...standardIndicators, ...(config.indicators ?? [])],
      audiences: options.audience ?? config.release?.audiences ?? ['own', 'group'],
      ...(options.scope === undefined ? {} : { scopes: options.scope }),
      ...(options.period === undefined ? {} : { periods: options.period }),
      ...(options.by === undefined ? {} : { by: options.by as Breakdown[] }),
      policy: createPolicy(
        config.release?.threshold === undefined ? {} : { threshold: config.release.threshold },
      ),
      title: config.release?.title ?? 'Collegial',
      to: to ?? resolve(config.release?.directory ?? 'release'),
      now: now(),
      signal,
      onProgress: ({ phase, done, total }) =>
        show(
          total === undefined
            ? `${phase} ${done}`
            : `${bar(done / Math.max(1, total))} ${phase} ${done} of ${total}`,
        ),
    });
    if (options.json) {
      terminal.data(JSON.stringify({ path, manifest, groupsWithoutAgreement, notPublished }, null, 2));
      return exitCode.ok;
    }
    terminal.say(
      `Published edition ${terminal.colors.bold(manifest.edition)}: ${manifest.documents.length} documents in ${path}`,
    );
    const shown = manifest.documents
      .slice(0, most)
      .map(({ audience, scope, title }) => [audience, formatScope(scope), title]);
    if (manifest.documents.length === 0)
      terminal.say(
        'The store has nothing for these audiences: sync schools, or choose others with --audience.',
      );
    for (const line of manifest.documents.length === 0
      ? []
      : textTable(['audience', 'scope', 'title'], shown))
      terminal.data(line);
    if (manifest.documents.length > most)
      terminal.say(`… and ${manifest.documents.length - most} more; --json lists all.`);
    for (const group of groupsWithoutAgreement) {
      terminal.say(
        `${terminal.colors.yellow('No document')} for group ${group}: no sharing agreement covers the schools that take part.`,
      );
    }
    if (notPublished.length > 0)
      terminal.say(
        `${terminal.colors.yellow('Not in editions')}, because they cannot be protected yet: ${notPublished.map(({ indicator }) => indicator).join(', ')}.`,
      );
    return exitCode.ok;
  } finally {
    await store.close();
  }
}
