import type { GroupCondition } from '@collegial/model';

/** Why a condition is met or not (B2). */
export function explainCondition(condition: GroupCondition): string[] {
  const { title, status, basis, records, recordsWithUnconfirmed, review, why, evidence } = condition;
  return [
    `${title}: ${status}, by ${basis === 'review' ? 'the answer of a review' : 'what records show'}.`,
    `Records alone: ${records}; with unconfirmed ones: ${recordsWithUnconfirmed}; review: ${review ?? 'no answer'}.`,
    ...why,
    `Evidence: ${evidence.length === 0 ? 'none' : evidence.map(({ kind, id }) => `${kind} ${id}`).join(', ')}.`,
  ];
}
