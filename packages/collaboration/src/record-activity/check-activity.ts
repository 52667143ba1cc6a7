import { Activity, type EntityInput, Participation } from '@collegial/model';
import type { RecordActivityOptions } from './new-activity.ts';
import { writeError } from './write-error.ts';
import { todayOf } from './write-options.ts';

/** What is written of an activity, checked. */
export interface CheckedActivity {
  readonly activity: EntityInput<'Activity'>;
  readonly participations: readonly EntityInput<'Participation'>[];
  /** Schools that took part, sorted. */
  readonly schools: readonly string[];
}

/**
 * Checks all that can be known of an activity without looking anything up.
 *
 * @throws CollegialError `activity.invalid` with the field and how to put it right
 */
export function checkActivity(
  id: string,
  by: string | null,
  options: RecordActivityOptions,
): CheckedActivity {
  const { kinds, activity: given, participations: parts } = options;
  const activity = parsed(Activity.schema, { ...given, id, recordedById: by }, '');
  if (kinds !== undefined && !kinds.some((kind) => kind.id === activity.kind)) {
    throw invalid(
      'kind',
      'No kind of activity has this id.',
      `Write one of ${kinds.map((kind) => kind.id).join(', ')}, or declare it with defineActivityKinds.`,
    );
  }
  if (activity.title.trim() === '') throw invalid('title', 'The activity has no title.');
  if (activity.startsOn > todayOf(options)) {
    throw invalid('startsOn', 'The activity has not begun.', 'Record it when it has happened.');
  }
  if (typeof activity.endsOn === 'string' && activity.endsOn < activity.startsOn) {
    throw invalid('endsOn', 'The activity ends before it starts.');
  }
  const seen = new Set<string>();
  const participations = parts.map((part, index) => {
    const role = part.role ?? 'participant';
    const at = `participations.${index}.`;
    const record = parsed(
      Participation.schema,
      { ...part, role, id: `${id}|${part.organisationId}|${role}`, activityId: id },
      at,
    );
    for (const [field, value] of Object.entries(record)) {
      if (typeof value === 'number' && value < 0) {
        throw invalid(`${at}${field}`, 'An amount is below zero.', 'Leave it out when it is not known.');
      }
    }
    if (seen.has(String(record.id))) {
      throw invalid(
        `${at}organisationId`,
        'A school has the same role twice.',
        'Put what it did in one part, or give the second another role.',
      );
    }
    seen.add(String(record.id));
    return record;
  });
  const schools = [...new Set(participations.map((part) => part.organisationId))].sort();
  if (schools.length < 2) {
    throw invalid(
      'participations',
      'Fewer than two schools took part.',
      'Name every school that did, each in a part of its own.',
    );
  }
  return { activity, participations, schools };
}

interface Schema<Output> {
  safeParse(value: unknown):
    | { readonly success: true; readonly data: Output }
    | {
        readonly success: false;
        readonly error: { readonly issues: readonly { path: readonly PropertyKey[]; message: string }[] };
      };
}

/** A record as it is written: checked, in the order of its schema, without what is not known. */
function parsed<Output extends object>(
  schema: Schema<Output>,
  value: unknown,
  at: string,
): { [Key in keyof Output]: NonNullable<Output[Key]> } {
  const result = schema.safeParse(value);
  if (result.success) {
    const known = Object.entries(result.data).filter(([, held]) => held !== null);
    return Object.fromEntries(known) as { [Key in keyof Output]: NonNullable<Output[Key]> };
  }
  const [issue] = result.error.issues;
  throw invalid(
    `${at}${issue?.path.join('.') ?? ''}`,
    `A value cannot be used: ${issue?.message ?? 'no reason'}.`,
  );
}

function invalid(field: string, message: string, fix?: string) {
  return writeError('activity.invalid', field, message, fix);
}
