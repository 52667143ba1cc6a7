import type { SchoolRow } from '../table/school-row.ts';
import type { Fit } from './partner-fits.ts';
import { needOf } from './partner-fits.ts';
import type { PartnerTeam } from './partner-options.ts';

/** Candidates that teams are made of: the best by score, and the best for each need. */
const shortlist = 16;

/** A candidate with its score. */
export interface ScoredFit extends Fit {
  readonly score: number;
}

/**
 * Teams whose expertise together covers most of the needs of a school (B5: the right mix of expertise), the best by cover and
 * then by fit; two teams share at most half of their members. `ranked` is sorted by score.
 */
export function partnerTeams(
  school: SchoolRow,
  ranked: readonly ScoredFit[],
  { teamSize, teams }: { readonly teamSize: number; readonly teams: number },
): PartnerTeam[] {
  const areas = [...(ranked[0]?.covers.keys() ?? [])];
  // For one need, one partner is enough.
  if (areas.length < 2) return [];
  const specialists = areas.map((area) =>
    ranked.reduce((best, fit) => ((fit.covers.get(area) ?? 0) > (best.covers.get(area) ?? 0) ? fit : best)),
  );
  const candidates = [...new Set([...ranked.slice(0, shortlist), ...specialists])].filter(
    (fit) => fit.gives.length > 0,
  );
  const total = areas.reduce((sum, area) => sum + needOf(school, area), 0);
  const coverOf = (members: readonly ScoredFit[]) =>
    areas.reduce(
      (sum, area) =>
        sum + needOf(school, area) * Math.max(...members.map((fit) => fit.covers.get(area) ?? 0)),
      0,
    ) / total;
  const all = combinations(candidates, Math.min(teamSize, areas.length, candidates.length)).map(
    (members) => ({
      members,
      covers: coverOf(members),
      score: members.reduce((sum, { score }) => sum + score, 0) / members.length,
    }),
  );
  all.sort((one, other) =>
    Math.abs(other.covers - one.covers) > 1e-9 ? other.covers - one.covers : other.score - one.score,
  );
  const chosen: typeof all = [];
  for (const team of all) {
    if (chosen.length === teams) break;
    const shared = chosen.map((other) => other.members.filter((fit) => team.members.includes(fit)).length);
    if (shared.every((count) => count * 2 <= team.members.length)) chosen.push(team);
  }
  return chosen.map(({ members, covers, score }) => ({
    schools: members.map(({ partner }) => partner.id),
    covers,
    expertise: areas.flatMap((area) => {
      const from = members.filter((fit) => (fit.covers.get(area) ?? 0) > 0).map(({ partner }) => partner.id);
      return from.length === 0 ? [] : [{ area, from }];
    }),
    score,
  }));
}

function combinations<Item>(items: readonly Item[], size: number): Item[][] {
  if (size === 0) return [];
  if (size === 1) return items.map((item) => [item]);
  return items.flatMap((item, index) =>
    combinations(items.slice(index + 1), size - 1).map((rest) => [item, ...rest]),
  );
}
