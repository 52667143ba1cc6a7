import { type Inbox, inboxState, type PlacedEntry } from '@collegial/model';

/** An activity as far as a partner school's word about it needs to be judged. */
export interface KnownActivity {
  /** School that recorded it; `null` when it was somebody else. */
  readonly recordedById: string | null;
  readonly startsOn: string;
  /** Schools that took part. */
  readonly schools: readonly string[];
}

const pageSize = 500;

/** What an inbox knows of an activity; `undefined` when nobody recorded it there. */
export async function aboutActivity(
  inbox: Inbox,
  tenant: string,
  activityId: string,
): Promise<KnownActivity | undefined> {
  const entries = (await inbox.about?.({ tenant, activityId })) ?? (await readAll(inbox, tenant, activityId));
  const [known] = inboxState(entries).activities;
  if (known === undefined) return undefined;
  return {
    recordedById: known.activity.recordedById ?? null,
    startsOn: known.activity.startsOn,
    schools: [...new Set(known.participations.map((part) => part.organisationId))],
  };
}

async function readAll(inbox: Inbox, tenant: string, activityId: string): Promise<PlacedEntry[]> {
  const found: PlacedEntry[] = [];
  for (let after = 0; ; ) {
    const page = await inbox.read({ tenant, after, limit: pageSize });
    for (const placed of page) {
      const { entry } = placed;
      const id = entry.type === 'activity' ? entry.activity.id : entry.confirmation.activityId;
      if (id === activityId) found.push(placed);
      after = placed.position;
    }
    if (page.length === 0) return found;
  }
}
