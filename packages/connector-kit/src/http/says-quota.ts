const mostBytes = 8192;

/**
 * Tells whether a refusal is about a quota that is used up, such as so many requests a day, and not about the rate of requests: by a header
 * that counts a quota, or by the words of the body, of which only the beginning is read and nothing is kept.
 */
export async function saysQuota(response: Response): Promise<boolean> {
  for (const [name, value] of response.headers)
    if (/quota.*remaining|remaining.*quota/.test(name) && Number(value) === 0 && value.trim() !== '')
      return true;
  return /\bquota\b|\b(?:daily|monthly)\b.{0,40}\blimit\b|\blimit\b.{0,40}\bper (?:day|month)\b/i.test(
    await beginningOf(response),
  );
}

async function beginningOf(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  if (reader === undefined) return '';
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (let size = 0; size < mostBytes; ) {
      const { value, done } = await reader.read();
      if (done) break;
      size += value.byteLength;
      text += decoder.decode(value, { stream: true });
    }
  } finally {
    void reader.cancel().catch(() => undefined);
    reader.releaseLock();
  }
  return text;
}
