import { Confirmation, type Inbox } from '@collegial/model';
import { aboutActivity, type KnownActivity } from './about-activity.ts';
import { appendOnce } from './append-once.ts';
import { checkKey } from './check-key.ts';
import { writeError } from './write-error.ts';
import { todayOf, type WriteOptions } from './write-options.ts';

/** What {@link confirm} and {@link dispute} need. */
export interface WordOptions extends Omit<WriteOptions, 'kinds'> {
  readonly activityId: string;
  /** School that speaks. */
  readonly by: string;
  /** Default: today. */
  readonly decidedOn?: string;
  /** For people; at most 500 characters and no names. */
  readonly note?: string;
  /** Finds activities that came another way than through this inbox, for example in a spreadsheet. Default: there are none. */
  readonly find?: (activityId: string) => Promise<KnownActivity | undefined>;
}

/**
 * Confirms, for a school that took part, that an activity happened as recorded. The latest word of a school counts: it may dispute it later.
 *
 * @throws CollegialError `activity.unknown`, `activity.not-participant`, `activity.own-record`, `activity.not-permitted`, `activity.invalid`,
 * `inbox.key-reused`
 *
 * @example
 * ```ts
 * import { confirm } from '@collegial/collaboration';
 *
 * await confirm(inbox, { tenant: 'city', idempotencyKey: 'click-17', by: 'urn:100002', activityId });
 * ```
 */
export async function confirm(inbox: Inbox, options: WordOptions): Promise<{ readonly position: number }> {
  return giveWord(inbox, 'confirmed', options);
}

/**
 * Disputes, for a school that took part, that an activity happened as recorded: it then counts nowhere between that school and any other. The school
 * that recorded it takes it back this way.
 *
 * @throws CollegialError as {@link confirm}, without `activity.own-record`
 */
export async function dispute(inbox: Inbox, options: WordOptions): Promise<{ readonly position: number }> {
  return giveWord(inbox, 'disputed', options);
}

async function giveWord(
  inbox: Inbox,
  verdict: 'confirmed' | 'disputed',
  options: WordOptions,
): Promise<{ readonly position: number }> {
  const { tenant, activityId, by, may, note, find } = options;
  checkKey(options);
  const activity = (await aboutActivity(inbox, tenant, activityId)) ?? (await find?.(activityId));
  if (activity === undefined) {
    throw writeError('activity.unknown', 'activityId', 'No activity with this id was recorded.');
  }
  if (!activity.schools.includes(by)) {
    throw writeError('activity.not-participant', 'by', 'This school had no part in the activity.');
  }
  if (verdict === 'confirmed' && activity.recordedById === by) {
    throw writeError('activity.own-record', 'by', 'This school recorded the activity itself.');
  }
  const confirmation = checked({
    verdict,
    options,
    startsOn: activity.startsOn,
    ...(note === undefined ? {} : { note }),
  });
  const action = verdict === 'confirmed' ? 'confirm' : 'dispute';
  if (
    may !== undefined &&
    !(await may({ action, tenant, by, activityId, schools: [...activity.schools].sort() }))
  ) {
    throw writeError('activity.not-permitted', 'by', 'Speaking for this school is not permitted.');
  }
  return appendOnce(inbox, { type: 'confirmation', confirmation }, options);
}

function checked(word: {
  readonly verdict: 'confirmed' | 'disputed';
  readonly options: WordOptions;
  readonly startsOn: string;
  readonly note?: string;
}) {
  const { verdict, options, startsOn, note } = word;
  const { activityId, by: organisationId } = options;
  const decidedOn = options.decidedOn ?? todayOf(options);
  const id = `${activityId}|${organisationId}`;
  const record = {
    id,
    activityId,
    organisationId,
    verdict,
    decidedOn,
    ...(note === undefined ? {} : { note }),
  };
  const { success, error } = Confirmation.schema.safeParse(record);
  if (!success) {
    const [issue] = error.issues;
    throw writeError(
      'activity.invalid',
      String(issue?.path[0] ?? ''),
      `A value cannot be used: ${issue?.message}.`,
    );
  }
  if (decidedOn < startsOn) {
    throw writeError('activity.invalid', 'decidedOn', 'The decision is older than the activity.');
  }
  if (decidedOn > todayOf(options)) {
    throw writeError('activity.invalid', 'decidedOn', 'The decision lies in the future.');
  }
  return record;
}
