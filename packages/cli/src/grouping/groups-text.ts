import type { GroupingProposal, GroupSuggestions, ObjectiveName } from '@collegial/collaboration';
import { textTable } from '../output/table.ts';
import type { Terminal } from '../output/terminal.ts';

const titles: Readonly<Record<ObjectiveName, string>> = {
  alike: 'differences that lie between groups',
  mixed: 'spread that groups lack',
  complement: 'needs met within the group',
  distance: 'mean distance within the group',
  ties: 'existing ties kept',
};
const leaningWords: Readonly<Record<ObjectiveName, string>> = {
  alike: 'groups alike',
  mixed: 'mixed groups',
  complement: 'strengths beside needs',
  distance: 'short ways',
  ties: 'existing ties',
};
const percent = (share: number) => `${Math.round(share * 100)} %`;
const one = (value: number | null | undefined) => (value == null ? '' : value.toFixed(1)).padStart(5);

/** The lines that people read. */
export function groupsText(
  suggestions: GroupSuggestions,
  nameOf: (id: string) => string,
  { bold, dim }: Terminal['colors'],
): string[] {
  const { proposals, schools, method } = suggestions;
  const many = proposals.length === 1 ? 'One proposal' : `${proposals.length} proposals`;
  const proof =
    method === 'exact'
      ? 'no grouping scores better than the first'
      : 'found by search: a grouping with a slightly better score may exist';
  return [
    `${many} for ${schools} schools (${proof}). They propose; people decide.`,
    ...proposals.flatMap((proposal, index) => [
      '',
      bold(
        `Proposal ${index + 1}${index === 0 ? ', the best by the weights' : proposal.leaning === null ? '' : `, leaning to ${leaningWords[proposal.leaning]}`}`,
      ),
      ...groupTable(proposal),
      '',
      ...proposal.groups.map(
        ({ label, schools: ids, unmet }) =>
          `${label}: ${ids.map(nameOf).join('; ')}${unmet.length === 0 ? '' : dim(` (no full help within for: ${unmet.map(({ area }) => area).join(', ')})`)}`,
      ),
      '',
      ...tradeOff(suggestions, proposal),
      ...(index === 0 ? [] : [proposal.words.at(-1) ?? '']),
    ]),
  ];
}

function groupTable({ groups }: GroupingProposal): string[] {
  const context = [...new Set(groups.flatMap((group) => Object.keys(group.context)))];
  const staged = groups.some(({ stage }) => stage !== null);
  return textTable(
    [
      'group',
      'schools',
      'attainment',
      'SD',
      'range',
      ...(staged ? ['stage'] : []),
      ...context,
      'farthest km',
      'needs unmet',
    ],
    groups.map((group) => [
      group.label,
      group.schools.length,
      one(group.attainment?.mean),
      one(group.attainment?.standardDeviation),
      group.attainment === null
        ? ''
        : `${one(group.attainment.lowest).trim()} to ${one(group.attainment.highest).trim()}`,
      ...(staged
        ? [
            group.stage === null
              ? ''
              : `${one(group.stage.lowest).trim()} to ${one(group.stage.highest).trim()}`,
          ]
        : []),
      ...context.map((name) => one(group.context[name])),
      one(group.widestDistance),
      group.unmet.reduce((sum, { schools }) => sum + schools.length, 0),
    ]),
  );
}

function tradeOff({ objectives }: GroupSuggestions, proposal: GroupingProposal): string[] {
  return textTable(
    ['trade-off', 'here', 'best alone', 'by lot', 'given up'],
    objectives.map(({ objective, best, lots, bestIsExact }, index) => {
      const { value = 0, givenUp = null } = proposal.objectives[index] ?? {};
      const told = (amount: number) =>
        objective === 'distance'
          ? `${amount.toFixed(1)} km`
          : percent(objective === 'complement' || objective === 'ties' ? 1 - amount : amount);
      return [
        titles[objective],
        told(value),
        `${told(best)}${bestIsExact ? '' : ' or better'}`,
        told(lots),
        givenUp === null ? 'nothing' : givenUp > 1 ? 'all' : percent(givenUp),
      ];
    }),
  );
}
