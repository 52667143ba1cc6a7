import { mkdir } from 'node:fs/promises';
import { CollegialError, type Inbox, type InboxEntry, type PlacedEntry } from '@collegial/model';
import { canonical, damaged, readEntry, type StoredEntry, sha256, writeEntry } from './entry-file.ts';
import { anyAfter, clearDrafts, folderOf, readFileAt, writeFileAt } from './tenant-folder.ts';

/** Where an inbox is. */
export interface OpenInboxOptions {
  /** Folder that holds it, on one disk; it is made when it is not there. Back it up as a whole. */
  readonly directory: string;
}

/** What is remembered of a tenant's entries, so that a write need not read them all. */
interface Index {
  last: number;
  checksum: string;
  readonly keys: Map<string, { readonly position: number; readonly content: string }>;
  readonly activities: Map<string, number[]>;
  /** The write that is under way: the next waits for it. */
  turn: Promise<unknown>;
}

/**
 * Opens an inbox in a folder: each entry a file that is written whole or not at all, never changed, and tied to the one before it by its checksum.
 * Several processes may write and read at once; what `append` has returned is on the disk.
 *
 * @example
 * ```ts
 * import { openInbox } from '@collegial/connector-activities/inbox';
 *
 * const inbox = await openInbox({ directory: './inbox' });
 * await inbox.read({ tenant: 'city', after: 0, limit: 100 });
 * ```
 */
export async function openInbox({ directory }: OpenInboxOptions): Promise<Inbox> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const tenants = new Map<string, Index>();

  const indexOf = async (tenant: string): Promise<Index> => {
    const known = tenants.get(tenant);
    if (known !== undefined) return known;
    const fresh: Index = {
      last: 0,
      checksum: '',
      keys: new Map(),
      activities: new Map(),
      turn: Promise.resolve(),
    };
    tenants.set(tenant, fresh);
    await clearDrafts(folderOf(directory, tenant), Date.now());
    return fresh;
  };

  /** One at a time for each tenant, in this process; other processes are met at the file. */
  const inTurn = async <Result>(
    tenant: string,
    action: (index: Index) => Promise<Result>,
  ): Promise<Result> => {
    const index = await indexOf(tenant);
    const turn = index.turn.then(() => action(index));
    index.turn = turn.catch(() => undefined);
    return await turn;
  };

  const catchUp = async (tenant: string, index: Index): Promise<void> => {
    const folder = folderOf(directory, tenant);
    for await (const stored of entriesAfter(folder, index.last, index.checksum)) remember(index, stored);
  };

  return {
    append: (entry, { tenant, idempotencyKey }) =>
      inTurn(tenant, async (index) => {
        const key = sha256(idempotencyKey);
        for (;;) {
          await catchUp(tenant, index);
          const before = index.keys.get(key);
          if (before !== undefined) {
            if (before.content !== sha256(canonical(entry))) throw keyReused();
            return { position: before.position };
          }
          const position = index.last + 1;
          const text = writeEntry(entry, position, key, index.checksum);
          if (await writeFileAt(folderOf(directory, tenant), position, text)) {
            remember(index, readEntry(text, position, index.checksum));
            return { position };
          }
        }
      }),
    async read({ tenant, after, limit }) {
      const placed: PlacedEntry[] = [];
      if (limit < 1) return placed;
      for await (const { position, entry } of entriesAfter(folderOf(directory, tenant), Math.max(0, after))) {
        placed.push({ position, entry });
        if (placed.length >= limit) break;
      }
      return placed;
    },
    about: ({ tenant, activityId }) =>
      inTurn(tenant, async (index) => {
        await catchUp(tenant, index);
        const folder = folderOf(directory, tenant);
        const found: PlacedEntry[] = [];
        for (const position of index.activities.get(activityId) ?? []) {
          const text = await readFileAt(folder, position);
          if (text === undefined) throw damaged(position, 'is missing');
          found.push({ position, entry: readEntry(text, position, undefined).entry });
        }
        return found;
      }),
  };
}

async function* entriesAfter(folder: string, after: number, checksum?: string): AsyncGenerator<StoredEntry> {
  let before = after === 0 ? '' : checksum;
  for (let position = after + 1; ; position++) {
    let text = await readFileAt(folder, position);
    if (text === undefined) {
      if (!(await anyAfter(folder, position))) return;
      // Another process may have written both since: a position is never taken before the one ahead of it.
      text = await readFileAt(folder, position);
      if (text === undefined) throw damaged(position, 'is missing');
    }
    const stored = readEntry(text, position, before);
    before = stored.checksum;
    yield stored;
  }
}

function remember(index: Index, { position, key, checksum, entry }: StoredEntry): void {
  index.last = position;
  index.checksum = checksum;
  index.keys.set(key, { position, content: sha256(canonical(entry)) });
  const id = activityOf(entry);
  index.activities.set(id, [...(index.activities.get(id) ?? []), position]);
}

const activityOf = (entry: InboxEntry) =>
  entry.type === 'activity' ? entry.activity.id : entry.confirmation.activityId;

function keyReused(): CollegialError {
  return new CollegialError({
    code: 'inbox.key-reused',
    message: 'This key was used for something else before.',
    place: { field: 'idempotencyKey' },
  });
}
