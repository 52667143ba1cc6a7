import { activityKinds, type Inbox } from '@collegial/model';
import { aboutActivity } from './about-activity.ts';
import { appendOnce } from './append-once.ts';
import { checkActivity } from './check-activity.ts';
import { checkKey } from './check-key.ts';
import type { RecordActivityOptions } from './new-activity.ts';
import { writeError } from './write-error.ts';

/**
 * Records something that schools did together. To record the same id again corrects it: what partners had confirmed then waits for them again.
 *
 * @returns its position in the inbox and the id under which others confirm or dispute it
 * @throws CollegialError `activity.invalid` – a kind that is not known, fewer than two schools, days that cannot be, amounts below zero –
 * `activity.not-permitted` – `may` refused, or another school recorded this id – `inbox.key-reused`
 *
 * @example
 * ```ts
 * import { recordActivity } from '@collegial/collaboration';
 *
 * const { activityId } = await recordActivity(inbox, {
 *   tenant: 'city', idempotencyKey: 'form-81', by: 'urn:100001',
 *   activity: { kind: 'joint-training', title: 'Marking in mathematics', startsOn: '2024-10-05' },
 *   participations: [
 *     { organisationId: 'urn:100001', role: 'provider', teachers: 2, hours: 12 },
 *     { organisationId: 'urn:100002', role: 'recipient', teachers: 6 },
 *   ],
 * });
 * ```
 */
export async function recordActivity(
  inbox: Inbox,
  options: RecordActivityOptions,
): Promise<{ readonly position: number; readonly activityId: string }> {
  const { tenant, by, may } = options;
  checkKey(options);
  const activityId = options.activity.id ?? (await idOf(options));
  const { schools, ...described } = checkActivity(activityId, by, { kinds: activityKinds, ...options });
  const before = await aboutActivity(inbox, tenant, activityId);
  if (before !== undefined && before.recordedById !== by) {
    throw writeError(
      'activity.not-permitted',
      'activity.id',
      'Somebody else recorded the activity with this id.',
    );
  }
  const action = before === undefined ? 'record' : 'correct';
  if (may !== undefined && !(await may({ action, tenant, by, activityId, schools }))) {
    throw writeError('activity.not-permitted', 'by', 'Recording this activity is not permitted.');
  }
  return { ...(await appendOnce(inbox, { type: 'activity', ...described }, options)), activityId };
}

async function idOf({ tenant, by, idempotencyKey }: RecordActivityOptions): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify([tenant, by, idempotencyKey]));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
  return `recorded:${[...digest.slice(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
