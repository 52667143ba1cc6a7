import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answer } from './answer.ts';

/** A server that listens. */
export interface Listening {
  /** Base URL for the connector. */
  readonly url: string;
  /** Stops, and breaks connections that are open. */
  close(): Promise<void>;
}

/** Serves on the loopback interface. */
export async function listen(
  answer: (href: string, authorization: string | null) => Promise<Answer>,
  port = 0,
): Promise<Listening> {
  let origin = '';
  const server = createServer((request, response) => {
    answer(`${origin}${request.url ?? '/'}`, request.headers.authorization ?? null).then(
      ({ status, headers, body }) => {
        response.writeHead(status, { ...headers, 'content-length': body.byteLength });
        response.end(body);
      },
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `${origin}/v1.0`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
