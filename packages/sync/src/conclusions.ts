import type { ReadPlan } from './plan-read.ts';
import type { StreamReport } from './sync-report.ts';
import type { Tally } from './tally.ts';

/**
 * Whether a read got everything: the rows are compared with the number that the source, or the end of the
 * file, gave.
 */
export function completenessOf(status: StreamReport['status'], tally: Tally): StreamReport['completeness'] {
  const { total } = tally;
  const rows = tally.get('rows');
  if (status !== 'complete') return { unverified: 'The stream was not read to its end.' };
  if (total === undefined) return { unverified: 'The source does not say how many rows it has.' };
  return rows >= total ? 'verified' : { unverified: `The source has ${total} rows and gave ${rows}.` };
}

/**
 * Whether what a finished read did not meet may be taken for deleted. An outage must never look like a mass
 * leaving: only a read that began at the beginning, set nothing aside and met every row the source said it has
 * can tell.
 */
export function deletesOf({ tally, incremental }: ReadPlan): StreamReport['deletes'] {
  const quarantined = tally.get('quarantined');
  const rows = tally.get('rows');
  const { total } = tally;
  if (incremental) return { unknown: 'The read was incremental; only a full one meets every record.' };
  if (quarantined > 0)
    return { unknown: `${quarantined} records were set aside, and may be among those not met.` };
  if (total !== undefined && rows < total)
    return { unknown: `The source has ${total} rows and gave ${rows}.` };
  return 'applied';
}
