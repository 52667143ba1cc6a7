export type { Listening } from './listen.ts';
export type { WirePeople, WondeServerOptions } from './server-options.ts';
export { createWondeServer, type WondeServer } from './wonde-server.ts';
