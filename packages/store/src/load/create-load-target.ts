import {
  type BulkBatch,
  CollegialError,
  type EntityName,
  entities,
  type LoadBatch,
  type LoadResult,
  type LoadTarget,
} from '@collegial/model';
import type { QueryEngine } from '@collegial/query';
import { deleteMarks } from '../attendance/delete-marks.ts';
import { createJurisdictions } from '../attendance/jurisdictions.ts';
import { loadMarks, type MarkContext } from '../attendance/load-marks.ts';
import { createMarkNumbers } from '../attendance/mark-numbers.ts';
import { refreshYears } from '../attendance/refresh-years.ts';
import { rereadMarks } from '../attendance/reread-marks.ts';
import type { Writer } from '../database/writer.ts';
import { tables } from '../schema/tables.ts';
import { loadBulk } from './bulk/load-bulk.ts';
import { createWorkFiles } from './bulk/work-file.ts';
import { readCheckpoint, writeCheckpoint } from './checkpoints.ts';
import { type Deleted, deleteRecords } from './delete-records.ts';
import { createFirstLoad } from './first-load.ts';
import { keepKey } from './keep-key.ts';
import { createKnownSources } from './known-sources.ts';
import { loadRecords, type RecordBatch } from './load-records.ts';
import type { Written } from './merge-incoming.ts';
import { writeQuarantine } from './quarantine.ts';
import { type DistinctRecords, identityOf, identitySql, keyOf, lastOfEach } from './record-identity.ts';
import { forgetEarlierRuns, forgetKeys, noteNew, noteSeen, unseenKeys } from './seen.ts';

const none: ReadonlySet<string> = new Set();

/**
 * The part of a store that takes records from sync.
 *
 * @param salt key of the record keys, in base64
 * @param file the store file, or `:memory:`, which has no place to put a file to read in bulk
 */
export function createLoadTarget(
  writer: Writer,
  engine: Pick<QueryEngine, 'query'>,
  salt: string,
  file: string,
): LoadTarget {
  const numbers = createMarkNumbers(writer);
  const jurisdictions = createJurisdictions(writer);
  const sources = createKnownSources(writer);
  const first = createFirstLoad(writer);
  const workFiles = createWorkFiles(file);
  const undo = () => {
    first.forget();
    numbers.forget();
    jurisdictions.forget();
  };

  const marks = { writer, numbers, jurisdictions };
  const write = async (batch: RecordBatch, distinct: DistinctRecords | undefined): Promise<Written> =>
    distinct === undefined || batch.entity === 'AttendanceMark'
      ? await loadMarks(marks, batch)
      : await loadRecords(writer, tableOf(batch.entity), batch, distinct, { salt, sources });
  const remove = async (
    entity: EntityName,
    source: string,
    keys: readonly (readonly string[])[],
  ): Promise<Deleted> =>
    entity === 'AttendanceMark'
      ? await deleteMarks(writer, numbers, source, keys)
      : await deleteRecords(writer, tableOf(entity), source, keys, sources);

  const load = async (batch: LoadBatch): Promise<LoadResult> => {
    const { source, stream, entity, run, records, deletedKeys, quarantined, trackSeen, checkpoint } = batch;
    const table = tableOf(entity);
    if (batch.keyFingerprint !== undefined) await keepKey(writer, batch.keyFingerprint);
    const streamRun = { source, stream, entity, run };
    // Of millions of marks that nobody tracks, the keys are not needed.
    const distinct =
      trackSeen === true || entity !== 'AttendanceMark' ? lastOfEach(entity, records) : undefined;
    const keys = distinct?.identities ?? [];
    if (trackSeen !== true) first.forget();
    const allNew = trackSeen === true && (await first.allNew(streamRun, table, keys));
    const met = trackSeen === true && !allNew ? await noteSeen(writer, streamRun, keys) : none;
    if (trackSeen === true) await forgetKeys(writer, streamRun, deletedKeys.map(identityOf));
    const result = await following(marks, entity, async () => ({
      ...(await write({ source, run, entity, records, met, allNew }, distinct)),
      ...(await remove(entity, source, deletedKeys)),
    }));
    if (allNew && keys.length > 0)
      await noteNew(writer, streamRun, identitySql(table.layout?.key ?? []), 'incoming');
    await writeQuarantine(writer, streamRun, quarantined);
    await writeCheckpoint(writer, source, stream, checkpoint, result);
    return result;
  };

  const bulk = (batch: BulkBatch) =>
    workFiles.use([batch.read, ...(batch.read.beside ?? [])], batch.signal, async (paths) => {
      const interrupt = () => writer.connection.interrupt();
      batch.signal?.addEventListener('abort', interrupt, { once: true });
      try {
        return await loadBulk(writer, tableOf(batch.entity), paths, batch, { salt, sources, first });
      } finally {
        batch.signal?.removeEventListener('abort', interrupt);
      }
    });

  return {
    checkpoint: (source, stream) => readCheckpoint(engine, source, stream),
    load: (batch) => writer.transaction('A load', () => load(batch as unknown as LoadBatch), undo),
    deleteUnseen: ({ source, stream, entity, run, maxShare, missedTwice = false }) =>
      writer.transaction(
        'Deleting what was not seen',
        async () => {
          const streamRun = { source, stream, entity, run };
          const { again, first, held } = await unseenKeys(writer, streamRun);
          const unseen = again.length + first.length;
          if (unseen > maxShare * held) {
            return {
              refused: `${unseen} of ${held} records were not seen again, more than the share of ${maxShare} that may be deleted at once.`,
            };
          }
          const gone = missedTwice ? again : [...again, ...first];
          const deleted = await following(marks, entity, async () => {
            let count = 0;
            for (let start = 0; start < gone.length; start += 20_000)
              count += (await remove(entity, source, gone.slice(start, start + 20_000).map(keyOf))).deleted;
            return count;
          });
          await forgetEarlierRuns(writer, streamRun, missedTwice ? first : []);
          return { deleted, ...(missedTwice && { kept: first.length }) };
        },
        undo,
      ),
    ...(file !== ':memory:' && { loadBulk: bulk }),
    refresh: async () => {
      await workFiles.clear();
      await refreshYears(writer);
    },
  };
}

/** Does work on an entity; where it changes the jurisdiction of organisations, their marks are read anew. */
async function following<Result>(
  context: MarkContext,
  entity: EntityName,
  work: () => Promise<Result>,
): Promise<Result> {
  if (entity !== 'Organisation') return await work();
  const before = await context.jurisdictions.elsewhere();
  const result = await work();
  context.jurisdictions.forget();
  const after = await context.jurisdictions.elsewhere();
  const moved = [...new Set([...before.keys(), ...after.keys()])].filter(
    (id) => before.get(id) !== after.get(id),
  );
  if (moved.length > 0) await rereadMarks(context, moved);
  return result;
}

function tableOf(entity: EntityName) {
  const table = Object.hasOwn(entities, entity) ? tables.get(entities[entity].table) : undefined;
  if (table === undefined) {
    throw new CollegialError({
      code: 'argument.invalid',
      message: 'A batch names an entity that the model does not have.',
      fix: 'Use a name of `entityNames`.',
    });
  }
  return table;
}
