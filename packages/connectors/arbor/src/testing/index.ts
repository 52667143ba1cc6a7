export { type ArborServer, type ArborServerOptions, createArborServer } from './arbor-server.ts';
export type { Fields } from './arbor-world.ts';
