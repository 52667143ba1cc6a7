/** Settings with which the server lets a connector in. */
export const credentials = {
  tokenUrl: 'https://vendor-name.example/oauth/token',
  clientId: 'collegial',
  clientSecret: 'invented-secret-for-tests',
};

const token = 'invented-token-for-tests';

/** A token for a client with the right secret; for other requests the answer when they are not let in. */
export async function authorize(request: Request, _now: number): Promise<Response | undefined> {
  if (new URL(request.url).pathname === '/oauth/token') return giveToken(request);
  if (request.headers.get('authorization') === `Bearer ${token}`) return undefined;
  return Response.json({ error: 'The token is missing or wrong.' }, { status: 401 });
}

async function giveToken(request: Request): Promise<Response> {
  const form = new URLSearchParams(await request.text());
  const pair = Buffer.from(`${credentials.clientId}:${credentials.clientSecret}`).toString('base64');
  if (request.method !== 'POST' || form.get('grant_type') !== 'client_credentials')
    return Response.json({ error: 'unsupported_grant_type' }, { status: 400 });
  if (request.headers.get('authorization') !== `Basic ${pair}`)
    return Response.json({ error: 'invalid_client' }, { status: 401 });
  return Response.json({ access_token: token, token_type: 'bearer', expires_in: 3600 });
}
