import { stat } from 'node:fs/promises';
import { CollegialError, inboxState, type PlacedEntry } from '@collegial/model';
import type { ActivitiesConfig } from './activities-config.ts';
import type { AnyRow } from './activities-schemas.ts';
import { openInbox } from './inbox/open-inbox.ts';

const pageSize = 1000;

/** Reads the entries of the inbox, each with whether it stands; `undefined` when there is none. */
export async function readInbox({ config, signal }: { config: ActivitiesConfig; signal?: AbortSignal }) {
  if (config.inbox === undefined) return undefined;
  const { directory, tenant } = config.inbox;
  // A folder that is not there is an outage, not an inbox in which nothing stands.
  await stat(directory).catch((error: unknown) => {
    throw new CollegialError({
      code: 'file.not-found',
      message: 'The folder of the inbox does not exist.',
      place: { file: 'inbox' },
      cause: error,
    });
  });
  const inbox = await openInbox({ directory });
  const entries: PlacedEntry[] = [];
  for (;;) {
    signal?.throwIfAborted();
    const page = await inbox.read({ tenant, after: entries.length, limit: pageSize });
    entries.push(...page);
    if (page.length < pageSize) break;
  }
  const { activities, confirmations } = inboxState(entries);
  const standing = new Set([...activities, ...confirmations].map(({ position }) => position));
  const parts = new Set(activities.flatMap(({ participations }) => participations.map(({ id }) => id)));
  const words = new Set(confirmations.map(({ confirmation }) => confirmation.id));
  const rows = entries.map(({ position, entry }): { row: number; item: AnyRow } => {
    const stands = standing.has(position);
    if (entry.type === 'confirmation')
      return {
        row: position,
        item: { said: entry, standing: stands, gone: !words.has(entry.confirmation.id) },
      };
    const gone = entry.participations.map(({ id }) => id).filter((id) => !parts.has(id));
    return { row: position, item: { recorded: entry, standing: stands, gone } };
  });
  return { file: 'inbox', rows };
}
