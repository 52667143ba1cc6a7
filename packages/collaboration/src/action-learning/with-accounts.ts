import { type ActivityKind, academicYearOf } from '@collegial/model';
import type { Participant, RecordedActivity, Verdict } from '../recorded/recorded-activity.ts';
import { unknownReach } from '../ties/reach.ts';
import type { Account } from './read-accounts.ts';

const kindOfAccounts = 'account-of-practice';

/**
 * Recorded activities and accounts of practice as one list, in which nothing stands twice. An account is what its author gives to the host; the author's
 * word is that it wrote it, the host's is its answer: accepted or amended confirms, rejected disputes, silence does neither.
 *
 * An account that names an activity of the same kind is that activity, to which only the host's answer is added where the host has said nothing else.
 * One that came of another activity, such as a visit, stands beside it and is no second occasion.
 *
 * @param kinds kinds that are understood; without `account-of-practice` among them, accounts say nothing
 */
export function withAccounts(
  activities: readonly RecordedActivity[],
  accounts: readonly Account[],
  kinds: readonly ActivityKind[],
): RecordedActivity[] {
  const kind = kinds.find(({ id }) => id === kindOfAccounts);
  if (kind === undefined) return [...activities];
  const all = new Map(activities.map((activity) => [activity.id, activity]));
  const own: RecordedActivity[] = [];
  for (const account of accounts) {
    if (account.author === account.host) continue;
    const linked = account.activityId === null ? undefined : all.get(account.activityId);
    if (linked?.kind.id === kindOfAccounts) all.set(linked.id, answeredBy(linked, account));
    else own.push(activityOf(account, kind, linked !== undefined));
  }
  return [...all.values(), ...own];
}

const verdicts = {
  accepted: 'confirmed',
  amended: 'confirmed',
  rejected: 'disputed',
} as const satisfies Record<NonNullable<Account['answer']>, Verdict>;

function answeredBy(activity: RecordedActivity, { host, answer }: Account): RecordedActivity {
  const said = new Map(activity.verdicts);
  if (answer !== null && !said.has(host) && activity.recordedBy !== host) said.set(host, verdicts[answer]);
  return { ...activity, verdicts: said };
}

function activityOf(account: Account, kind: ActivityKind, ofAnother: boolean): RecordedActivity {
  const { id, author, host, title, writtenOn, answer, groupId } = account;
  return {
    id,
    kind,
    academicYear: academicYearOf(writtenOn),
    startsOn: writtenOn,
    endsOn: writtenOn,
    aim: null,
    product: title,
    groupId,
    fundingId: null,
    recordedBy: author,
    participants: [part(author, 'provider'), part(host, 'recipient')],
    ...(ofAnother ? { occasion: false } : {}),
    verdicts: new Map(answer === null ? [] : [[host, verdicts[answer]]]),
  };
}

function part(school: string, role: Participant['role']): Participant {
  const unknown = { people: null, students: null, hours: null, days: null, places: null, amount: null };
  return { school, role, reach: unknownReach, ...unknown };
}
