import { type Mapped, reject } from '@collegial/connector-kit';
import { type SheetRow, textIn } from './activities-schemas.ts';
import { activityId, asRejection, type Setting } from './map-activity.ts';
import { readSchool, readWord } from './read-names.ts';
import { readDay } from './read-values.ts';

const verdicts = ['confirmed', 'disputed'] as const;

/** What a partner school says of an activity. */
export function mapConfirmation(row: SheetRow, { config, source }: Setting): Mapped<'Confirmation'> {
  const { cells, repeats, activityKnown, activity } = row;
  if (activityKnown !== true)
    return reject('no activity that was loaded has this id', { field: 'activity_id' });
  const school = readSchool(textIn(cells, 'school'), 'school', config);
  if (school.fault !== undefined) return reject(...asRejection(school.fault));
  if (repeats !== undefined)
    return reject(`this school speaks of this activity in row ${repeats} already`, { field: 'school' });
  const verdict = readWord(textIn(cells, 'verdict'), 'verdict', verdicts);
  if (verdict.fault !== undefined) return reject(...asRejection(verdict.fault));
  const decidedOn = readDay(textIn(cells, 'decided_on'), 'decided_on');
  if (decidedOn.fault !== undefined) return reject(...asRejection(decidedOn.fault));
  if (decidedOn.value === null) return reject('the day of the decision is missing', { field: 'decided_on' });
  const id = activity ?? activityId(cells, source);
  return {
    id: `${id}|${school.value}`,
    activityId: id,
    organisationId: school.value,
    verdict: verdict.value,
    decidedOn: decidedOn.value,
    note: textIn(cells, 'note').slice(0, 500) || null,
  };
}
