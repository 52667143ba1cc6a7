import { CollegialError, errorCodes, type Place } from '@collegial/model';

/** Names of an interface; keys with digits or spaces may be ids or names of people, and stay out of messages. */
const name = /^[A-Za-z@$_][A-Za-z@$_.-]{0,39}$/;

/** The error for a body in which the option `rows` found no list: names the fields that it has, and those that are lists, never a value. */
export function noRows(body: unknown, place: Place): CollegialError {
  const error = (told: string, fix: string) =>
    new CollegialError({
      code: 'http.schema',
      message: `The server sent a page without a list of rows${told}.`,
      fix,
      place,
    });
  const { fix } = errorCodes['http.schema'];
  if (Array.isArray(body))
    return error(
      ': the answer is itself a list',
      'Return the answer in the option `rows`: `rows: (body) => body`.',
    );
  if (typeof body !== 'object' || body === null)
    return error(`: the answer is ${body === null ? 'null' : `a ${typeof body}`}`, fix);
  const fields = Object.entries(body).filter(([key]) => name.test(key));
  const lists = fields.filter(([, value]) => Array.isArray(value)).map(([key]) => key);
  const keys = fields.slice(0, 12).map(([key]) => key);
  if (keys.length === 0) return error(': the answer is an object without fields that could be one', fix);
  const told = `: the answer has the fields ${keys.join(', ')}`;
  return lists.length === 0
    ? error(
        `${told}, and none is a list`,
        `If the list lies deeper, return it in the option \`rows\`. ${fix}`,
      )
    : error(
        `${told}; ${lists.slice(0, 4).join(', ')} ${lists.length === 1 ? 'is a list' : 'are lists'}`,
        `Return the list in the option \`rows\`: \`rows: (body) => body.${lists[0]}\`. ${fix}`,
      );
}
