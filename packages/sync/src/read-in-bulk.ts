import type { ReadContext } from '@collegial/connector-kit';
import type { BulkResult } from '@collegial/model';
import { fromTarget } from './from-target.ts';
import type { ReadPlan } from './plan-read.ts';
import type { StreamJob } from './stream-job.ts';

/**
 * Lets the target read a stream's file itself, where both can and the read begins at the beginning. One transaction, without a place to resume inside it:
 * a run that is killed loads the file anew.
 *
 * @param context what the stream would read row by row with
 * @returns what became of the file; `unsuited` when it has to be read row by row, with the reason if there is one to tell
 */
export async function readInBulk(
  { target, stream, source, name, identity }: StreamJob,
  { run, cursor, incremental }: ReadPlan,
  context: ReadContext<unknown, unknown>,
): Promise<BulkResult | { readonly unsuited: string | undefined }> {
  const { bulk } = stream;
  if (bulk === undefined || target.loadBulk === undefined || cursor !== undefined || incremental)
    return { unsuited: undefined };
  const read = await bulk.call(stream, context);
  if (read === undefined) return { unsuited: undefined };
  const load = target.loadBulk({
    source,
    stream: name,
    entity: stream.entity,
    run,
    read,
    trackSeen: stream.deletes !== 'none',
    pseudonyms: (kind, values) => values.map((value) => identity.pseudonym(kind, value)),
    ...(identity.hmac && { hmac: identity.hmac }),
    keyFingerprint: () => identity.fingerprint(),
    cursorVersion: stream.cursor?.version ?? 0,
    signal: context.signal,
  });
  const result = await fromTarget(load, { source, stream: name, file: read.file });
  return 'unsuited' in result
    ? { unsuited: `“${read.file}” was read row by row: ${result.unsuited}` }
    : result;
}
