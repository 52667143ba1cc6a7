import { type TableLayout, tableLayouts } from '@collegial/model';
import { type DataTable, dataTables, type StoredColumn } from './data-tables.ts';

/** A table of schema `data`. */
export interface StoredTable extends DataTable {
  /** Layout of the entity it holds; absent for tables that the engine keeps besides. */
  readonly layout?: TableLayout;
}

const source: StoredColumn = { name: 'source_id', type: 'VARCHAR', nullable: false };
const run: StoredColumn = { name: 'run_id', type: 'VARCHAR', nullable: false };
const shadowed: StoredColumn = { name: 'shadowed', type: 'BOOLEAN', nullable: false };
const recordKey: StoredColumn = { name: 'record_key', type: 'UINTEGER', nullable: false };

/**
 * Every table of schema `data`: what an engine must hold for the views to work, and what the store exports.
 *
 * The table of an entity has its fields and
 * - `source_id`: the source the row came from; a row is identified by it and the entity's key,
 * - `run_id`: the run that last wrote the row,
 * - `shadowed`: true when another source's row with the same key says more (more fields known; then the source whose name
 *   comes last), so that the views show one row for each key, whole and never a mixture,
 * - `record_key`, students only: a keyed random number, the same for one person at every school.
 *
 * Attendance marks have no table of their entity: they are kept as integers, see `dataTables`.
 */
export function storedTables(): StoredTable[] {
  const ofEntities = tableLayouts()
    .filter(({ entity }) => entity !== 'AttendanceMark')
    .map((layout): StoredTable => {
      const extra = layout.entity === 'Student' ? [recordKey] : [];
      return {
        name: layout.table,
        description: `Records of ${layout.entity}.`,
        columns: [...layout.columns, ...extra, source, run, shadowed],
        layout,
        ...(layout.partition === undefined ? {} : { partition: layout.partition }),
      };
    });
  return [...ofEntities, ...dataTables];
}
