import { academicYearOf, CollegialError, formatAcademicYear } from '@collegial/model';
import { type QueryEngine, type QueryOptions, sql } from '@collegial/query';
import { requireAgreement } from '../agreement/require-agreement.ts';
import { ledger } from '../ledger/ledger.ts';
import { type PartnershipResult, partnershipOf } from './partnership-of.ts';
import type { PartnershipRecords } from './partnership-records.ts';

/** What {@link partnership} needs to know. */
export interface PartnershipOptions {
  /** Id of the partnership. */
  readonly partnership: string;
  /** Last day that counts, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly signal?: AbortSignal;
}

/**
 * How a partnership stands on a day: whether roles are named, protocols agreed, what is sought offered, benefit flows both ways, and the day of
 * disengagement is held (B5). Its members must share an agreement for collaboration. What members gave each other in the academic year of the day is
 * read when the partnership is tagged to a group.
 *
 * @throws CollegialError `scope.unknown` when there is no such partnership, `agreement.missing`
 *
 * @example
 * ```ts
 * import { partnership } from '@collegial/collaboration';
 *
 * const result = await partnership(store, { partnership: 'p1', asOf: '2024-07-31' });
 * result.expertise.share; // 0.8
 * result.disengagement.state; // 'held'
 * ```
 */
export async function partnership(
  engine: QueryEngine,
  options: PartnershipOptions,
): Promise<PartnershipResult & { readonly agreements: readonly string[] }> {
  const { asOf } = options;
  const query = options.signal === undefined ? {} : { signal: options.signal };
  const described = await readPartnership(engine, options.partnership, asOf, query);
  const schools = [...new Set(described.members.map(({ school }) => school))];
  const { agreements } = await requireAgreement(engine, {
    schools,
    purpose: 'collaboration',
    from: described.partnership.startsOn,
    to: asOf,
    ...query,
  });
  const { groupId } = described.partnership;
  const period = formatAcademicYear(academicYearOf(asOf));
  const entries =
    groupId === null
      ? null
      : await ledger(engine, { scope: { kind: 'group', id: groupId }, period, asOf, ...query });
  return { ...partnershipOf({ ...described, ledger: entries }, asOf), agreements };
}

async function readPartnership(
  engine: QueryEngine,
  id: string,
  asOf: string,
  query: QueryOptions,
): Promise<Omit<PartnershipRecords, 'ledger'>> {
  const [row] = await engine.query<{
    name: string;
    group_id: string | null;
    starts_on: string;
    disengagement_plan: string | null;
    disengage_by: string | null;
    disengaged_on: string | null;
  }>(
    sql`select name, group_id, starts_on, disengagement_plan, disengage_by, disengaged_on from partnership where id = ${id}`,
    query,
  );
  if (row === undefined || row.starts_on > asOf) {
    throw new CollegialError({
      code: 'scope.unknown',
      message: `No partnership has the id ${id} and had begun by ${asOf}.`,
    });
  }
  return {
    partnership: {
      id,
      name: row.name,
      groupId: row.group_id,
      startsOn: row.starts_on,
      disengagementPlan: row.disengagement_plan,
      disengageBy: row.disengage_by,
      disengagedOn: row.disengaged_on,
    },
    members: await engine.query<PartnershipRecords['members'][number]>(
      sql`select organisation_id as school, role, responsibility, valid_from as "from", valid_to as "to"
        from partnership_member where partnership_id = ${id} order by organisation_id, id`,
      query,
    ),
    protocols: await engine.query<PartnershipRecords['protocols'][number]>(
      sql`select id, title, agreed_by_ids as "agreedBy", agreed_on as "agreedOn" from partnership_protocol
        where partnership_id = ${id} order by title, id`,
      query,
    ),
    expertise: await engine.query<PartnershipRecords['expertise'][number]>(
      sql`select organisation_id as school, area, direction, stated_on as "statedOn" from partnership_expertise
        where partnership_id = ${id} order by area, organisation_id, id`,
      query,
    ),
  };
}
