import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that listens. */
export interface Listening {
  /** Base URL for the connector. */
  readonly url: string;
  /** Stops, and breaks connections that are open. */
  close(): Promise<void>;
}

/** Serves a Fetch handler on the loopback interface. */
export async function listen(
  handle: (request: Request) => Promise<Response>,
  path: string,
  port = 0,
): Promise<Listening> {
  let origin = '';
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const headers = new Headers();
      for (const [name, value] of Object.entries(request.headers))
        if (typeof value === 'string') headers.set(name, value);
      const method = request.method ?? 'GET';
      const body = method === 'POST' ? Buffer.concat(chunks).toString() : null;
      handle(new Request(`${origin}${request.url ?? '/'}`, { method, headers, body })).then(
        async (answer) => {
          response.writeHead(answer.status, Object.fromEntries(answer.headers));
          response.end(Buffer.from(await answer.arrayBuffer()));
        },
        () => response.writeHead(500).end(),
      );
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `${origin}${path}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
