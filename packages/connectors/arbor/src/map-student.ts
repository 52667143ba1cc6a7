import { type MapContext, type Mapped, remove } from '@collegial/connector-kit';
import type * as z from 'zod';
import type { ArborConfig } from './arbor-config.ts';
import { personalIdOf } from './arbor-ids.ts';
import type { WireStudent } from './arbor-schemas.ts';

/** A permanent unique pupil number; a temporary one ends in a letter, may be given up, and links nobody. */
const permanentUpn = /^[A-HJ-NP-RT-Z]\d{12}$/;

type Row = z.output<typeof WireStudent>;

/** A student: no name, and of the birthday only year and month. */
export function mapStudent(row: Row, context: MapContext<ArborConfig>): Mapped<'Student'> {
  const id = personalIdOf(context, 'student', row.id);
  if (row.gone) return remove(id);
  const upn = upnOf(row);
  const born = row.dateOfBirth;
  return {
    id,
    linkKey: upn === undefined ? null : context.identity.pseudonym('upn', upn),
    sex: sexOf(row.gender, context),
    birthYear: born === undefined ? null : Number(born.slice(0, 4)),
    birthMonth: born === undefined ? null : Number(born.slice(5, 7)),
  };
}

/** A pupil can have had several numbers: the permanent one that was given last counts. */
function upnOf({ upns = [] }: Row): string | undefined {
  const permanent = upns
    .filter(({ upn, isTemporary }) => isTemporary !== true && permanentUpn.test(upn?.toUpperCase() ?? ''))
    .sort((a, b) => ((a.startDatetime ?? '') < (b.startDatetime ?? '') ? -1 : 1));
  return permanent.at(-1)?.upn?.toUpperCase();
}

/** The example of the official client is `MALE`; the others follow its form. */
function sexOf(gender: string | undefined, { unmapped }: MapContext<ArborConfig>): 'F' | 'M' | 'X' | null {
  if (gender === undefined) return null;
  const word = gender.toUpperCase();
  if (word === 'MALE' || word === 'M') return 'M';
  if (word === 'FEMALE' || word === 'F') return 'F';
  if (word === 'OTHER' || word === 'X' || word === 'INDETERMINATE') return 'X';
  unmapped('gender', gender);
  return null;
}
