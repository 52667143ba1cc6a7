import { expect, it } from 'vitest';
import { errorOf } from '../__fixtures__/error-of.ts';
import { Secret } from '../settings/secret.ts';
import type { Authorization } from './authorization.ts';
import { createHttpClient } from './create-http-client.ts';

async function headersWith(authorization: Authorization): Promise<Headers> {
  let seen = new Headers();
  const http = createHttpClient({
    settings: { baseUrl: 'https://mis.example/', authorization },
    fetch: async (input, init) => {
      seen = new Headers(input instanceof Request ? input.headers : init?.headers);
      return Response.json(1);
    },
  });
  await http.json('x');
  return seen;
}

it('headers of a vendor go with each request, and are asked for at the time', async () => {
  const key = new Secret('hunter2');
  const headers = await headersWith({
    type: 'headers',
    headers: async () => ({ ApplicationId: '7', ApplicationSecret: key.reveal() }),
  });
  expect(headers.get('applicationid')).toBe('7');
  expect(headers.get('applicationsecret')).toBe('hunter2');
});

it('a header that HTTP does not allow is http.auth and is not shown', async () => {
  const error = await errorOf(headersWith({ type: 'headers', headers: () => ({ key: 'hunter2\n' + 'x' }) }));
  expect(error.code).toBe('http.auth');
  expect(`${error.stack}${error.cause}`).not.toContain('hunter2');
});

it('a password can be a secret', async () => {
  const headers = await headersWith({ type: 'basic', username: 'a', password: new Secret('b') });
  expect(headers.get('authorization')).toBe(`Basic ${btoa('a:b')}`);
});
