export type { Listening } from './listen.ts';
export { createOneRosterServer, type OneRosterServer } from './oneroster-server.ts';
export type { OneRosterServerOptions, Quirks, WirePeople } from './server-options.ts';
