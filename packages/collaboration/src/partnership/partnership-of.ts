import { type Disengagement, disengagementOf } from './disengagement-of.ts';
import { type ExpertiseCoverage, expertiseCoverage } from './expertise-coverage.ts';
import { type MutualBenefit, mutualBenefit } from './mutual-benefit.ts';
import type { PartnershipRecords } from './partnership-records.ts';

/** A partnership on a day. */
export interface PartnershipResult {
  readonly partnership: { readonly id: string; readonly name: string; readonly startsOn: string };
  readonly asOf: string;
  readonly members: readonly string[];
  /** Whether each member's role is named: supporting or supported, and what it answers for. */
  readonly roles: {
    readonly named: number;
    readonly members: number;
    /** Members whose responsibility is not named; those that are supported need none. */
    readonly unnamed: readonly string[];
    readonly supported: readonly string[];
  };
  readonly protocols: {
    readonly stated: number;
    /** Those to which every member agreed. */
    readonly agreed: number;
    /** Members that have not agreed, for each that is not. */
    readonly open: readonly { readonly protocol: string; readonly missing: readonly string[] }[];
  };
  readonly expertise: ExpertiseCoverage;
  readonly benefit: MutualBenefit;
  readonly disengagement: Disengagement;
  /** What is there and what is missing, in words. */
  readonly explanation: readonly string[];
}

/** How a partnership stands on a day: roles, protocols, expertise, benefit both ways and disengagement (B5). Pure. */
export function partnershipOf(records: PartnershipRecords, asOf: string): PartnershipResult {
  const { id, name, startsOn } = records.partnership;
  const current = records.members.filter(
    ({ from, to }) => (from === null || from <= asOf) && (to === null || to >= asOf),
  );
  const members = [...new Set(current.map(({ school }) => school))].sort();
  const named = (school: string) =>
    current.some(
      (member) => member.school === school && (member.responsibility !== null || member.role === 'supported'),
    );
  const unnamed = members.filter((school) => !named(school));
  const protocols = records.protocols.filter(({ agreedOn }) => agreedOn === null || agreedOn <= asOf);
  const open = protocols
    .map(({ title, agreedBy }) => ({
      protocol: title,
      missing: members.filter((school) => !agreedBy.includes(school)),
    }))
    .filter(({ missing }) => missing.length > 0);
  const stated = records.expertise.filter(
    ({ school, statedOn }) => members.includes(school) && (statedOn === null || statedOn <= asOf),
  );
  const expertise = expertiseCoverage(stated);
  const result = {
    partnership: { id, name, startsOn },
    asOf,
    members,
    roles: {
      named: members.length - unnamed.length,
      members: members.length,
      unnamed,
      supported: members.filter((school) =>
        current.some((member) => member.school === school && member.role === 'supported'),
      ),
    },
    protocols: { stated: protocols.length, agreed: protocols.length - open.length, open },
    expertise,
    benefit: mutualBenefit(members, expertise.matches, records.ledger),
    disengagement: disengagementOf(records.partnership, asOf),
  };
  return { ...result, explanation: explain(result) };
}

const disengagementWords: Readonly<Record<Disengagement['state'], string>> = {
  'no-date': 'No day of disengagement is set.',
  ahead: 'The day of disengagement lies ahead.',
  overdue: 'The day of disengagement has passed and the helpers are still there.',
  held: 'The helpers withdrew by the day they had set.',
  late: 'The helpers withdrew after the day they had set.',
  ended: 'The helpers withdrew; no day had been set.',
};

function explain(result: Omit<PartnershipResult, 'explanation'>): string[] {
  const { roles, protocols, expertise, benefit, disengagement } = result;
  const list = (schools: readonly string[]) =>
    schools.length === 0 ? '' : ` Not named: ${schools.join(', ')}.`;
  return [
    `${roles.named} of ${roles.members} members have a named role.${list(roles.unnamed)}`,
    protocols.stated === 0
      ? 'No protocol is stated.'
      : `${protocols.agreed} of ${protocols.stated} protocols are agreed by every member.`,
    expertise.share === null
      ? 'Nobody says what expertise is sought.'
      : `${expertise.covered} of ${expertise.sought} needs are met by what another member offers.`,
    benefit.gaveBothWays === null
      ? `Pairs that could help each other: ${benefit.offeredBothWays.length}; what was given is not known, because the partnership is tagged to no group.`
      : `Pairs that gave each other something: ${benefit.gaveBothWays.length}; in one direction only: ${benefit.gaveOneWay?.length ?? 0}.`,
    disengagement.planStated ? 'A plan for disengagement is stated.' : 'No plan for disengagement is stated.',
    disengagementWords[disengagement.state],
  ];
}
