import type { AttainmentDiversity, GroupProfile } from '@collegial/model';
import { formatValue } from './format.ts';
import { type Html, html } from './html.ts';

/** What can be said of a group in a sentence each, what is not known among it. */
export function profileStatements(profile: GroupProfile, name: (id: string) => string): Html {
  const { coordinator, outsideChallenge, attainment, guards, evidence } = profile;
  const pieces = evidence.filter((one) => one.pieces > 0);
  const { saturation, oneSided } = guards;
  const between = (schools: readonly [string, string]) => `${name(schools[0])} and ${name(schools[1])}`;
  return html`<ul>
<li><b>Evidence:</b> ${pieces.length === 0 ? 'none' : pieces.map((one) => `${one.pieces} ${one.basis}, ${one.part === 'tagged' ? 'tagged to the group' : 'not tagged'}`).join('; ')}.</li>
<li><b>Coordinator:</b> ${coordinatorInWords(coordinator)}</li>
<li><b>Challenge from outside:</b> in ${outsideChallenge.activities === 1 ? '1 activity' : `${outsideChallenge.activities} activities`}${outsideChallenge.activitiesWithUnconfirmed > outsideChallenge.activities && `, ${outsideChallenge.activitiesWithUnconfirmed} with those not yet confirmed`}.</li>
<li><b>How unlike the schools are:</b> ${attainmentInWords(attainment)}</li>
${saturation.pairs.length > 0 && html`<li><b>Meetings beyond what counts:</b> ${saturation.pairs.length > 3 ? `${saturation.pairs.length} pairs, up to ${times(Math.max(...saturation.pairs.map((pair) => pair.events)))} joint events` : saturation.pairs.map((pair) => `${between(pair.schools)} (${times(pair.events)})`).join('; ')}. More than ${times(saturation.threshold)} a year raise nothing${saturation.share !== null && `: ${formatValue(saturation.share, 'proportion')} of all joint events`}.</li>`}
${oneSided.length > 0 && html`<li><b>Records from one side only:</b> ${oneSided.length > 3 ? `${oneSided.length} pairs; the table of levels names them` : oneSided.map((pair) => `${between(pair.schools)}, all ${pair.activities} by ${name(pair.recordedBy)}`).join('; ')}.</li>`}
</ul>`;
}

function coordinatorInWords({ present, shareOfYear }: GroupProfile['coordinator']): string {
  if (shareOfYear === null) return 'nobody on record.';
  return present ? `in post on ${formatValue(shareOfYear, 'proportion')} of the days.` : 'none in this year.';
}

function attainmentInWords(attainment: AttainmentDiversity | null): string {
  if (attainment === null) return 'not shown: no published figures of the schools are at hand.';
  const { schools, of, lowest, highest, mean, standardDeviation, measure, period, source } = attainment;
  const spread =
    standardDeviation === null ? '' : `, standard deviation ${formatValue(standardDeviation, 'value')}`;
  return `${measure.replaceAll('-', ' ')} ${period} (${source === 'published' ? 'as published' : 'results in the store'}) of ${schools} of ${of} schools: ${formatValue(lowest, 'value')} to ${formatValue(highest, 'value')}, mean ${formatValue(mean, 'value')}${spread}.`;
}

function times(events: number): string {
  return String(Number(events.toFixed(1)));
}
