/** A day as servers write it: the year first, or last with one of three signs. */
const forms = /^(?:(\d{4})-(\d{2})-(\d{2})|(\d{2})([/.-])(\d{2})\5(\d{4}))(?!\d)/;
const two = (number: number) => String(number).padStart(2, '0');
const month = (byte = 0) => 1 + (byte % 12);

/**
 * Another day of the same year, in the same form, with the time that follows it as it was; `undefined` for what is no day. There are fewer days in a
 * year than pupils with a birthday in it: two days may become one.
 *
 * @param bytes gives two bytes for an attempt
 */
export function replaceDay(original: string, bytes: (attempt: number) => Uint8Array): string | undefined {
  const found = forms.exec(original);
  if (found === null) return undefined;
  for (let attempt = 0; ; attempt += 1) {
    const made = written(found, bytes(attempt)) + original.slice(found[0].length);
    if (made !== original || attempt > 50) return made;
  }
}

function written(found: RegExpExecArray, [first, second = 0]: Uint8Array): string {
  const [, year, , , one = '', sign = '', other = '', yearLast] = found;
  if (year !== undefined) return `${year}-${two(month(first))}-${two(1 + (second % 28))}`;
  // 13 to 28 is a day wherever it stands; below, day and month cannot be told apart, and stay so.
  const late = 13 + (second % 16);
  const parts = [month(first), Number(one) > 12 || Number(other) > 12 ? late : month(second)];
  if (Number(one) > 12) parts.reverse();
  return [...parts.map(two), yearLast].join(sign);
}
