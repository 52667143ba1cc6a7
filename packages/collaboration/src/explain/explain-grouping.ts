import type { GroupSuggestions, PartnerSuggestions, SuggestedPartner } from '../grouping/index.ts';
import { fitNames } from '../grouping/index.ts';
import type { Naming } from './naming.ts';
import { said } from './said.ts';

/** Why groups are proposed as they are: how they were found, what each objective comes to, what was given up, and who helps whom. */
export function explainGrouping(suggestions: GroupSuggestions, name: Naming): string[] {
  const { proposals, objectives, method, schools, seed, notes } = suggestions;
  return [
    `${schools} schools, ${proposals.length} proposals; ${method === 'exact' ? 'no grouping has a better score than the first' : `found by search with seed ${seed}, a better one may exist`}.`,
    ...objectives.map(
      ({ objective, share, best, bestIsExact, lots }) =>
        `${objective}: ${said(share)} of the score; alone it could be ${said(best)}${bestIsExact ? '' : ' at least so far as was found'}, drawn by lots ${said(lots)}.`,
    ),
    ...proposals.flatMap((proposal, index) => [
      `Proposal ${index + 1}: score ${said(proposal.score)} (0 perfect, 1 as by lots), ${proposal.leaning === null ? 'by the weights' : `leaning to ${proposal.leaning}`}; ${said(proposal.difference)} of its partnerships are others than in the first.`,
      ...proposal.objectives.map(
        ({ objective, value, givenUp }) => `${objective} ${said(value)}, given up ${said(givenUp)}.`,
      ),
      ...proposal.words,
      ...proposal.groups.flatMap(
        ({ label, schools: members, attainment, widestDistance, help, unmet, ties }) => [
          `Group ${label}: ${members.map(name).join(', ')}; mean attainment ${said(attainment?.mean ?? null)} from ${attainment?.known ?? 0} schools, widest distance ${said(widestDistance)} km, existing ties ${said(ties)}.`,
          ...help.map(
            ({ area, from, to }) =>
              `${area}: ${from.map(name).join(', ')} can help ${to.map(name).join(', ')}.`,
          ),
          ...unmet.map(({ area, schools: needy }) => `${area}: nobody helps ${needy.map(name).join(', ')}.`),
        ],
      ),
    ]),
    ...notes,
  ];
}

/** Why partners are proposed for a school. */
export function explainPartners({ partners, notes }: PartnerSuggestions): string[] {
  return [...partners.flatMap(explainPartner), ...notes];
}

/** Why one partner is proposed. */
export function explainPartner({ name, score, fits, reasons, cautions }: SuggestedPartner): string[] {
  const known = fitNames.map((fit) => `${fit} ${said(fits[fit])}`);
  return [
    `${name}: score ${said(score)}, the weighted mean of ${known.join(', ')}.`,
    ...reasons,
    ...cautions,
  ];
}
