/** Settings with which the server lets a connector in. */
export const credentials = { apiKey: 'invented-key-for-tests' };

/** The answer to a request that is not let in. */
export function authorize(request: Request, _now: number): Response | undefined {
  if (request.headers.get('x-api-key') === credentials.apiKey) return undefined;
  return Response.json({ error: 'The key is missing or wrong.' }, { status: 401 });
}
