/** Kinds of published file that the connector reads. */
export const dfeTables = [
  'establishments',
  'groups',
  'group-links',
  'school-links',
  'ks4',
  'ks2',
  'absence',
  'census',
] as const;
export type DfeTable = (typeof dfeTables)[number];

interface Signature {
  readonly table: DfeTable;
  /** In words, for messages. */
  readonly title: string;
  /** A file is of this kind when it has one of these headings … */
  readonly oneOf: readonly string[];
  /** … and none of these. */
  readonly noneOf?: readonly string[];
  /** Without these it cannot be read. */
  readonly required: readonly string[];
}

/** How each kind of file is known by its header, whatever its name; the first that fits. */
export const signatures: readonly Signature[] = [
  {
    table: 'school-links',
    title: 'links between establishments',
    oneOf: ['LinkURN', 'LinkType'],
    required: ['URN', 'LinkURN', 'LinkType'],
  },
  {
    table: 'groups',
    title: 'groups of establishments',
    oneOf: ['Group UID'],
    noneOf: ['URN', 'EstablishmentName', 'Joined date'],
    required: ['Group UID', 'Group Name', 'Group Type'],
  },
  {
    table: 'group-links',
    title: 'establishments in groups',
    oneOf: ['Group UID', 'Joined date'],
    required: ['URN', 'Group UID', 'Group Name', 'Group Type'],
  },
  {
    table: 'establishments',
    title: 'establishments',
    oneOf: ['EstablishmentStatus (name)', 'TypeOfEstablishment (name)'],
    required: ['URN', 'EstablishmentName', 'LA (code)', 'EstablishmentStatus (name)'],
  },
  {
    table: 'ks4',
    title: 'key stage 4 performance table',
    oneOf: ['ATT8SCR', 'P8MEA', 'PTL2BASICS_94', 'PTL2BASICS_95', 'PTAC5EM_PTQ_EE', 'PTAC5EM_PTQ', 'PTAC5EM'],
    required: ['URN'],
  },
  {
    table: 'ks2',
    title: 'key stage 2 performance table',
    oneOf: ['PTRWM_EXP', 'READPROG', 'MATPROG'],
    required: ['URN'],
  },
  { table: 'absence', title: 'absence table', oneOf: ['PERCTOT'], required: ['URN'] },
  {
    table: 'census',
    title: 'school census table',
    oneOf: ['NOR', 'NUMFSM', 'TSENELK', 'PNUMFSMEVER'],
    required: ['URN'],
  },
];

/** Headings are compared without case and outer spaces: both have changed over the years. */
export const normalHeading = (heading: string): string => heading.trim().toUpperCase();

/** The kind of file that has this header, or `undefined`. */
export function recogniseTable(headings: readonly string[]): Signature | undefined {
  const present = new Set(headings.map(normalHeading));
  const has = (heading: string) => present.has(normalHeading(heading));
  return signatures.find(({ oneOf, noneOf = [] }) => oneOf.some(has) && !noneOf.some(has));
}

/** Tables of figures, whose rows belong to an academic year. */
export function holdsFigures(table: DfeTable): table is 'ks4' | 'ks2' | 'absence' | 'census' {
  return table === 'ks4' || table === 'ks2' || table === 'absence' || table === 'census';
}
