import { CollegialError } from '@collegial/model';
import type { SuggestGroupsOptions } from '../grouping-options.ts';
import type { SchoolRow } from '../table/school-row.ts';

/** What every proposal must hold, by the place of schools in the table. */
export interface Constraints {
  readonly size: { readonly min: number; readonly max: number };
  /** Kilometres, or `Infinity`. */
  readonly maxDistance: number;
  /** Sets that must be in one group, each with where it comes from. */
  readonly together: readonly Together[];
  /** Pairs that must not be in one group. */
  readonly apart: readonly (readonly [number, number])[];
}

/** Schools that must be in one group: because someone said so, or because a tie is to be kept. */
export interface Together {
  readonly schools: readonly number[];
  readonly because: 'together' | 'existing-ties';
}

/** @throws CollegialError `argument.invalid` */
export function constraintsOf(schools: readonly SchoolRow[], options: SuggestGroupsOptions): Constraints {
  const size = options.size ?? { min: 4, max: 6 };
  if (!Number.isInteger(size.min) || !Number.isInteger(size.max) || size.min < 2 || size.max < size.min)
    throw invalid(
      `A group cannot have from ${size.min} to ${size.max} schools.`,
      'Give whole numbers, the smaller at least 2, such as 4 to 6.',
    );
  const maxDistance = options.maxDistance ?? Number.POSITIVE_INFINITY;
  if (!(maxDistance > 0)) throw invalid('The longest distance is not above 0.', 'Give it in kilometres.');
  if (maxDistance < Number.POSITIVE_INFINITY) {
    const lost = schools.filter((school) => !school.place).map(({ name }) => name);
    if (lost.length > 0)
      throw invalid(
        `A longest distance was given, and the place of ${lost.length} of ${schools.length} schools is not known, for example ${lost[0]}.`,
        'Give every school a place, leave out those without, or ask for no longest distance.',
      );
  }
  const index = new Map(schools.map(({ id }, place) => [id, place]));
  const placesOf = (ids: readonly string[], option: string) => ids.map((id) => placeOf(index, id, option));
  const kept = options.existingTies === 'keep';
  return {
    size,
    maxDistance,
    together: [
      ...(options.together ?? []).map((ids) => ({
        schools: placesOf(ids, 'together'),
        because: 'together' as const,
      })),
      ...(kept ? (options.ties ?? []) : []).map((tie) => ({
        schools: placesOf(tie.schools, 'ties'),
        because: 'existing-ties' as const,
      })),
      ...(kept ? labelledGroups(schools) : []).map((members) => ({
        schools: members,
        because: 'existing-ties' as const,
      })),
    ],
    apart: (options.apart ?? []).flatMap((ids) => pairsOf(placesOf(ids, 'apart'))),
  };
}

/** The schools of each label in the column `group` that two or more have. */
export function labelledGroups(schools: readonly SchoolRow[]): number[][] {
  const groups = new Map<string, number[]>();
  schools.forEach(({ group }, place) => {
    if (group) groups.set(group, [...(groups.get(group) ?? []), place]);
  });
  return [...groups.values()].filter((members) => members.length > 1);
}

/** Every pair of different places. */
export function pairsOf(places: readonly number[]): [number, number][] {
  return places.flatMap((one, index) =>
    places.slice(index + 1).map((other): [number, number] => [one, other]),
  );
}

/** @throws CollegialError `argument.invalid` when the table has no school of this id */
export function placeOf(index: ReadonlyMap<string, number>, id: string, option: string): number {
  const place = index.get(id);
  if (place === undefined)
    throw invalid(
      `The option ${option} names the school ${id}, which the table does not have.`,
      'Name schools by the ids of the table.',
    );
  return place;
}

function invalid(message: string, fix: string): CollegialError {
  return new CollegialError({ code: 'argument.invalid', message, fix });
}
