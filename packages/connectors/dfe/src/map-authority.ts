import type { EntityInput } from '@collegial/model';
import { authorityNames } from './authority-names.ts';

/** Id of an authority: `la:352`. */
export const authorityId = (code: string): string => `la:${code}`;

/** A local authority as an organisation; `name` as the files give it, if they do. */
export function mapAuthority(
  { code, name }: { code: string; name?: string | undefined },
  jurisdiction: string,
): EntityInput<'Organisation'> {
  return {
    id: authorityId(code),
    kind: 'authority',
    name: name ?? authorityNames[code] ?? `Local authority ${code}`,
    identifiers: [`la:${code}`],
    type: 'Local authority',
    jurisdiction,
  };
}
