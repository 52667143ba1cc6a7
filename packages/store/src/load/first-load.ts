import type { StoredTable } from '@collegial/query';
import type { Writer } from '../database/writer.ts';
import { KeySet } from './key-set.ts';
import { runsOf, type StreamRun } from './seen.ts';

/**
 * Knows of the run under way whether a table had no record of the source when it began. Then no record that it loads needs to be compared with those that are there, as long as
 * no key comes twice.
 */
export interface FirstLoad {
  /**
   * True when none of the keys is in the table, nor was met by any stream. False tells nothing. The keys count as loaded from now on.
   *
   * @param table of the entity
   * @param keys as texts, each once
   */
  allNew(streamRun: StreamRun, table: StoredTable, keys: readonly string[]): Promise<boolean>;
  /** Forgets what it knows: something else has written, or a transaction was undone. */
  forget(): void;
}

/** Makes the one of a store, which sees all that is loaded. */
export function createFirstLoad(writer: Writer): FirstLoad {
  let known: { readonly of: string; readonly keys: KeySet | undefined } | undefined;
  return {
    allNew: async (streamRun, table, keys) => {
      const of = JSON.stringify(streamRun);
      if (known?.of !== of)
        // Marks are stored in another way.
        known = { of, keys: (await isEmpty(writer, streamRun, table)) ? new KeySet() : undefined };
      const added = known.keys?.add(keys);
      if (added === 'full') known = { of, keys: undefined };
      return added === 'new';
    },
    forget: () => {
      known = undefined;
    },
  };
}

async function isEmpty(
  writer: Writer,
  { source, entity }: StreamRun,
  { name, layout }: StoredTable,
): Promise<boolean> {
  if (layout === undefined || entity === 'AttendanceMark') return false;
  const [stored = 0, met = 0] = await writer.numbers(
    `select (select count(*) from (select 1 from data.${name} where source_id = $source limit 1)),
      (select count(*) from (select 1 from bookkeeping.seen where run_no in (${runsOf('entity = $entity')}) limit 1))`,
    { source, entity },
  );
  return stored === 0 && met === 0;
}
