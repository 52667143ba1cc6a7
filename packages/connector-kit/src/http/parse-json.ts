const quote = 0x22;
const backslash = 0x5c;
const maxDepth = 128;

/**
 * Parses JSON from a server. What is nested deeper than 128 levels is no answer of a school system, and would break whatever walks it; a key
 * `__proto__` is left out, because copying it into an object would change what that object inherits.
 *
 * @throws SyntaxError
 */
export function parseJson(text: string): unknown {
  if (isDeep(text)) throw new SyntaxError('nested too deeply');
  if (!text.includes('__proto__') && !text.includes('\\u005')) return JSON.parse(text);
  return JSON.parse(text, function (this: object, key, value) {
    return key === '__proto__' && !Array.isArray(this) ? undefined : value;
  });
}

function isDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      at = endOfString(text, at + 1);
    } else if (code === 0x5b || code === 0x7b) {
      depth += 1;
      if (depth > maxDepth) return true;
    } else if (code === 0x5d || code === 0x7d) depth -= 1;
  }
  return false;
}

/** Where the quote is that ends a string; the end of the text when there is none. */
function endOfString(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 1)) {
    let escapes = 0;
    while (text.charCodeAt(at - 1 - escapes) === backslash) escapes += 1;
    if (escapes % 2 === 0) return at;
  }
  return text.length;
}
