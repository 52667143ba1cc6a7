import type { Deletes } from '@collegial/connector-kit';
import { earlierDoubt, otherScope, partialRead, type ReadPlan, readAgain } from './plan-read.ts';
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
  if (tally.get(earlierDoubt) > 0)
    return {
      unverified:
        'An earlier run got fewer rows than the source said it has, and this one went on from its end. One full sync reads them all.',
    };
  if (total === undefined) return { unverified: 'The source does not say how many rows it has.' };
  if (rows === total) return 'verified';
  return {
    unverified:
      rows < total
        ? `The source has ${total} rows and gave ${rows}.`
        : `The source says that it has ${total} rows and gave ${rows}: what it gives as a total is none.`,
  };
}

/**
 * Whether a finished read changes nothing but what it was told: always where records are never deleted, and where the source tells of deletions
 * unless the stream was read from the beginning once more – what was deleted while nobody listened is told by its absence alone.
 */
export function toldAlone(deletes: Deletes, { tally, incremental }: ReadPlan): boolean {
  if (deletes === 'none') return true;
  if (deletes === 'snapshot-diff') return false;
  return incremental || tally.get(readAgain) === 0 || tally.get(partialRead) > 0;
}

/** Whether the number of rows that the source gave tells the end of a read. A number below what came is one of a page, or of a part. */
export function endIsKnown(tally: Tally): boolean {
  return tally.total !== undefined && tally.get('rows') <= tally.total;
}

/** What to report when so many records, not met for the first time by a read without a total, were kept. */
export function waiting(kept: number): StreamReport['deletes'] {
  if (kept === 0) return 'applied';
  return {
    unknown: `The source does not say how many rows it has: ${kept} records that were not met are kept until the next complete read does not meet them either.`,
  };
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
  if (tally.get(otherScope) > 0)
    return {
      unknown:
        'The settings that decide what is read have changed since the records were loaded. One full sync makes the present settings the measure.',
    };
  if (tally.get(partialRead) > 0)
    return { unknown: 'The source gave a part of its records, which says nothing of the others.' };
  if (incremental) return { unknown: 'The read was incremental; only a full one meets every record.' };
  if (quarantined > 0)
    return { unknown: `${quarantined} records were set aside, and may be among those not met.` };
  if (total !== undefined && rows < total)
    return { unknown: `The source has ${total} rows and gave ${rows}.` };
  return 'applied';
}
