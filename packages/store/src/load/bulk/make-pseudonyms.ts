import type { BulkBatch } from '@collegial/model';
import { blobValue, VARCHAR } from '@duckdb/node-api';
import { appendColumns } from '../../database/append-columns.ts';
import type { Values, Writer } from '../../database/writer.ts';
import { hmacSql } from './hmac-sql.ts';
import type { BulkPlan } from './plan-bulk.ts';
import { quoted } from './value-sql.ts';

/** Pseudonyms ready for a statement. */
export interface MadePseudonyms {
  /** SQL for the pseudonym n, and the join that it needs. */
  readonly of: (index: number) => { readonly sql: string; readonly join?: string };
  /** Values that the SQL refers to. */
  readonly values: Values;
}

/**
 * Makes the pseudonyms of a plan. The engine makes them itself where the identity allows, with the secret bound to the statement and never part of it: those
 * of keys in place, since no two rows share one; all others once for each distinct value, in a table `pseudonym_<n>`.
 */
export async function makePseudonyms(
  writer: Writer,
  { pseudonyms: needed, ofKeys }: Pick<BulkPlan, 'pseudonyms' | 'ofKeys'>,
  { hmac, pseudonyms }: Pick<BulkBatch, 'hmac' | 'pseudonyms'>,
): Promise<MadePseudonyms> {
  const pads = needed.length === 0 ? undefined : hmac?.();
  const values: Values =
    pads === undefined ? {} : { inner: blobValue(pads.inner), outer: blobValue(pads.outer) };
  const inPlace = (index: number) => pads !== undefined && ofKeys.has(index);
  for (const [index, { kind, value }] of needed.entries()) {
    if (inPlace(index)) continue;
    const distinct = `select distinct cast(${value} as varchar) as v from raw r where outcome is null and ${value} is not null`;
    const table = `create or replace temp table pseudonym_${index}`;
    if (pads !== undefined) {
      await writer.run(
        `${table} as select v as value, ${pseudonymSql(kind, 'v')} as pseudonym from (${distinct})`,
        values,
      );
      continue;
    }
    const texts = (await writer.rows(distinct)).map(([text]) => String(text));
    await writer.run(`${table} (value varchar, pseudonym varchar)`);
    if (texts.length === 0) continue;
    await appendColumns(writer.connection, `pseudonym_${index}`, [
      { type: VARCHAR, values: texts },
      { type: VARCHAR, values: [...pseudonyms(kind, texts)] },
    ]);
  }
  return {
    of: (index) => {
      const { kind, value } = needed[index] as (typeof needed)[number];
      if (inPlace(index)) return { sql: pseudonymSql(kind, value) };
      return {
        sql: `p${index}.pseudonym`,
        join: `left join pseudonym_${index} p${index} on p${index}.value = ${value}`,
      };
    },
    values: needed.some((_, index) => inPlace(index)) ? values : {},
  };
}

/** The pseudonym of a value. */
function pseudonymSql(kind: string, value: string): string {
  const digest = hmacSql(
    { inner: '$inner', outer: '$outer' },
    `${quoted(`${kind.length}:${kind}:`)} || ${value}`,
  );
  return `replace(replace(left(base64(unhex(left(${digest}, 32))), 22), '+', '-'), '/', '_')`;
}
