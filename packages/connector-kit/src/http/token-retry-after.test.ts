import { expect, it } from 'vitest';
import { Secret } from '../settings/secret.ts';
import { clientCredentials } from './client-credentials.ts';
import { createHttpClient } from './create-http-client.ts';

it('waits as long as the server that gives out tokens says', async () => {
  let clock = 0;
  const asked: number[] = [];
  const http = createHttpClient({
    settings: {
      baseUrl: 'https://mis.example/',
      authorization: clientCredentials({
        tokenUrl: 'https://login.mis.example/token',
        clientId: 'collegial',
        clientSecret: new Secret('a secret'),
      }),
    },
    now: () => clock,
    random: () => 0,
    async sleep(milliseconds) {
      clock += milliseconds;
    },
    async fetch(input) {
      const url = input instanceof Request ? input.url : String(input);
      if (!url.endsWith('/token')) return Response.json([1]);
      asked.push(clock);
      return asked.length === 1
        ? new Response('', { status: 429, headers: { 'retry-after': '17' } })
        : Response.json({ access_token: 'given', token_type: 'bearer', expires_in: 600 });
    },
  });
  expect((await http.json('list')).body).toEqual([1]);
  expect(asked).toHaveLength(2);
  expect(asked[1]).toBeGreaterThanOrEqual(17_000);
});
