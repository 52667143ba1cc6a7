import { CollegialError } from '../errors/collegial-error.ts';

/** Whose figures are meant. */
export type ScopeKind = 'school' | 'group' | 'trust' | 'authority' | 'federation' | 'sponsor';

/** One school, or all schools of a group, trust, authority, federation or sponsor. */
export interface Scope {
  readonly kind: ScopeKind;
  /** Organisation id, or school group id for `group`; `*` stands for each one that the store knows. */
  readonly id: string;
}

const kinds: readonly string[] = [
  'school',
  'group',
  'trust',
  'authority',
  'federation',
  'sponsor',
] satisfies ScopeKind[];

/** A scope as one text: `group:A`, `school:urn:100001`. */
export function formatScope({ kind, id }: Scope): string {
  return `${kind}:${id}`;
}

/**
 * Reads a scope: kind, colon, id. `trust:*` stands for each trust.
 *
 * @throws {@link CollegialError} `argument.invalid`
 *
 * @example
 * ```ts
 * import { parseScope } from '@collegial/model';
 *
 * parseScope('school:urn:100001'); // { kind: 'school', id: 'urn:100001' }
 * ```
 */
export function parseScope(text: string): Scope {
  const colon = text.indexOf(':');
  const kind = text.slice(0, colon);
  const id = text.slice(colon + 1);
  if (colon < 1 || id === '' || !kinds.includes(kind)) {
    throw new CollegialError({
      code: 'argument.invalid',
      message: `“${text.slice(0, 60)}” is not a scope.`,
      fix: `Write kind:id with a kind of ${kinds.join(', ')}; for example group:A or trust:*.`,
    });
  }
  return { kind: kind as ScopeKind, id };
}
