import type { Organisation } from '@collegial/model';

/** Phase as the model names it. */
export type Phase = NonNullable<Organisation['phase']>;

/** Establishment types by the abbreviations of the performance tables (`NFTYPE`), in the words of the register. */
export const typesByAbbreviation: Readonly<Record<string, string>> = {
  AC: 'Academy sponsor led',
  ACC: 'Academy converter',
  ACS: 'Academy special sponsor led',
  ACCS: 'Academy special converter',
  CTC: 'City technology college',
  CY: 'Community school',
  CYS: 'Community special school',
  F: 'Free schools',
  FD: 'Foundation school',
  FDS: 'Foundation special school',
  FESI: 'Further education',
  FS: 'Free schools special',
  IND: 'Other independent school',
  INDSPEC: 'Other independent special school',
  NMSS: 'Non-maintained special school',
  SS: 'Studio schools',
  UTC: 'University technical college',
  VA: 'Voluntary aided school',
  VC: 'Voluntary controlled school',
};

const phases: Readonly<Record<string, Phase>> = {
  nursery: 'nursery',
  primary: 'primary',
  'middle deemed primary': 'middle',
  'middle deemed secondary': 'middle',
  secondary: 'secondary',
  'all-through': 'all-through',
  'all through': 'all-through',
  '16 plus': 'sixteen-plus',
};

const censusPhases: Readonly<Record<string, Phase>> = {
  'State-funded nursery': 'nursery',
  'State-funded primary': 'primary',
  'State-funded secondary': 'secondary',
  'State-funded special school': 'special',
  'Non-maintained special school': 'special',
  'Pupil referral unit': 'alternative',
};

/**
 * Phase of an establishment in the register. Special schools and alternative provision have no phase of education there:
 * their type says what they are.
 */
export function phaseOf(phase: string | null, type: string | null): Phase | null {
  if (type !== null && /special/i.test(type)) return 'special';
  if (type !== null && /pupil referral|alternative provision/i.test(type)) return 'alternative';
  if (phase === null) return type === null ? null : 'other';
  return phases[phase.toLowerCase()] ?? 'other';
}

/** Phase of a school in the census tables. */
export function censusPhaseOf(type: string | null): Phase | null {
  return type === null ? null : (censusPhases[type] ?? 'other');
}
