import { hostile, latin1, utf16 } from './hostile-case.ts';

const mib = 1024 ** 2;
const refused = 'http.schema';

/** Hostile answers of servers that should be JSON. */
export const jsonCases = [
  hostile('arrays without end', () => '['.repeat(5 * mib), refused),
  hostile('deep arrays, closed', () => '['.repeat(200_000) + ']'.repeat(200_000), refused),
  hostile('deep objects', () => '{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000), refused),
  hostile('just deep enough', () => '['.repeat(128) + ']'.repeat(128), { read: 'array' }),
  hostile('brackets in a string', () => JSON.stringify({ a: '[{'.repeat(mib) }), { read: 'object' }),
  hostile('backslashes before quotes', () => JSON.stringify({ a: '\\"'.repeat(mib) }), { read: 'object' }),
  hostile('key __proto__', () => '{"__proto__":{"polluted":true},"b":{"__proto__":1}}', { read: { b: {} } }),
  hostile('escaped key __proto__', () => '{"\\u005f_proto__":{"polluted":true},"a":1}', { read: { a: 1 } }),
  hostile('keys constructor and prototype', () => '{"constructor":{"prototype":{"polluted":1}}}', { read: 'object' }),
  hostile('huge number', () => `[1e999,-1e999,${'9'.repeat(100_000)}]`, { read: 'array' }),
  hostile('duplicate keys', () => '{"a":1,"a":2}', { read: { a: 2 } }),
  hostile('many duplicate keys', () => `{${'"a":1,'.repeat(200_000)}"a":2}`, { read: { a: 2 } }),
  hostile('NaN and Infinity', () => '[NaN,Infinity]', refused),
  hostile('single quotes and comments', () => "{'a':1} // no", refused),
  hostile('cut short', () => '{"data":[{"id":1},{"id":', refused),
  hostile('cut inside an escape', () => '{"data":"\\u00', refused),
  hostile('two documents', () => '{"a":1}{"b":2}', refused),
  hostile('HTML', () => '<!doctype html><title>Sign in</title>', refused),
  hostile('HTML after a mark and spaces', () => '\ufeff \n<html>', refused),
  hostile('nothing', () => '', refused),
  hostile('byte order mark before JSON', () => '\ufeff{"a":1}', { read: { a: 1 } }),
  hostile('UTF-16', () => utf16('{"a":1}'), refused),
  hostile('invalid UTF-8 in a string', () => latin1('{"a":"\xff\xc0\xaf"}'), { read: { a: '\ufffd\ufffd\ufffd' } }),
  hostile('lone surrogate', () => '{"a":"\\ud800"}', { read: { a: '\ud800' } }),
  hostile('NUL in a string', () => '{"a":"\\u0000"}', { read: { a: '\0' } }),
  hostile('NUL bytes', () => '{"a":"\0"}', refused),
  hostile('string of 50 MB', () => `["${'x'.repeat(50 * mib)}"]`, { read: 'array' }),
  hostile('body above the limit', () => `["${'x'.repeat(70 * mib)}"]`, refused),
  hostile('prefix against scripts', () => ")]}',\n{\"a\":1}", refused),
];
