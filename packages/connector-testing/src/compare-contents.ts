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

/** A difference in words, or `undefined` when there is none. */
export function tellDifference({ lost, extra, changed }: Difference): string | undefined {
  const parts = [
    lost.length > 0 ? `${lost.length} lost (${some(lost)})` : '',
    extra.length > 0 ? `${extra.length} that should not be there (${some(extra)})` : '',
    changed.length > 0 ? `${changed.length} with other values (${some(changed)})` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? undefined : parts.join('; ');
}

/** Fails unless two contents are the same. */
export function mustBeSame(found: Contents, wanted: Contents, when: string): void {
  const difference = tellDifference(compareContents(found, wanted));
  must(difference === undefined, () => `${when}: ${difference}.`);
}
