import type { Writer } from '../database/writer.ts';

/** Tells whether a table holds rows of several sources, without reading it for every batch. */
export interface KnownSources {
  /** Notes that a source writes to a table; true when another one has done so too. */
  several(table: string, source: string): Promise<boolean>;
}

/** Sources of each table: read once, then remembered. One that has no rows any more does no harm here. */
export function createKnownSources(writer: Writer): KnownSources {
  const known = new Map<string, Set<string>>();
  return {
    several: async (table, source) => {
      let sources = known.get(table);
      if (sources === undefined) {
        const rows = await writer.rows(`select distinct source_id from data.${table}`);
        sources = new Set(rows.map(([name]) => String(name)));
        known.set(table, sources);
      }
      return sources.add(source).size > 1;
    },
  };
}
