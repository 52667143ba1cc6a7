import type { Subgroup } from '@collegial/model';
import { type Breakdown, notKnown } from '../definition/breakdown.ts';
import type { SchoolParts } from './part.ts';

/**
 * The subgroups that any of the schools has, as `sex=F`: in the order of the breakdowns, then by value (year groups by number), what is
 * not known last.
 */
export function subgroupsOf(schools: readonly SchoolParts[], by: readonly Breakdown[]): string[] {
  const names = new Set(schools.flatMap(({ subgroups }) => [...subgroups.keys()]));
  return by.flatMap((breakdown) =>
    [...names].filter((name) => name.startsWith(`${breakdown}=`)).sort(byValue),
  );
}

/** The subgroup that a name stands for. */
export function subgroupOf(name: string): Subgroup {
  const equals = name.indexOf('=');
  return { by: name.slice(0, equals), value: name.slice(equals + 1) };
}

function byValue(a: string, b: string): number {
  const [first, second] = [subgroupOf(a).value, subgroupOf(b).value];
  if ((first === notKnown) !== (second === notKnown)) return first === notKnown ? 1 : -1;
  const difference = Number(first) - Number(second);
  if (Number.isFinite(difference) && difference !== 0) return difference;
  return first < second ? -1 : first > second ? 1 : 0;
}
