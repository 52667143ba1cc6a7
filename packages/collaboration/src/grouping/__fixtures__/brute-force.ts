import type { ObjectiveName } from '../grouping-options.ts';
import type { SchoolRow } from '../table/school-row.ts';

/** Every division into groups of allowed sizes, written without anything of the product. */
export function* everyDivision(schools: readonly SchoolRow[], min: number, max: number): Generator<SchoolRow[][]> {
  const [first, ...rest] = schools;
  if (first === undefined) {
    yield [];
    return;
  }
  for (let chosen = 0; chosen < 2 ** rest.length; chosen++) {
    const others = rest.filter((_, index) => chosen & (1 << index));
    if (others.length + 1 < min || others.length + 1 > max) continue;
    const left = rest.filter((_, index) => !(chosen & (1 << index)));
    for (const division of everyDivision(left, min, max)) yield [[first, ...others], ...division];
  }
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const squares = (values: readonly number[]) => values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0);
const deviation = (values: readonly number[]) => Math.sqrt(squares(values) / (values.length - 1));

/** The objectives by their definitions, for schools of which everything is known and that are on a grid. */
export function valuesByDefinition(groups: readonly (readonly SchoolRow[])[]): Record<ObjectiveName, number> {
  const all = groups.flat();
  const betweenShare = (of: (school: SchoolRow) => number) =>
    1 - groups.reduce((sum, group) => sum + squares(group.map(of)), 0) / squares(all.map(of));
  const attainment = (school: SchoolRow) => school.attainment as number;
  const whole = deviation(all.map(attainment));
  const pairs = (group: readonly SchoolRow[]) =>
    group.flatMap((one, index) => group.slice(index + 1).map((other) => [one, other] as const));
  const kilometres = ([one, other]: readonly [SchoolRow, SchoolRow]) => {
    const [a, b] = [one.place, other.place] as { easting: number; northing: number }[];
    return Math.sqrt((a!.easting - b!.easting) ** 2 + (a!.northing - b!.northing) ** 2) / 1000;
  };
  let need = 0;
  let met = 0;
  for (const group of groups)
    for (const school of group)
      for (const [area, standing] of Object.entries(school.areas ?? {})) {
        if ((standing as number) >= 0) continue;
        need += 1;
        if (group.some((other) => other.areas?.[area] === 1)) met += 1;
      }
  const tied = (list: readonly (readonly [SchoolRow, SchoolRow])[]) =>
    list.filter(([one, other]) => one.group && one.group === other.group).length;
  return {
    alike: (betweenShare(attainment) + betweenShare((school) => school.context?.meals as number)) / 2,
    mixed: mean(
      groups.flatMap((group) => group.map(() => Math.max(0, 1 - deviation(group.map(attainment)) / whole))),
    ),
    complement: 1 - met / need,
    distance: mean(
      groups.flatMap((group) =>
        group.map((school) => mean(group.filter((other) => other !== school).map((other) => kilometres([school, other])))),
      ),
    ),
    ties: 1 - groups.reduce((sum, group) => sum + tied(pairs(group)), 0) / tied(pairs(all)),
  };
}
