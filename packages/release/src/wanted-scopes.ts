import { formatScope, parseScope, type Scope } from '@collegial/model';

/** Whether a scope is one of those given; all are when none is. `school:*` stands for each school. */
export function wantedScopes(given: readonly (Scope | string)[] | undefined): (scope: Scope) => boolean {
  if (given === undefined) return () => true;
  const scopes = new Set(
    given.map((scope) => formatScope(typeof scope === 'string' ? parseScope(scope) : scope)),
  );
  return ({ kind, id }) => scopes.has(`${kind}:*`) || scopes.has(formatScope({ kind, id }));
}
