import { type MapContext, type Mapped, outcomeOf, reject, remove } from '@collegial/connector-kit';
import type { EntityInput } from '@collegial/model';
import type { CtfConfig } from './ctf-config.ts';
import { studentIdOf } from './ctf-ids.ts';
import type { WirePupil } from './ctf-schemas.ts';
import { readUpn } from './upn.ts';

type Personal = 'Student' | 'Enrolment' | 'StudentCharacteristic' | 'Assessment';
type Context = MapContext<CtfConfig>;

/** Makes the records of a pupil under a student id. */
export type MapPupil<Name extends Personal> = (
  pupil: WirePupil,
  context: Context,
  studentId: string,
) => Mapped<Name>[];

/**
 * Maps a pupil under the number that the person has now. Records that an earlier read made under a former number of the same person are taken
 * away, so that nobody is there twice.
 */
export function ofPerson<Name extends Personal>(map: MapPupil<Name>) {
  return (pupil: WirePupil, context: Context): Mapped<Name>[] => {
    const upn = readUpn(pupil.UPN);
    if (upn === undefined)
      return [
        reject(
          pupil.UPN === undefined
            ? 'A pupil has no unique pupil number.'
            : 'The unique pupil number is not one.',
          {
            field: 'UPN',
          },
        ),
      ];
    const mapped = map(pupil, context, studentIdOf(context, pupil.person ?? upn.value));
    const silent = { ...context, drift: () => undefined, unmapped: () => undefined };
    const superseded = pupil.formerly.flatMap((former) =>
      recordsIn(map(pupil, silent, studentIdOf(context, former))).map(({ id }) => remove(id)),
    );
    return [...mapped, ...superseded];
  };
}

function recordsIn<Name extends Personal>(mapped: readonly Mapped<Name>[]): EntityInput<Personal>[] {
  return mapped.filter((one) => outcomeOf(one) === undefined) as unknown as EntityInput<Personal>[];
}
