import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import {
  type Audience,
  CollegialError,
  type EditionManifest,
  formatScope,
  parseScope,
} from '@collegial/model';
import { openRelease } from '@collegial/release/reader';
import type { CommandContext } from '../command.ts';
import { loadConfig } from '../config/load-config.ts';
import { exitCode } from '../output/exit-code.ts';
import { renderReport } from '../report/report.ts';

/** Options of `collegial report`. */
export interface ReportCommandOptions {
  readonly config?: string;
  readonly release?: string;
  readonly audience?: Audience;
  readonly scope?: readonly string[];
  readonly out: string;
  readonly json?: boolean;
}

/** Documents in one page at most, unless they are named. */
const most = 40;

/** Writes one self-contained HTML page over an edition. */
export async function reportCommand(options: ReportCommandOptions, context: CommandContext): Promise<number> {
  const { terminal, directory } = context;
  const out = resolve(directory, options.out);
  const path =
    options.release === undefined
      ? await configuredRelease(options, directory)
      : resolve(directory, options.release);
  const release = await openRelease(path);
  const manifest = await release.manifest();
  const available = choose(manifest, options);
  const chosen = options.scope === undefined ? available.slice(0, most) : available;
  if (chosen.length < available.length)
    terminal.say(
      `The page holds the first ${chosen.length} of ${available.length} documents; choose with --scope.`,
    );
  const documents = [];
  for (const { audience, scope } of chosen) documents.push(await release.document({ audience, scope }));
  await mkdir(dirname(out), { recursive: true });
  await writeFile(out, renderReport(manifest, documents));
  if (options.json)
    terminal.data(
      JSON.stringify(
        {
          file: out,
          edition: manifest.edition,
          documents: chosen.map(({ audience, scope }) => ({ audience, scope: formatScope(scope) })),
        },
        null,
        2,
      ),
    );
  else
    terminal.say(
      `Wrote ${out} (${chosen.length} ${chosen.length === 1 ? 'document' : 'documents'} of edition ${manifest.edition}). Open it in a browser.`,
    );
  return exitCode.ok;
}

async function configuredRelease({ config: path }: ReportCommandOptions, directory: string): Promise<string> {
  const { config } = await loadConfig(path, directory);
  return resolve(config.release?.directory ?? 'release');
}

function choose(
  { documents }: EditionManifest,
  { audience, scope }: ReportCommandOptions,
): EditionManifest['documents'] {
  const scopes = scope?.map((text) => formatScope(parseScope(text)));
  const wanted = documents.filter((document) => {
    const { kind, id } = document.scope;
    const rightAudience = audience === undefined || document.audience === audience;
    return (
      rightAudience &&
      (scopes === undefined || scopes.includes(formatScope({ kind, id })) || scopes.includes(`${kind}:*`))
    );
  });
  const preferred = audience === undefined && scope === undefined ? defaults(wanted) : wanted;
  if (preferred.length === 0) {
    const available = documents
      .slice(0, 8)
      .map((document) => `${document.audience} ${formatScope(document.scope)}`);
    throw new CollegialError({
      code: 'release.not-available',
      message:
        audience === undefined && scope === undefined
          ? 'The edition has no document for partner schools or the public. Exact documents must be asked for with --audience own.'
          : 'No document of the edition is for this audience and scope.',
      fix: `The edition has, for example: ${available.join(', ')}.`,
    });
  }
  return preferred;
}

/**
 * Without a choice: what partner schools see, else what is public. Never the exact documents of schools: whoever wants one names its audience.
 */
function defaults(documents: EditionManifest['documents']): EditionManifest['documents'] {
  for (const audience of ['group', 'public'] as const) {
    const found = documents.filter((document) => document.audience === audience);
    if (found.length > 0) return found;
  }
  return [];
}
