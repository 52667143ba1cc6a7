import type { Source } from '@collegial/connector-kit';
import type { MakeWorld } from '../world.ts';
import { ExampleServer } from './example-server.ts';
import { example } from './example-connector.ts';

type Connect = (config: { baseUrl: string; token: string }) => Source;

/** A world of the example server, read by the example connector or another one. */
export function exampleWorld(connect: Connect = example as unknown as Connect, pupils?: number): MakeWorld {
  return (conditions) => {
    const server = new ExampleServer(conditions, pupils);
    return {
      source: connect({ baseUrl: 'https://mis.example/', token: server.token }),
      fetch: server.fetch,
      holds: { schools: server.schools.length, pupils: server.pupils.length },
      change: () => server.change(),
      remove: () => server.remove(),
    };
  };
}
