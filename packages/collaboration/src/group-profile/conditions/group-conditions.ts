import type { ConditionStatus, GroupCondition } from '@collegial/model';
import type { Tie } from '../../ties/tie.ts';
import type { ReviewAnswer } from '../group-records.ts';
import { authoritySupport } from './authority-support.ts';
import { collectiveResponsibility } from './collective-responsibility.ts';
import { commonPriorities } from './common-priorities.ts';
import { activitiesOf, type ConditionFinding, type ConditionMaterial } from './condition-material.ts';
import { externalHelp } from './external-help.ts';
import { incentives } from './incentives.ts';
import { seniorLeadership } from './senior-leadership.ts';

/** The six conditions of collaboration that works (B2, ch. 12), in the book's order. */
export const groupConditionRules: readonly {
  readonly id: GroupCondition['id'];
  readonly title: string;
  readonly find: (material: ConditionMaterial) => ConditionFinding;
}[] = [
  { id: 'incentives', title: 'Incentives that appeal to the schools’ own interest', find: incentives },
  {
    id: 'collective-responsibility',
    title: 'Collective responsibility for all partners',
    find: collectiveResponsibility,
  },
  { id: 'senior-leadership', title: 'Senior staff willing and able to drive it', find: seniorLeadership },
  { id: 'common-priorities', title: 'Common priorities that matter to many', find: commonPriorities },
  { id: 'external-help', title: 'Credible help from outside', find: externalHelp },
  { id: 'authority-support', title: 'An authority that supports and engages', find: authoritySupport },
];

/** The instrument whose answers speak of the conditions: a factor for each, with 0 not, 1 partly, 2 met. */
export const sixConditionsInstrument = 'six-conditions';

const answers: readonly ConditionStatus[] = ['not', 'partly', 'met'];

/**
 * The six conditions of a group in a year. Records show each in two parts; a review's answer, where the group gave one,
 * goes before them: records see that there is money, people know whether it moves them. Both are shown.
 *
 * @param agreed derived and confirmed evidence tagged to the group
 * @param all the same with what is unconfirmed
 */
export function groupConditions(
  material: Omit<ConditionMaterial, 'ties' | 'activities'>,
  agreed: readonly Tie[],
  all: readonly Tie[],
): GroupCondition[] {
  const counted = { ...material, ties: agreed, activities: activitiesOf(agreed) };
  const beside =
    agreed.length === all.length ? undefined : { ...material, ties: all, activities: activitiesOf(all) };
  return groupConditionRules.map(({ id, title, find }) => {
    const found = find(counted);
    const withUnconfirmed = beside === undefined ? found : find(beside);
    const answer = latest(material.records.reviews.filter((review) => review.factor === id));
    const review = answer === undefined ? undefined : answers[answer.value];
    return {
      id,
      title,
      status: review ?? found.status,
      basis: review === undefined ? 'records' : 'review',
      records: found.status,
      recordsWithUnconfirmed: withUnconfirmed.status,
      review: review ?? null,
      why: [
        ...found.why,
        ...(answer === undefined
          ? []
          : [
              review === undefined
                ? `A review answered ${answer.value}, which is none of 0, 1 and 2.`
                : `The group’s review of ${answer.on} says: ${review}.`,
            ]),
      ],
      evidence: [
        ...found.evidence(),
        ...(answer === undefined ? [] : [{ kind: 'review' as const, id: answer.id }]),
      ],
    };
  });
}

function latest(reviews: readonly ReviewAnswer[]): ReviewAnswer | undefined {
  const order = (review: ReviewAnswer) => `${review.on} ${review.id}`;
  return [...reviews].sort((a, b) => (order(a) < order(b) ? -1 : 1)).at(-1);
}
