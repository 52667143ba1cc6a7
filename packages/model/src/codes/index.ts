export type { AttendanceMeaning, LegalMeaning, StatisticalMeaning } from './attendance-meaning.ts';
export { type CodeEntry, type CodeSet, defineCodeSet } from './code-set.ts';
export { codeSet, codeSets } from './code-sets.ts';
export * from './england/index.ts';
