/** Settings with which the server lets a connector in. */
export const credentials = { token: 'invented-token-for-tests' };

/** The answer to a request that is not let in. */
export function authorize(request: Request, _now: number): Response | undefined {
  if (request.headers.get('authorization') === `Bearer ${credentials.token}`) return undefined;
  return Response.json({ error: 'The token is missing or wrong.' }, { status: 401 });
}
