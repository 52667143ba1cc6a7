/**
 * Target of a relation in a `Link` header (RFC 8288), for example `</students?page=2>; rel="next"`.
 *
 * @param relation default `next`
 */
export function linkOf(headers: Headers, relation = 'next'): string | undefined {
  for (const [, target, parameters] of (headers.get('link') ?? '').matchAll(/<([^>]*)>([^<]*)/g)) {
    const relations = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,]+))/i.exec(parameters ?? '');
    if ((relations?.[1] ?? relations?.[2] ?? '').toLowerCase().split(/\s+/).includes(relation)) return target;
  }
  return undefined;
}
