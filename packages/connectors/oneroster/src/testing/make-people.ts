import type { EntityInput } from '@collegial/model';
import type { WirePeople } from './server-options.ts';
import { wireId } from './wire-id.ts';

/** Names, numbers and birthdays: those given, or made up. People with one link key have one number. */
export function makePeople(
  given: WirePeople | undefined,
  students: ReadonlyMap<string, EntityInput<'Student'>>,
  staff: ReadonlyMap<string, EntityInput<'Staff'>>,
): Required<WirePeople> {
  return {
    upnOf: (id) => {
      if (given?.upnOf !== undefined) return given.upnOf(id);
      const key = students.get(id)?.linkKey;
      return key === undefined || key === null ? undefined : `A${digits(key, 12)}`;
    },
    teacherNumberOf: (id) => {
      if (given?.teacherNumberOf !== undefined) return given.teacherNumberOf(id);
      const key = staff.get(id)?.linkKey;
      return key === undefined || key === null ? undefined : digits(key, 7);
    },
    nameOf: (id) => given?.nameOf?.(id) ?? { forename: 'Forename', surname: `Surname ${digits(id, 4)}` },
    birthDateOf: (id) => {
      if (given?.birthDateOf !== undefined) return given.birthDateOf(id);
      const { birthYear, birthMonth } = students.get(id) ?? {};
      return typeof birthYear === 'number' && typeof birthMonth === 'number'
        ? `${birthYear}-${String(birthMonth).padStart(2, '0')}-15`
        : undefined;
    },
  };
}

function digits(text: string, count: number): string {
  const number = BigInt(`0x${wireId('number', text).slice('number-'.length)}`) % 10n ** BigInt(count);
  return String(number).padStart(count, '0');
}
