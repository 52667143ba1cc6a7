/** Default limit of a body, unpacked: 64 MiB. */
export const defaultMaxBodyBytes = 64 * 1024 ** 2;

/**
 * Reads a body as UTF-8 text, and stops where it becomes too large: what a server packs small can be large without end.
 *
 * @returns `undefined` when it is larger than the limit
 */
export async function readBody(response: Response, maxBytes: number): Promise<string | undefined> {
  if (response.body === null) return '';
  const decoder = new TextDecoder();
  const parts: string[] = [];
  const reader = response.body.getReader();
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      void reader.cancel().catch(() => undefined);
      return undefined;
    }
    parts.push(decoder.decode(value, { stream: true }));
  }
  parts.push(decoder.decode());
  return parts.join('');
}
