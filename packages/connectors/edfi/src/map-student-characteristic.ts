import { type MapContext, type Mapped, reject, remove } from '@collegial/connector-kit';
import type { EntityInput } from '@collegial/model';
import type * as z from 'zod';
import { descriptorValue, readDescriptor } from './descriptors/read-descriptor.ts';
import type { EdfiConfig } from './edfi-config.ts';
import { type Ids, personalId } from './edfi-ids.ts';
import type { WireStudentAtOrganisation } from './edfi-schemas.ts';
import type { Row } from './read/resolved.ts';

type Wire = z.output<typeof WireStudentAtOrganisation>;
type Characteristic = EntityInput<'StudentCharacteristic'>;
type Kind = Characteristic['kind'];

/** The kinds that Ed-Fi gives here. */
const kinds = [
  'disadvantaged',
  'looked-after',
  'first-language-other',
  'ethnicity',
  'language',
] as const satisfies readonly Kind[];
type Found = { readonly value: string; readonly validFrom?: string | null; readonly validTo?: string | null };

/**
 * What a school or district says of a student. A kind that is not listed is not known – Ed-Fi lists what is, and nothing that is not – and takes away
 * what an earlier version of the row said. A list that is missing or cannot be read says nothing, and takes nothing away.
 */
export function mapStudentCharacteristic(
  row: Row<Wire>,
  context: MapContext<EdfiConfig>,
): Mapped<'StudentCharacteristic'>[] {
  const { guid = '', student } = row.collegial;
  if (student === undefined)
    return [reject('The student is not among those that can be read.', { field: 'studentReference' })];
  const { studentCharacteristics, languages, races } = row;
  const found: Partial<Record<(typeof kinds)[number], Found | undefined>> = {
    ...characteristicsOf(row, context),
    ...languageOf(row),
    ethnicity: ethnicityOf(row),
  };
  const listed: Record<(typeof kinds)[number], boolean> = {
    disadvantaged: studentCharacteristics !== undefined,
    'looked-after': studentCharacteristics !== undefined,
    'first-language-other': languages !== undefined,
    language: languages !== undefined,
    ethnicity: races !== undefined,
  };
  return kinds.flatMap((kind): Mapped<'StudentCharacteristic'>[] => {
    const value = found[kind];
    const id = idOf(context, guid, kind);
    if (value !== undefined)
      return [{ id, studentId: personalId(context, 'student', student), kind, ...value }];
    return listed[kind] ? [remove(id)] : [];
  });
}

/** Keys of all records that a row can have. */
export function characteristicKeys(guid: string, ids: Ids): string[][] {
  return kinds.map((kind) => [idOf(ids, guid, kind)]);
}

function idOf(ids: Ids, guid: string, kind: Kind): string {
  return `${personalId(ids, 'characteristics', guid)}:${kind}`;
}

function characteristicsOf(row: Wire, context: MapContext<EdfiConfig>) {
  const found: Partial<Record<'disadvantaged' | 'looked-after', Found>> = {};
  for (const { studentCharacteristicDescriptor, periods = [] } of row.studentCharacteristics ?? []) {
    const kind = readDescriptor('StudentCharacteristic', studentCharacteristicDescriptor, context);
    if (kind === undefined || kind === 'none') continue;
    // Of several periods, the last one.
    const last = periods.reduce<(typeof periods)[number] | undefined>(
      (latest, period) => (latest === undefined || period.beginDate > latest.beginDate ? period : latest),
      undefined,
    );
    found[kind] = { value: 'yes', validFrom: last?.beginDate ?? null, validTo: last?.endDate ?? null };
  }
  return found;
}

/** The language spoken at home, or else the native one; a language of which no use is given says nothing. */
function languageOf(row: Wire): Partial<Record<'language' | 'first-language-other', Found>> {
  const usedAs = (use: string) =>
    row.languages?.find(({ uses = [] }) =>
      uses.some(({ languageUseDescriptor }) => descriptorValue(languageUseDescriptor).toLowerCase() === use),
    );
  const language = usedAs('native language') ?? usedAs('home language');
  if (language === undefined) return {};
  const value = descriptorValue(language.languageDescriptor);
  return {
    language: { value },
    'first-language-other': { value: /^(eng|en|english)$/i.test(value) ? 'no' : 'yes' },
  };
}

/** As the United States report it: Hispanic or Latino whatever the race, otherwise the race, or that there are several. */
function ethnicityOf({ hispanicLatinoEthnicity, races = [] }: Wire): Found | undefined {
  if (hispanicLatinoEthnicity === true) return { value: 'Hispanic/Latino' };
  if (races.length > 1) return { value: 'Two or more races' };
  const [race] = races;
  return race === undefined ? undefined : { value: descriptorValue(race.raceDescriptor) };
}
