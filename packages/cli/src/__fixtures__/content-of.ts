import { createHash } from 'node:crypto';
import { openStore } from '@collegial/store';

/** What a store holds, to compare it with another: for each view its number of rows and a hash of all of them. */
export interface StoreContent {
  readonly snapshot: string;
  readonly views: Readonly<Record<string, { readonly rows: number; readonly sha256: string }>>;
}

/**
 * Reads everything that the views of a store show, sorted, and hashes it here: independently of the checksums that the
 * store keeps. Left out is the keyed number of a student, which is random in each store.
 */
export async function contentOf(path: string): Promise<StoreContent> {
  const store = await openStore({ path });
  try {
    const views: Record<string, { rows: number; sha256: string }> = {};
    const names = await store.query<{ name: string; keyed: boolean }>({
      text: `select table_name as name, bool_or(column_name = 'record_key') as keyed from information_schema.columns
        where table_schema = 'main' group by all order by name`,
      parameters: [],
    });
    for (const { name, keyed } of names) {
      const columns = keyed ? '* exclude (record_key)' : '*';
      const [row] = await store.query<{ rows: number; text: string | null }>({
        text: `select count(*) as rows, string_agg(line, chr(10) order by line) as text
          from (select cast(to_json(t) as varchar) as line from (select ${columns} from main."${name}") t)`,
        parameters: [],
      });
      views[name] = {
        rows: row?.rows ?? 0,
        sha256: createHash('sha256').update(row?.text ?? '').digest('hex'),
      };
    }
    return { snapshot: await store.snapshot(), views };
  } finally {
    await store.close();
  }
}

/** Attendance marks that a store holds. */
export async function marksIn(path: string): Promise<number> {
  const store = await openStore({ path });
  try {
    return (await store.counts()).AttendanceMark;
  } finally {
    await store.close();
  }
}
