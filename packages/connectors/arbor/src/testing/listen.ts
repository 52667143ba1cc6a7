import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Serves on the loopback interface. */
export async function listen(
  handle: (request: Request) => Promise<Response>,
  port = 0,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  let origin = '';
  const server = createServer((incoming, outgoing) => {
    const { authorization } = incoming.headers;
    const request = new Request(
      `${origin}${incoming.url ?? '/'}`,
      authorization === undefined ? {} : { headers: { authorization } },
    );
    handle(request).then(
      async (response) => {
        outgoing.writeHead(response.status, Object.fromEntries(response.headers));
        outgoing.end(Buffer.from(await response.arrayBuffer()));
      },
      () => outgoing.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: origin,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
