/** Settings with which the server lets a connector in. */
export const credentials = {};

/** The answer to a request that is not let in; here, all are. */
export function authorize(_request: Request, _now: number): Response | undefined {
  return undefined;
}
