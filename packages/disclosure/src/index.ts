export { attackFamily, type ReaderLeak } from './attack/attack-family.ts';
export { type Leak, largestGain } from './attack/find-leaks.ts';
export type { Cell, Family, Holder, Line, ProtectedCell } from './family/family.ts';
export { protectFamily } from './family/protect-family.ts';
export { defaultThreshold, isSmall, lowestThreshold } from './thresholds.ts';
