export { createEdfiServer, type EdfiServer } from './edfi-server.ts';
export type { Listening } from './listen.ts';
export type { EdfiServerOptions, WirePeople } from './server-options.ts';
