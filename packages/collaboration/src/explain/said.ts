/** A figure in words: to three decimals, or that it is not known. */
export function said(value: number | null): string {
  return value === null ? 'not known' : String(Math.round(value * 1000) / 1000);
}
