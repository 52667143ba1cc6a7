import { createHash } from 'node:crypto';
import { CollegialError, type InboxEntry, type PlacedEntry } from '@collegial/model';

/** What the file of an entry holds. */
export interface StoredEntry extends PlacedEntry {
  /** SHA-256 of the idempotency key: the key itself is the sender's. */
  readonly key: string;
  /** Checksum of the entry before; empty for the first. */
  readonly before: string;
  /** SHA-256 over everything above. */
  readonly checksum: string;
}

/** SHA-256 in hexadecimal. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** JSON with sorted keys and without what is not known, so that equal contents are equal texts. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value).filter(([, held]) => held !== null && held !== undefined);
  const parts = fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${parts.map(([name, held]) => `${JSON.stringify(name)}:${canonical(held)}`).join(',')}}`;
}

/** The text of an entry's file. */
export function writeEntry(entry: InboxEntry, position: number, key: string, before: string): string {
  const text = canonical({ position, key, before, entry });
  return `${text.slice(0, -1)},"sum":"${sha256(text)}"}\n`;
}

/**
 * Reads the text of an entry's file.
 *
 * @throws CollegialError `inbox.damaged` when it is not what was written, or does not follow the entry before
 */
export function readEntry(text: string, position: number, before: string | undefined): StoredEntry {
  const match = /^(?<content>\{.*),"sum":"(?<sum>[0-9a-f]{64})"\}\n$/s.exec(text);
  const content = `${match?.groups?.content ?? ''}}`;
  if (sha256(content) !== match?.groups?.sum) throw damaged(position, 'is not what was written');
  const held = JSON.parse(content) as Omit<StoredEntry, 'checksum'>;
  if (held.position !== position || (before !== undefined && held.before !== before))
    throw damaged(position, 'does not follow the one before it');
  return { ...held, checksum: match.groups.sum };
}

/** The error about an entry that cannot be relied on. */
export function damaged(position: number, what: string): CollegialError {
  return new CollegialError({
    code: 'inbox.damaged',
    message: `An entry of the inbox ${what}.`,
    place: { row: position },
  });
}
