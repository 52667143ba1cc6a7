import { CollegialError } from '@collegial/model';
import { canonicalOrder } from '../table/canonical-order.ts';
import { checkSchools } from '../table/check-schools.ts';
import type { SchoolRow } from '../table/school-row.ts';
import { needOf, partnerFits } from './partner-fits.ts';
import {
  defaultPartnerWeights,
  type FitName,
  fitNames,
  type PartnerSuggestions,
  type SuggestPartnersOptions,
} from './partner-options.ts';
import { partnerReasons, wordList } from './partner-reasons.ts';
import { partnerTeams } from './partner-teams.ts';

/**
 * Proposes partners for one school: strong where it has needs, with needs where it is strong, in a similar context, near, and
 * known to it – each with reasons and cautions in words –, and teams of partners with the right mix of expertise (B5).
 *
 * @param school id of the school
 * @throws CollegialError `argument.invalid`
 * @example
 * ```ts
 * import { suggestPartners } from '@collegial/collaboration';
 *
 * const { partners } = suggestPartners('hill', [
 *   { id: 'hill', name: 'Hill', areas: { mathematics: -1, music: 1 } },
 *   { id: 'dale', name: 'Dale', areas: { mathematics: 1, music: -1 } },
 *   { id: 'moor', name: 'Moor', areas: { mathematics: 1 } },
 * ]);
 * partners.map(({ name }) => name); // ['Dale', 'Moor']
 * partners[0]?.reasons[1]; // 'Gains in music from Hill: benefit flows both ways.'
 * ```
 */
export function suggestPartners(
  school: string,
  schools: readonly SchoolRow[],
  options: SuggestPartnersOptions = {},
): PartnerSuggestions {
  const { maxDistance = Number.POSITIVE_INFINITY, without = [], ties = [], most = 8 } = options;
  const { teamSize = 3, teams = 3 } = options;
  checkSchools(schools);
  if (!(maxDistance > 0)) throw invalid('The longest distance is not above 0.', 'Give it in kilometres.');
  if (!Number.isInteger(most) || most < 1)
    throw invalid('The number of partners is not a whole number from 1.', 'Give one such as 8.');
  if (!Number.isInteger(teamSize) || teamSize < 1 || teamSize > 5)
    throw invalid('A team cannot be of this size.', 'Give a whole number from 1 to 5.');
  const rows = canonicalOrder(schools);
  const own = rows.find(({ id }) => id === school);
  if (own === undefined)
    throw invalid(`The table has no school ${school}.`, 'Name a school by an id of the table.');
  const ids = new Set(rows.map(({ id }) => id));
  const stranger = [...without, ...ties.flatMap((tie) => tie.schools)].find((id) => !ids.has(id));
  if (stranger !== undefined)
    throw invalid(
      `The options name the school ${stranger}, which the table does not have.`,
      'Name schools by the ids of the table.',
    );
  const weights = { ...defaultPartnerWeights, ...options.weights };

  const ranked = partnerFits(own, rows, ties)
    .filter(({ partner }) => !without.includes(partner.id))
    // Where a limit was asked for, a school whose distance is not known cannot be said to be within it.
    .filter(
      ({ distance }) =>
        maxDistance === Number.POSITIVE_INFINITY || (distance !== null && distance <= maxDistance),
    )
    .map((fit) => ({ ...fit, score: scoreOf(fit.fits, weights) }))
    .sort((one, other) => other.score - one.score);
  const areas = Object.keys(own.areas ?? {}).sort();
  const needs = areas.filter((area) => needOf(own, area) > 0);
  const unmet = needs.filter((area) => ranked.every(({ covers }) => (covers.get(area) ?? 0) === 0));
  const notes: string[] = [];
  if (needs.length === 0)
    notes.push(
      `No need of ${own.name} is known: partners are ranked by what they would gain, context and place.`,
    );
  if (unmet.length > 0)
    notes.push(`No candidate is known to be strong in ${wordList(unmet)}: look further afield.`);
  if (ranked.length === 0) notes.push('No other school is left to choose from.');
  return {
    school,
    partners: ranked.slice(0, most).map((fit) => ({
      school: fit.partner.id,
      name: fit.partner.name,
      score: fit.score,
      fits: fit.fits,
      gives: fit.gives,
      gains: fit.gains,
      distance: fit.distance,
      ...partnerReasons(own, fit),
    })),
    teams: partnerTeams(own, ranked, { teamSize, teams }),
    needs,
    unmet,
    notes,
  };
}

/** The weighted mean of what is known. */
function scoreOf(
  fits: Readonly<Record<FitName, number | null>>,
  weights: Readonly<Record<FitName, number>>,
): number {
  let sum = 0;
  let total = 0;
  for (const name of fitNames) {
    const fit = fits[name];
    if (fit === null) continue;
    sum += weights[name] * fit;
    total += weights[name];
  }
  return total === 0 ? 0 : sum / total;
}

function invalid(message: string, fix: string): CollegialError {
  return new CollegialError({ code: 'argument.invalid', message, fix });
}
