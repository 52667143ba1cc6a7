import { type MapContext, type Mapped, reject, skip } from '@collegial/connector-kit';
import {
  type EntityInput,
  englandEthnicityCodes,
  englandLanguageCodes,
  englandSenProvisionCodes,
} from '@collegial/model';
import type { CtfConfig } from './ctf-config.ts';
import type { WirePupil } from './ctf-schemas.ts';
import type { MapPupil } from './of-person.ts';

type Outcome = Mapped<'StudentCharacteristic'>;
type Kind = EntityInput<'StudentCharacteristic'>['kind'];
/** Writes one value; the id is made of kind and first day, so that a newer file takes the place of an older one. */
type Write = (kind: Kind, value: string, dates?: { from?: string; to?: string }) => Outcome;

/** Characteristics with the dates that the file gives: histories have them, what is true on the day of the file has none. */
export const mapStudentCharacteristic: MapPupil<'StudentCharacteristic'> = (pupil, context, studentId) => {
  const write: Write = (kind, value, { from, to } = {}) => ({
    id: [studentId, kind, ...(from === undefined ? [] : [from])].join(':'),
    studentId,
    kind,
    value,
    validFrom: from ?? null,
    validTo: to ?? null,
  });
  const mapped = [
    ...freeMeals(pupil, write),
    ...specialNeeds(pupil, context, write),
    ...lookedAfter(pupil, write),
    ...ethnicity(pupil, context, write),
    ...language(pupil, context, write),
  ];
  return mapped.length > 0 ? mapped : [skip('a pupil without characteristics')];
};

function freeMeals({ FSMinstances = [] }: WirePupil, write: Write): Outcome[] {
  return FSMinstances.map(({ FSMstartDate: from, FSMendDate: to }) => {
    if (from === undefined)
      return reject('Free school meals have no first day.', { field: 'FSMhistory.FSMstartDate' });
    if (to !== undefined && to < from)
      return reject('Free school meals end before they begin.', { field: 'FSMhistory.FSMendDate' });
    return write('free-school-meals', 'yes', { from, ...(to === undefined ? {} : { to }) });
  });
}

/** A file gives only first days: each provision lasts until the next begins. */
function specialNeeds({ SENs = [] }: WirePupil, context: MapContext<CtfConfig>, write: Write): Outcome[] {
  const starts = SENs.flatMap(({ StartDate }) => StartDate ?? []).sort();
  return SENs.map(({ StartDate: from, SENprovision: code }) => {
    if (from === undefined)
      return reject('A special need has no first day.', { field: 'SENhistory.StartDate' });
    const value = code === undefined ? undefined : englandSenProvisionCodes.lookup(code, from)?.meaning;
    if (value === undefined) {
      context.unmapped('SENhistory.SENprovision', code ?? '');
      return skip('a provision for special needs that no code set knows');
    }
    const next = starts.find((start) => start > from);
    return write('sen', value, { from, ...(next === undefined ? {} : { to: dayBefore(next) }) });
  });
}

function lookedAfter({ InCare }: WirePupil, write: Write): Outcome[] {
  if (InCare === undefined) return [];
  return [write('looked-after', InCare === 'true' || InCare === '1' || InCare === 'Y' ? 'yes' : 'no')];
}

/** An extended code of an authority is kept, and counted as not known. */
function ethnicity({ Ethnicity, file }: WirePupil, context: MapContext<CtfConfig>, write: Write): Outcome[] {
  if (Ethnicity === undefined) return [];
  if (englandEthnicityCodes.lookup(Ethnicity, dayOf(file.writtenOn)) === undefined)
    context.unmapped('BasicDetails.Ethnicity', Ethnicity);
  return [write('ethnicity', Ethnicity)];
}

/** The first language: that of type F, or the one that has no type. */
function language(
  { Languages = [], file }: WirePupil,
  context: MapContext<CtfConfig>,
  write: Write,
): Outcome[] {
  const first = Languages.find(({ LanguageType }) => LanguageType === 'F');
  const { Language } = first ?? Languages.find(({ LanguageType }) => LanguageType === undefined) ?? {};
  if (Language === undefined) return [];
  const meaning = englandLanguageCodes.lookup(Language, dayOf(file.writtenOn))?.meaning;
  if (meaning === undefined) context.unmapped('BasicDetails.Languages', Language);
  const english = meaning?.englishFirst;
  return [
    write('language', Language),
    ...(english === undefined ? [] : [write('first-language-other', english ? 'no' : 'yes')]),
  ];
}

function dayOf(writtenOn: string | undefined): string {
  return writtenOn ?? '2024-09-01';
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
