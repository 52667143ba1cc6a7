import type { InboxEntry } from '@collegial/model';
import { openInbox } from '../inbox/open-inbox.ts';

const recorded = (number: number, title = 'Peer review'): InboxEntry => ({
  type: 'activity',
  activity: { id: `a${number}`, kind: 'peer-review', title, startsOn: '2024-03-05', recordedById: 'urn:900001' },
  participations: ['urn:900001', 'urn:900002'].map((school) => ({
    id: `a${number}|${school}|participant`,
    activityId: `a${number}`,
    organisationId: school,
    role: 'participant',
    hours: 2,
  })),
});
const said = (number: number, verdict: 'confirmed' | 'disputed' = 'confirmed'): InboxEntry => ({
  type: 'confirmation',
  confirmation: {
    id: `a${number}|urn:900002`,
    activityId: `a${number}`,
    organisationId: 'urn:900002',
    verdict,
    decidedOn: '2024-03-06',
  },
});

/** Fills an inbox of the tenant `city` with activities that a second school confirms. */
export function recordsOfInbox(directory: string) {
  let sent = 0;
  const send = async (entries: readonly InboxEntry[]) => {
    const inbox = await openInbox({ directory });
    for (const entry of entries) {
      sent += 1;
      await inbox.append(entry, { tenant: 'city', idempotencyKey: `form-${sent}` });
    }
  };
  return {
    write: (numbers: readonly number[]) => send(numbers.flatMap((number) => [recorded(number), said(number)])),
    /** One is corrected and confirmed again, one disputed, one added. */
    change: () => send([recorded(3, 'Peer review of science'), said(3), said(1, 'disputed'), recorded(13)]),
    /** One is corrected: what the other school had confirmed does not stand any more. */
    correct: () => send([recorded(2, 'Peer review of history')]),
  };
}
