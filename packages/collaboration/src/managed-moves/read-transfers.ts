import type { Transfer } from '@collegial/model';
import { type QueryEngine, sql } from '@collegial/query';
import { type Provision, provisionOf } from '../shared-places/provision.ts';
import type { ReadRollsOptions } from '../shared-places/read-rolls.ts';
import { dayNumber, type Span } from '../time/days.ts';

/** A transfer from one of the schools, as recorded. */
export interface RecordedTransfer extends Span {
  readonly id: string;
  readonly person: string;
  readonly home: string;
  /** `null` when nobody recorded where to. */
  readonly host: string | null;
  readonly kind: Transfer['kind'];
  readonly agreed: boolean;
  /** Kind of provision at either end. */
  readonly provision: Provision | null;
}

/** Transfers from the schools that began, or went on, on the days asked for. */
export async function readTransfers(
  engine: QueryEngine,
  options: ReadRollsOptions,
): Promise<RecordedTransfer[]> {
  const { schoolOf } = options.schools;
  const rows = await engine.query<{
    id: string;
    person_id: string;
    from_organisation_id: string;
    to_organisation_id: string | null;
    kind: Transfer['kind'];
    agreed: boolean;
    starts_on: string;
    ends_on: string | null;
    from_phase: string | null;
    from_type: string | null;
    to_phase: string | null;
    to_type: string | null;
  }>(
    sql`select transfer.id, coalesce(student.link_key, transfer.student_id) as person_id, from_organisation_id,
        to_organisation_id, transfer.kind, agreed, starts_on, ends_on,
        origin.phase as from_phase, origin.type as from_type, target.phase as to_phase, target.type as to_type
      from transfer
      left join student on student.id = transfer.student_id
      left join organisation origin on origin.id = transfer.from_organisation_id
      left join organisation target on target.id = transfer.to_organisation_id
      where from_organisation_id in (${[...schoolOf.keys()]})
        and starts_on <= cast(${options.to} as date)
        and coalesce(ends_on, starts_on) >= cast(${options.from} as date)
      order by transfer.id, starts_on`,
    options.signal === undefined ? {} : { signal: options.signal },
  );
  const last = dayNumber(options.to) + 1;
  return rows.map((row) => {
    const from = dayNumber(row.starts_on);
    const to = row.to_organisation_id;
    return {
      id: row.id,
      person: row.person_id,
      home: schoolOf.get(row.from_organisation_id) ?? row.from_organisation_id,
      host: to === null ? null : (schoolOf.get(to) ?? to),
      kind: row.kind,
      agreed: row.agreed,
      provision:
        provisionOf({ phase: row.to_phase, type: row.to_type }) ??
        provisionOf({ phase: row.from_phase, type: row.from_type }),
      from,
      to: row.ends_on === null ? from + 1 : Math.max(from + 1, Math.min(last, dayNumber(row.ends_on) + 1)),
    };
  });
}
