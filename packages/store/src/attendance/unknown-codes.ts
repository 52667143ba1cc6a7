import { type QueryEngine, sql } from '@collegial/query';

/** A code that its jurisdiction's code set did not have on the days it was used. */
export interface UnknownCode {
  readonly code: string;
  /** Jurisdiction of the organisations that used it. */
  readonly jurisdiction: string;
  /** First and last day of use. */
  readonly firstDay: string;
  readonly lastDay: string;
  /** Number of sessions marked with it. */
  readonly count: number;
}

/** Lists unknown codes by how often they were used; found from the marks, so that a correction at the source clears them. */
export async function unknownCodes(engine: Pick<QueryEngine, 'query'>): Promise<UnknownCode[]> {
  return await engine.query<UnknownCode>(sql`
    select c.code, coalesce(o.jurisdiction, 'GB-ENG') as jurisdiction,
      min(m.day) as "firstDay", max(m.day) as "lastDay", count(*) as count
    from data.attendance_mark m
    join data.attendance_code c on c.code_no = m.code_no
    join data.enrolment_number n on n.enrolment_no = m.enrolment_no
    left join data.organisation o on o.id = n.organisation_id and not o.shadowed
    where m.meaning = 0
    group by c.code, coalesce(o.jurisdiction, 'GB-ENG')
    order by count desc, c.code, jurisdiction`);
}
