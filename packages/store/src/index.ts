export type { UnknownCode } from './attendance/unknown-codes.ts';
export { openStore } from './open-store.ts';
export type { QuarantineEntry, QuarantineFilter, Store } from './store.ts';
export type { StoreOptions } from './store-options.ts';
