/**
 * A copy of a text cut out of a file. The engine lets a cut-out text point into the large one it was cut from, which stays
 * in memory as long as any part of it does.
 */
export function owned(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}
