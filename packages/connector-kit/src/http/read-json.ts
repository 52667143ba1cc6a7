import type { Failure } from './http-errors.ts';
import { httpError } from './http-errors.ts';
import { parseJson } from './parse-json.ts';
import { defaultMaxBodyBytes, readBody } from './read-body.ts';

/**
 * Reads a body once and parses it. The parser's own error is not passed on as a cause: it quotes the body.
 */
export async function readJson(
  response: Response,
  path: string,
  maxBodyBytes = defaultMaxBodyBytes,
): Promise<{ body: unknown } | Failure> {
  const text = await readBody(response, maxBodyBytes);
  if (text === undefined)
    return {
      error: httpError('http.schema', path, `The server answered with more than ${maxBodyBytes} bytes`),
      retry: false,
    };
  if (text === '' && response.status === 204) return { body: undefined };
  try {
    return { body: parseJson(text) };
  } catch {
    return /^\s*</.test(text)
      ? {
          error: httpError(
            'http.schema',
            path,
            'The server answered with a page for people or XML instead of JSON',
          ),
          retry: false,
        }
      : {
          error: httpError('http.schema', path, 'The server answered with incomplete or unreadable JSON'),
          retry: true,
        };
  }
}
