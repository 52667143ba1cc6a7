import { cell, codeIn, numberIn, type TableRow, textIn } from './dfe-schemas.ts';
import { censusPhaseOf, type Phase, phaseOf, typesByAbbreviation } from './establishment-types.ts';
import { readDay } from './read-day.ts';

/** What one row says of a school; absent or `null`: nothing. */
export interface SchoolFacts {
  readonly name?: string | null;
  readonly type?: string | null;
  /** A coarser word for the type, used when no file gives the type itself. */
  readonly broadType?: string | null;
  readonly phase?: Phase | null;
  readonly status?: 'open' | 'closed' | 'proposed' | null;
  readonly openedOn?: string | null;
  readonly closedOn?: string | null;
  readonly lowestAge?: number | null;
  readonly highestAge?: number | null;
  readonly capacity?: number | null;
  readonly town?: string | null;
  readonly latitude?: number | null;
  readonly longitude?: number | null;
  readonly ukprn?: string | null;
  /** Code of the authority and number of the establishment in it, seven digits. */
  readonly laestab?: string | null;
  /** Three-digit code of the authority. */
  readonly authority?: string | null;
}

/** Reads what a row says of its school. Easting and northing are left out: nothing here converts them exactly. */
export function schoolFacts(row: TableRow): SchoolFacts {
  switch (row.file.table) {
    case 'establishments':
      return establishmentFacts(row);
    case 'group-links':
      return {
        name: textIn(row, 'EstablishmentName'),
        ...registerKind(row),
        authority: authorityIn(row, 'LA (code)'),
      };
    case 'ks4':
    case 'ks2':
      return performanceFacts(row);
    case 'census':
      return {
        broadType: textIn(row, 'SCHOOLTYPE'),
        phase: censusPhaseOf(textIn(row, 'SCHOOLTYPE')),
        ...placeIn(row, 'LA', 'ESTAB'),
      };
    case 'absence':
      return placeIn(row, 'LA', 'ESTAB');
    default:
      return {};
  }
}

function establishmentFacts(row: TableRow): SchoolFacts {
  return {
    name: textIn(row, 'EstablishmentName'),
    ...registerKind(row),
    status: statusOf(cell(row, 'EstablishmentStatus (name)')),
    openedOn: readDay(cell(row, 'OpenDate')) ?? null,
    closedOn: readDay(cell(row, 'CloseDate')) ?? null,
    lowestAge: numberIn(row, 'StatutoryLowAge'),
    highestAge: numberIn(row, 'StatutoryHighAge'),
    capacity: numberIn(row, 'SchoolCapacity'),
    town: textIn(row, 'Town'),
    ukprn: /^\d{8}$/.test(codeIn(row, 'UKPRN')) ? codeIn(row, 'UKPRN') : null,
    ...placeIn(row, 'LA (code)', 'EstablishmentNumber'),
  };
}

function registerKind(row: TableRow): SchoolFacts {
  const type = textIn(row, 'TypeOfEstablishment (name)');
  return { type, phase: phaseOf(textIn(row, 'PhaseOfEducation (name)'), type) };
}

function performanceFacts(row: TableRow): SchoolFacts {
  const special = cell(row, 'RECTYPE') === '2';
  const [lowestAge = null, highestAge = null] =
    /^(\d{1,2})-(\d{1,2})$/.exec(cell(row, 'AGERANGE'))?.slice(1).map(Number) ?? [];
  const usual = row.file.table === 'ks4' ? 'secondary' : 'primary';
  const allThrough = lowestAge !== null && highestAge !== null && lowestAge <= 7 && highestAge >= 16;
  return {
    name: textIn(row, 'SCHNAME'),
    type: typesByAbbreviation[cell(row, 'NFTYPE')] ?? null,
    broadType: textIn(row, 'SCHTYPE'),
    phase: special ? 'special' : allThrough ? 'all-through' : (phaseByType(row) ?? usual),
    status: cell(row, 'ICLOSE') === '1' ? 'closed' : null,
    lowestAge,
    highestAge,
    town: textIn(row, 'TOWN'),
    latitude: numberIn(row, 'LATITUDE'),
    longitude: numberIn(row, 'LONGITUDE'),
    ...placeIn(row, 'LEA', 'ESTAB'),
  };
}

/** Independent schools have no phase in the register, colleges are for students over 16; all others have the table's. */
function phaseByType(row: TableRow): Phase | undefined {
  const [type, broadType] = [cell(row, 'NFTYPE'), cell(row, 'SCHTYPE')];
  if (type === 'IND' || broadType === 'Independent school') return 'other';
  return type === 'FESI' || broadType === 'College' ? 'sixteen-plus' : undefined;
}

function placeIn(row: TableRow, authorityHeading: string, numberHeading: string): SchoolFacts {
  const authority = authorityIn(row, authorityHeading);
  const number = codeIn(row, numberHeading);
  return {
    authority,
    laestab: authority !== null && /^\d{4}$/.test(number) ? `${authority}${number}` : null,
  };
}

function authorityIn(row: TableRow, heading: string): string | null {
  const code = codeIn(row, heading);
  return /^\d{3}$/.test(code) ? code : null;
}

/** `Open, but proposed to close` is open; `Proposed to open` is not yet. */
function statusOf(words: string): SchoolFacts['status'] {
  if (/^closed/i.test(words)) return 'closed';
  if (/^proposed to open/i.test(words)) return 'proposed';
  return words === '' ? null : 'open';
}
