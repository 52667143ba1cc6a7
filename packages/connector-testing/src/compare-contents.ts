import { must, some } from './must.ts';

/** Records by name, as `MemoryTarget.contents` gives them. */
export type Contents = ReadonlyMap<string, string>;

/** How one content differs from another. */
export interface Difference {
  /** Wanted and not there. */
  readonly lost: readonly string[];
  /** There and not wanted. */
  readonly extra: readonly string[];
  /** There with other values. */
  readonly changed: readonly string[];
}

/** Compares contents by the names of their records. */
export function compareContents(found: Contents, wanted: Contents): Difference {
  return {
    lost: [...wanted.keys()].filter((name) => !found.has(name)),
    extra: [...found.keys()].filter((name) => !wanted.has(name)),
    changed: [...wanted].flatMap(([name, json]) => {
      const other = found.get(name);
      return other === undefined || other === json ? [] : [name];
    }),
  };
}

/** How many records of each entity names are of, of how many: `12 of 23 Student`. */
function tellCounts(names: readonly string[], all: Iterable<string>): string {
  const entityOf = (name: string) => name.split('/')[1] as string;
  const count = (list: Iterable<string>) => {
    const counts = new Map<string, number>();
    for (const name of list) counts.set(entityOf(name), (counts.get(entityOf(name)) ?? 0) + 1);
    return counts;
  };
  const totals = count(all);
  return some([...count(names)].map(([entity, one]) => `${one} of ${totals.get(entity)} ${entity}`));
}

/** A difference in words, or `undefined` when there is none. */
export function tellDifference(
  { lost, extra, changed }: Difference,
  wanted: Contents = new Map(),
): string | undefined {
  const parts = [
    lost.length > 0
      ? `${lost.length} lost${wanted.size > 0 ? `, that is ${tellCounts(lost, wanted.keys())}` : ''} (${some(lost)})`
      : '',
    extra.length > 0 ? `${extra.length} that should not be there (${some(extra)})` : '',
    changed.length > 0 ? `${changed.length} with other values (${some(changed)})` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? undefined : parts.join('; ');
}

/** Fails unless two contents are the same. */
export function mustBeSame(found: Contents, wanted: Contents, when: string): void {
  const difference = tellDifference(compareContents(found, wanted), wanted);
  must(difference === undefined, () => `${when}: ${difference}.`);
}
