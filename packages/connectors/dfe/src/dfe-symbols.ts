/**
 * Symbols that stand in place of a figure, and their meaning. They are kept as published; whoever reads a measure must not
 * take one for zero. `NA` also marks a cell that is merely empty in copies made with statistical software.
 */
export const dfeSymbols: Readonly<Record<string, string>> = {
  SUPP: 'Suppressed: the figure could tell about too few pupils.',
  NE: 'No entries: the school entered no pupils for the qualifications of this measure.',
  NP: 'Not published: for example Progress 8 of an independent school.',
  NA: 'Not applicable, or not available in this copy.',
  LOWCOV: 'Low coverage: too few pupils could be included.',
  NEW: 'New school without eligible pupils.',
  c: 'Suppressed to protect confidentiality.',
  x: 'Not available; in tables before 2019 suppressed.',
  z: 'Not applicable.',
  low: 'Rounds to zero but is not zero.',
  ':': 'Not available.',
  '..': 'Not available.',
  '.': 'Not applicable.',
  '*': 'Suppressed.',
};
