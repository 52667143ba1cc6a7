import type { EntityInput } from '@collegial/model';
import { formatDay } from '../calendar/day.ts';
import type { Timeline } from '../calendar/timeline.ts';
import type { SchoolKey } from '../places/school-profile.ts';
import { schoolId } from '../places/school-profiles.ts';
import type { StoryDay } from '../staff/planned-post.ts';

/** Partnerships: members, rules of working together, what each can give and needs. */
export interface PartnershipRecords {
  readonly partnerships: EntityInput<'Partnership'>[];
  readonly members: EntityInput<'PartnershipMember'>[];
  readonly protocols: EntityInput<'PartnershipProtocol'>[];
  readonly expertise: EntityInput<'PartnershipExpertise'>[];
}

interface PlannedPartnership {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly groupId: string;
  readonly startsOn: StoryDay;
  readonly disengagementPlan?: string;
  readonly disengageBy?: StoryDay;
  readonly disengagedOn?: StoryDay;
  readonly members: readonly (readonly [
    school: SchoolKey,
    role: EntityInput<'PartnershipMember'>['role'],
    responsibility?: string,
  ])[];
  readonly protocols: readonly (readonly [title: string, agreedBy: readonly SchoolKey[]])[];
  readonly expertise: readonly (readonly [
    school: SchoolKey,
    direction: 'offered' | 'sought',
    area: string,
  ])[];
}

/**
 * Two partnerships of group B (B5, ch. 8): one that helps the school in special measures, which is all but complete and withdraws three weeks late, and one of
 * equals that has hardly anything on paper.
 */
const planned: readonly PlannedPartnership[] = [
  {
    id: 'partnership:B3',
    name: 'Help for the school in special measures',
    purpose: 'Out of special measures, and able to go on alone',
    groupId: 'B',
    startsOn: [0, '11-02'],
    disengagementPlan: 'Each helper hands over to a middle leader of the school, one area each term.',
    disengageBy: [1, '06-28'],
    disengagedOn: [1, '07-19'],
    members: [
      ['B1', 'supporting', 'Finance and resources'],
      ['B4', 'supporting', 'Teaching and learning'],
      ['B2', 'supporting'],
      ['B3', 'supported'],
    ],
    protocols: [
      ['Who decides', ['B1', 'B2', 'B3', 'B4']],
      ['Who speaks to parents and the press', ['B1', 'B2', 'B3', 'B4']],
      ['What stays confidential', ['B1', 'B3', 'B4']],
    ],
    expertise: [
      ['B3', 'sought', 'Finance'],
      ['B3', 'sought', 'Target-setting'],
      ['B3', 'sought', 'Work with parents'],
      ['B1', 'offered', 'Finance'],
      ['B4', 'offered', 'Target-setting'],
      ['B3', 'offered', 'Community languages'],
      ['B1', 'sought', 'Community languages'],
      ['B2', 'offered', 'Marketing'],
    ],
  },
  {
    id: 'partnership:B2-B5',
    name: 'Two science departments',
    purpose: 'Practical work in Year 9',
    groupId: 'B',
    startsOn: [1, '01-09'],
    members: [
      ['B2', 'equal', 'Electricity and forces'],
      ['B5', 'equal'],
    ],
    protocols: [],
    expertise: [],
  },
];

/** The records of the partnerships that begin in the years of the city. */
export function createPartnerships(timeline: Timeline): PartnershipRecords {
  const records: PartnershipRecords = { partnerships: [], members: [], protocols: [], expertise: [] };
  for (const plan of planned.filter(({ startsOn }) => startsOn[0] < timeline.years.length)) {
    const { id: partnershipId } = plan;
    const begins = formatDay(timeline.on(...plan.startsOn));
    const withdrew = plan.disengagedOn !== undefined && plan.disengagedOn[0] < timeline.years.length;
    records.partnerships.push({
      id: partnershipId,
      name: plan.name,
      purpose: plan.purpose,
      groupId: plan.groupId,
      startsOn: begins,
      disengagementPlan: plan.disengagementPlan ?? null,
      disengageBy: plan.disengageBy === undefined ? null : formatDay(timeline.date(...plan.disengageBy)),
      disengagedOn: withdrew ? formatDay(timeline.date(...(plan.disengagedOn as StoryDay))) : null,
    });
    for (const [school, role, responsibility = null] of plan.members)
      records.members.push({
        id: `${partnershipId}:${school}`,
        partnershipId,
        organisationId: schoolId(school),
        role,
        responsibility,
        validFrom: begins,
      });
    for (const [index, [title, agreedBy]] of plan.protocols.entries())
      records.protocols.push({
        id: `${partnershipId}:protocol:${index + 1}`,
        partnershipId,
        title,
        agreedByIds: agreedBy.map(schoolId),
        agreedOn: begins,
      });
    for (const [index, [school, direction, area]] of plan.expertise.entries())
      records.expertise.push({
        id: `${partnershipId}:expertise:${index + 1}`,
        partnershipId,
        organisationId: schoolId(school),
        area,
        direction,
        statedOn: begins,
      });
  }
  return records;
}
