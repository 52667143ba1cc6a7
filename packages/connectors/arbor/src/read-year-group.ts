/** `7`, `Year 7`, `YEAR_7`, `Y7`; `R` and `Reception` are 0, `N1` and `N2` the nursery years −2 and −1. */
export function readYearGroup(written: string | undefined): number | undefined {
  const text = written?.trim().toLowerCase().replaceAll('_', ' ') ?? '';
  const number = /^(?:year ?|yr ?|y)?(-?\d{1,2})$/.exec(text)?.[1];
  if (number !== undefined) return Number(number);
  if (text === 'r' || text === 'reception') return 0;
  return ({ n1: -2, n2: -1 } as Record<string, number>)[text];
}
