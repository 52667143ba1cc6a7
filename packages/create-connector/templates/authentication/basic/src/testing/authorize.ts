/** Settings with which the server lets a connector in. */
export const credentials = { username: 'collegial', password: 'invented-password-for-tests' };

/** The answer to a request that is not let in. */
export function authorize(request: Request, _now: number): Response | undefined {
  const pair = Buffer.from(`${credentials.username}:${credentials.password}`).toString('base64');
  if (request.headers.get('authorization') === `Basic ${pair}`) return undefined;
  return Response.json({ error: 'The name or the password is wrong.' }, { status: 401 });
}
