import type { PartnerSuggestions } from '@collegial/collaboration';
import type { Terminal } from '../output/terminal.ts';

/** The lines that people read. */
export function partnersText(
  { school, partners, teams, needs }: PartnerSuggestions,
  nameOf: (id: string) => string,
  { bold, dim }: Terminal['colors'],
): string[] {
  return [
    `Partners for ${nameOf(school)}${needs.length === 0 ? '' : `, which has needs in ${needs.join(', ')}`}. They propose; people decide.`,
    ...partners.flatMap((partner, index) => [
      '',
      `${bold(`${index + 1}. ${partner.name}`)} ${dim(`${partner.school} · fit ${partner.score.toFixed(2)} of 1`)}`,
      ...partner.reasons.map((reason) => `   + ${reason}`),
      ...partner.cautions.map((caution) => `   − ${caution}`),
    ]),
    ...(teams.length === 0 ? [] : ['', bold('Teams with the right mix')]),
    ...teams.map(
      ({ schools, covers, expertise }) =>
        `${schools.map(nameOf).join('; ')}: cover ${Math.round(covers * 100)} % of the needs (${expertise
          .map(({ area, from }) => `${area}: ${from.map(nameOf).join(', ')}`)
          .join('; ')})`,
    ),
  ];
}
