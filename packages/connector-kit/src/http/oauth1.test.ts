import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sendJson, serve } from '../__fixtures__/serve.ts';
import { Secret } from '../settings/secret.ts';
import { createHttpClient } from './create-http-client.ts';
import { oauth1 } from './oauth1.ts';
import { percentEncode, signatureBase, signatureOf } from './oauth1-signature.ts';

describe('the examples of RFC 5849', () => {
  it('signs the request for temporary credentials (section 1.2), which is two-legged', () => {
    const signature = signatureOf(
      {
        method: 'POST',
        url: new URL('https://photos.example.net/initiate'),
        parameters: {
          oauth_consumer_key: 'dpf43f3p2l4k3l03',
          oauth_signature_method: 'HMAC-SHA1',
          oauth_timestamp: '137131200',
          oauth_nonce: 'wIjqoS',
          oauth_callback: 'http://printer.example.com/ready',
        },
      },
      'HMAC-SHA1',
      'kd94hf93k423kf44',
    );
    expect(signature).toBe('74KNZJeDHnMBp0EMJ9ZHt/XKycU=');
  });

  it('signs the request for a photo (section 1.2), with a query', () => {
    const signature = signatureOf(
      {
        method: 'GET',
        url: new URL('http://photos.example.net/photos?file=vacation.jpg&size=original'),
        parameters: {
          oauth_consumer_key: 'dpf43f3p2l4k3l03',
          oauth_token: 'nnch734d00sl2jdk',
          oauth_signature_method: 'HMAC-SHA1',
          oauth_timestamp: '137131202',
          oauth_nonce: 'chapoH',
        },
      },
      'HMAC-SHA1',
      'kd94hf93k423kf44',
      'pfkkdhi9sl3r4s00',
    );
    expect(signature).toBe('MdpQcU8iPSUjWoN/UDMsK2sui9I=');
  });

  it('makes the base string of section 3.4.1.1, with repeated names, empty values and encoded signs', () => {
    const base = signatureBase({
      method: 'post',
      url: new URL('http://EXAMPLE.COM:80/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b'),
      parameters: {
        oauth_consumer_key: '9djdj82h48djs9d2',
        oauth_token: 'kkk9d7dh3k39sjv7',
        oauth_signature_method: 'HMAC-SHA1',
        oauth_timestamp: '137131201',
        oauth_nonce: '7d8f3e4a',
      },
      form: [
        ['c2', ''],
        ['a3', '2 q'],
      ],
    });
    expect(base).toBe(
      'POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D%26c%2540%3D%26c2%3D%26oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a%26oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D137131201%26oauth_token%3Dkkk9d7dh3k39sjv7',
    );
  });
});

it('the example of the first edition of OAuth Core 1.0 (appendix A.5) is signed', () => {
  const signature = signatureOf(
    {
      method: 'GET',
      url: new URL('http://photos.example.net/photos?file=vacation.jpg&size=original'),
      parameters: {
        oauth_consumer_key: 'dpf43f3p2l4k3l03',
        oauth_token: 'nnch734d00sl2jdk',
        oauth_signature_method: 'HMAC-SHA1',
        oauth_timestamp: '1191242096',
        oauth_nonce: 'kllo9940pd9333jh',
        oauth_version: '1.0',
      },
    },
    'HMAC-SHA1',
    'kd94hf93k423kf44',
    'pfkkdhi9sl3r4s00',
  );
  expect(signature).toBe('tR3+Ty81lMeYAr/Fid0kMTYa/WM=');
});

it('percent-encoding leaves only unreserved characters, and can be undone', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(percentEncode(text)).toMatch(/^(?:[A-Za-z0-9\-._~]|%[0-9A-F]{2})*$/);
      expect(decodeURIComponent(percentEncode(text))).toBe(text);
    }),
  );
});

describe.each(['HMAC-SHA1', 'HMAC-SHA256'] as const)('a server that checks %s', (method) => {
  it('takes every attempt and redirect, with a filter that needs encoding, and sees no nonce twice', async () => {
    const nonces = new Set<string>();
    const wrong: string[] = [];
    let base = '';
    const server = await serve((request, response, count) => {
      const header = request.headers.authorization ?? '';
      const fields = Object.fromEntries(
        [...header.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [
          name,
          decodeURIComponent(value as string),
        ]),
      ) as Record<string, string>;
      const { realm, oauth_signature, ...parameters } = fields;
      const url = new URL(request.url as string, base);
      const expected = signatureOf({ method: 'GET', url, parameters }, method, 'hunter2 & more');
      if (oauth_signature !== expected || realm !== 'ok') wrong.push(header);
      nonces.add(parameters.oauth_nonce as string);
      if (count === 1) response.writeHead(500).end();
      else if (count === 2) response.writeHead(307, { location: '/api/there?x=%2B%20y' }).end();
      else sendJson(response, 'ok');
    });
    base = server.url;
    const http = createHttpClient({
      settings: {
        baseUrl: server.url,
        authorization: oauth1({
          consumerKey: 'k',
          consumerSecret: new Secret('hunter2 & more'),
          method,
          realm: 'ok',
        }),
      },
      sleep: async () => undefined,
    });
    const filter = "familyName='Ó Brien' AND status!='tobedeleted' AND x~'a+b*!()'";
    expect((await http.json('users', { search: { filter, limit: 5 } })).body).toBe('ok');
    expect(server.requests).toHaveLength(3);
    expect(server.requests[0]).toContain('%20AND%20');
    expect(server.requests[0]).toContain('a%2Bb');
    expect(nonces.size).toBe(3);
    expect(wrong).toEqual([]);
    await server.close();
  });
});
