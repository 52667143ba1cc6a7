import { open } from 'node:fs/promises';

const longestHeading = 64 * 1024;

/** The one of comma, semicolon, tab and bar that the first line of a file has most of, outside quotes. */
export async function findDelimiter(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(longestHeading), 0, longestHeading, 0);
    // Delimiters are the same in every encoding once the zero bytes of UTF-16 are gone.
    const text = buffer.subarray(0, bytesRead).toString('latin1').replaceAll('\0', '').trimStart();
    const [heading = ''] = text.split(/[\r\n]/, 1);
    const unquoted = heading.replaceAll(/"[^"]*"/g, '');
    const counts = [',', ';', '\t', '|'].map((delimiter) => ({
      delimiter,
      count: unquoted.split(delimiter).length,
    }));
    return counts.reduce((best, next) => (next.count > best.count ? next : best)).delimiter;
  } finally {
    await file.close();
  }
}
