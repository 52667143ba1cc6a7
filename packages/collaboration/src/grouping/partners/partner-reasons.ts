import type { SchoolRow } from '../table/school-row.ts';
import type { Fit } from './partner-fits.ts';

const percent = (share: number) => `${Math.round(share * 100)} %`;

/** Words as a sentence lists them. */
export function wordList(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** Why a school may fit, and what speaks against it, in words. */
export function partnerReasons(school: SchoolRow, { partner, fits, gives, gains, distance }: Fit) {
  const reasons: string[] = [];
  const cautions: string[] = [];
  if (gives.length > 0 && fits.gives !== null)
    reasons.push(
      `Strong in ${wordList(gives)}, where ${school.name} has a need: covers ${percent(fits.gives)} of its needs.`,
    );
  else if (fits.gives !== null) cautions.push(`Has no strength where ${school.name} has a need.`);
  if (gains.length > 0)
    reasons.push(`Gains in ${wordList(gains)} from ${school.name}: benefit flows both ways.`);
  else if (fits.gains !== null)
    cautions.push(
      `${school.name} is not known to have a strength where it has a need: help would flow one way.`,
    );
  if (fits.similar !== null) {
    const compared = contextWords(school, partner);
    if (fits.similar >= 0.6) reasons.push(`Similar context, so that advice fits: ${compared}.`);
    else if (fits.similar < 0.4) cautions.push(`Another context, so that advice may not fit: ${compared}.`);
  }
  if (distance !== null) reasons.push(`${distance.toFixed(1)} km away.`);
  if (fits.tied !== null && fits.tied > 0) reasons.push('They work together already.');
  if (
    school.attainment != null &&
    partner.attainment != null &&
    fits.gives !== null &&
    partner.attainment < school.attainment &&
    gives.length > 0
  )
    reasons.push('Its own attainment is lower: a strength is no rank.');
  return { reasons, cautions };
}

function contextWords(school: SchoolRow, partner: SchoolRow): string {
  const names = Object.keys(school.context ?? {}).filter((name) => partner.context?.[name] != null);
  return names
    .sort()
    .flatMap((name) => {
      const own = school.context?.[name];
      return own == null
        ? []
        : [
            `${name} ${Number(partner.context?.[name]?.toPrecision(4))} against ${Number(own.toPrecision(4))}`,
          ];
    })
    .join(', ');
}
