import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { CollegialError } from '@collegial/model';
import { openStore } from '@collegial/store';
import { probe } from '@collegial/sync';
import type { CommandContext } from '../command.ts';
import { checkSecrets } from '../config/check-secrets.ts';
import { resolveKey } from '../config/key.ts';
import { type LoadedConfig, loadConfig } from '../config/load-config.ts';
import { exitCode } from '../output/exit-code.ts';

/** One thing that was looked at. */
interface Finding {
  readonly check: string;
  readonly state: 'ok' | 'warning' | 'problem';
  readonly detail: string;
}

/** Options of `collegial doctor`. */
export interface DoctorCommandOptions {
  readonly config?: string;
  readonly store?: string;
  /** Asks each stream of each source for its first page. */
  readonly sources?: boolean;
  readonly json?: boolean;
}

/** Looks at Node, the configuration, the key and the store, and says what to mend. */
export async function doctorCommand(options: DoctorCommandOptions, context: CommandContext): Promise<number> {
  const { terminal } = context;
  const findings: Finding[] = [checkNode()];
  const loaded = options.store === undefined ? await checkConfig(options, context, findings) : undefined;
  if (loaded !== undefined) await checkKey(loaded, context, findings);
  if (loaded !== undefined && options.sources === true) await checkSources(loaded, context, findings);
  const store =
    options.store === undefined
      ? loaded && resolve(loaded.directory, loaded.config.store)
      : resolve(context.directory, options.store);
  if (store !== undefined) await checkStore(store, findings);
  if (options.json) terminal.data(JSON.stringify(findings, null, 2));
  else {
    const { green, yellow, red } = terminal.colors;
    const mark = { ok: green('ok      '), warning: yellow('warning '), problem: red('problem ') };
    for (const { check, state, detail } of findings) terminal.data(`${mark[state]} ${check}: ${detail}`);
  }
  return findings.some(({ state }) => state === 'problem') ? exitCode.partial : exitCode.ok;
}

function checkNode(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const fits = major > 20 || (major === 20 && minor >= 19);
  return {
    check: 'Node',
    state: fits ? 'ok' : 'problem',
    detail: fits ? process.version : `${process.version}; install 20.19 or later`,
  };
}

async function checkConfig(
  options: DoctorCommandOptions,
  { directory }: CommandContext,
  findings: Finding[],
): Promise<LoadedConfig | undefined> {
  try {
    const loaded = await loadConfig(options.config, directory);
    const names = loaded.config.sources.map(({ name, connector }) =>
      name === connector.id ? name : `${name} (${connector.id})`,
    );
    findings.push({
      check: 'Configuration',
      state: 'ok',
      detail: `${names.length} ${names.length === 1 ? 'source' : 'sources'}: ${names.join(', ')}`,
    });
    const twice = names.filter((name, index) => names.indexOf(name) !== index);
    if (twice.length > 0)
      findings.push({
        check: 'Sources',
        state: 'problem',
        detail: `${twice.join(', ')} is there twice; give each a name of its own`,
      });
    checkSecretsOf(loaded, findings);
    return loaded;
  } catch (error) {
    findings.push({
      check: 'Configuration',
      state: 'problem',
      detail: CollegialError.isInstance(error) ? error.message : String(error),
    });
    return undefined;
  }
}

function checkSecretsOf({ config }: LoadedConfig, findings: Finding[]): void {
  try {
    checkSecrets(config.sources);
  } catch (error) {
    findings.push({
      check: 'Secrets',
      state: 'problem',
      // The message of a CollegialError ends with how to put it right.
      detail: CollegialError.isInstance(error) ? error.message : String(error),
    });
  }
}

async function checkKey(
  { config }: LoadedConfig,
  { environment }: CommandContext,
  findings: Finding[],
): Promise<void> {
  const key = await resolveKey(config, environment);
  if (key === undefined)
    findings.push({
      check: 'Key',
      state: 'warning',
      detail: 'none; sources with people need one: set COLLEGIAL_KEY',
    });
  else findings.push({ check: 'Key', state: 'ok', detail: 'given' });
}

/** Which streams the credentials may read: a page of each is asked for, nothing is written. */
async function checkSources(
  { config }: LoadedConfig,
  { environment, signal }: CommandContext,
  findings: Finding[],
): Promise<void> {
  const key = await resolveKey(config, environment);
  for (const { source, stream, state, rows, error } of await probe({
    sources: config.sources,
    signal,
    ...(key === undefined ? {} : { key }),
  }))
    findings.push({
      check: `${source} ${stream}`,
      state: state === 'readable' ? 'ok' : state === 'unreadable' ? 'warning' : 'problem',
      detail:
        error === undefined ? `readable, ${rows} rows on the first page` : `${error.code}: ${error.message}`,
    });
}

async function checkStore(path: string, findings: Finding[]): Promise<void> {
  if (!existsSync(path)) {
    findings.push({ check: 'Store', state: 'warning', detail: 'not there yet; `collegial sync` makes it' });
    return;
  }
  try {
    const store = await openStore({ path });
    try {
      const counts = Object.entries(await store.counts()).filter(([, count]) => count > 0);
      findings.push({
        check: 'Store',
        state: counts.length > 0 ? 'ok' : 'warning',
        detail: counts.map(([entity, count]) => `${count} ${entity}`).join(', ') || 'empty',
      });
      const unknown = await store.unknownCodes();
      if (unknown.length > 0) {
        findings.push({
          check: 'Attendance codes',
          state: 'warning',
          detail: `not known, kept and counted: ${unknown.map(({ code, count }) => `${code} × ${count}`).join(', ')}`,
        });
      }
      const quarantined = await store.quarantine();
      if (quarantined.length > 0)
        findings.push({
          check: 'Set aside',
          state: 'warning',
          detail: `${quarantined.length} records could not be loaded; \`collegial sync --json\` says which`,
        });
    } finally {
      await store.close();
    }
  } catch (error) {
    findings.push({
      check: 'Store',
      state: 'problem',
      detail: CollegialError.isInstance(error) ? error.message : String(error),
    });
  }
}
