import type { EntityInput } from '../entity/entities.ts';
import type { PlacedEntry } from './inbox.ts';

/** An activity as its recorder last described it. */
export interface StandingActivity {
  readonly position: number;
  readonly activity: EntityInput<'Activity'>;
  readonly participations: readonly EntityInput<'Participation'>[];
}

/** What holds after all entries of an inbox. */
export interface InboxState {
  readonly activities: readonly StandingActivity[];
  /** The latest word of each school about each activity, where it still holds. */
  readonly confirmations: readonly {
    readonly position: number;
    readonly confirmation: EntityInput<'Confirmation'>;
  }[];
}

/**
 * What the entries of an inbox say in the end. The latest word of each school counts, by position and not by the day it names. Recording an activity
 * again corrects it, and only the school that recorded it first can; what others had confirmed is then unconfirmed until they look at it again, while
 * a dispute of another school holds until that school takes it back. All in the order of positions.
 *
 * @param entries all entries of one tenant, in any order
 */
export function inboxState(entries: readonly PlacedEntry[]): InboxState {
  const activities = new Map<string, StandingActivity>();
  const words = new Map<string, InboxState['confirmations'][number]>();
  for (const { position, entry } of [...entries].sort((a, b) => a.position - b.position)) {
    if (entry.type === 'confirmation') {
      const { activityId, organisationId } = entry.confirmation;
      words.set(JSON.stringify([activityId, organisationId]), { position, confirmation: entry.confirmation });
      continue;
    }
    const { activity, participations } = entry;
    const before = activities.get(activity.id);
    if (before !== undefined && (before.activity.recordedById ?? null) !== (activity.recordedById ?? null))
      continue;
    activities.set(activity.id, { position, activity, participations });
  }
  const holds = ({ position, confirmation }: InboxState['confirmations'][number]) => {
    const about = activities.get(confirmation.activityId);
    if (about === undefined || position > about.position) return true;
    return confirmation.verdict === 'disputed' && about.activity.recordedById !== confirmation.organisationId;
  };
  const byPosition = (a: { position: number }, b: { position: number }) => a.position - b.position;
  return {
    activities: [...activities.values()].sort(byPosition),
    confirmations: [...words.values()].filter(holds).sort(byPosition),
  };
}
