/**
 * SQL for the HMAC-SHA256 (RFC 2104) of a text in hexadecimal. The secret is bound to the statement, and never part of it.
 *
 * @param pads SQL for the two blocks that are made of the key, such as `$inner`
 */
export function hmacSql(pads: { readonly inner: string; readonly outer: string }, text: string): string {
  return `sha256(${pads.outer} || unhex(sha256(${pads.inner} || encode(${text}))))`;
}
