import { hostile, latin1, utf16 } from './hostile-case.ts';

const read = (rows: number, rejected = 0) => ({ read: { rows, rejected } });
const mib = 1024 ** 2;

/** Hostile CSV files. */
export const csvCases = [
  hostile('quote never closed', () => `a,b\n1,"open\n${'2,x\n'.repeat(1000)}`, read(1001, 1)),
  hostile('every quote never closed', () => `a,b\n${'1,"open\n'.repeat(9001)}`, read(9001, 9001)),
  hostile('nothing but quotes', () => '"'.repeat(2 * mib), 'csv.malformed'),
  hostile('quotes and line breaks in turn', () => `a\n${'"\n'.repeat(9999)}`, read(5000, 1)),
  hostile('10 MB field', () => `a,b\n1,${'x'.repeat(10 * mib)}\n2,y\n`, read(2, 1)),
  hostile('10 MB quoted field', () => `a,b\n1,"${'x\n'.repeat(5 * mib)}"\n`, 'csv.malformed'),
  hostile('100 000 columns', () => `${'a,'.repeat(99_999)}b\n${'1,'.repeat(99_999)}2\n`, read(1)),
  hostile('100 000 distinct columns', () => {
    const headings = Array.from({ length: 100_000 }, (_, index) => `h${index}`).join(',');
    return `${headings}\n${'1,'.repeat(99_999)}2\n1,2\n`;
  }, read(2, 1)),
  hostile('row with a million fields', () => `a,b\n${'1,'.repeat(500_000)}\n2,3\n`, read(2, 1)),
  hostile('million empty lines', () => `a,b\n${'\n'.repeat(1_000_000)}1,2\n`, read(1)),
  hostile('formulas', () => 'a,b\n=cmd|\' /C calc\'!A0,@SUM(1)\n+1,-1\n', read(2)),
  hostile('carriage returns alone', () => `a,b\r${'1,2\r'.repeat(5000)}`, read(5000)),
  hostile('carriage return inside fields', () => 'a,b\n1,x\ry\n2,z\n', read(2)),
  hostile('NUL bytes', () => 'a,b\n1,\0\n', 'file.encoding'),
  hostile('binary file', () => Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 7919) & 0xff)), 'file.encoding'),
  hostile('duplicate headings', () => 'a,a,A\n1,2,3\n', read(1)),
  hostile('headings that objects have', () => '__proto__,constructor,prototype\na,b,c\n', read(1)),
  hostile('no headings', () => '\n\n\n', read(0)),
  hostile('empty file', () => '', 'file.empty'),
  hostile('byte order mark alone', () => latin1('\xef\xbb\xbf'), 'file.empty'),
  hostile('mark of UTF-8 over windows-1252', () => latin1('\xef\xbb\xbfa\nZo\xeb\n'), 'file.encoding'),
  hostile('two byte order marks', () => latin1('\xef\xbb\xbf\xef\xbb\xbfa,b\n1,2\n'), read(1)),
  hostile('overlong UTF-8', () => latin1('a,b\n\xc0\xaf\xe0\x80\xaf,2\n'), read(1)),
  hostile('UTF-8 in the middle of windows-1252', () => latin1('a,b\nZo\xeb,Zo\xc3\xab\n'), read(1)),
  hostile('surrogates as UTF-8', () => latin1('a,b\n\xed\xa0\x80,2\n'), read(1)),
  hostile('lone surrogate in UTF-16', () => utf16('a,b\n\ud800,2\n'), read(1)),
  hostile('UTF-16 cut inside a character', () => utf16('a,b\n1,2\n').subarray(0, -1), read(1)),
  hostile('UTF-16 without a mark', () => utf16('a,b\n1,2\n', { mark: false }), 'file.encoding'),
  hostile('UTF-16 with NUL characters', () => utf16('a,b\n\0,2\n'), read(1)),
  hostile('UTF-7', () => 'a,b\n+ADw-script+AD4-,2\n', read(1)),
  hostile('endless first line', () => 'a'.repeat(12 * mib), 'csv.malformed'),
  hostile('markup', () => '<html><body>Sign in, please</body></html>\n', read(0)),
  hostile('bidirectional marks in headings', () => 'a\u202e,b\n1,2\n', read(1)),
];
