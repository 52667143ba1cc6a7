/** Most aims are as they are compared already. */
const plainAim = /^[a-z0-9]+(?: [a-z0-9]+)*$/;

/**
 * An aim as it is compared: without case, accents, punctuation and spare space, so that two schools that write
 * “Reading in Year 7.” and “reading, in year 7” mean the same. `null` where nothing is left.
 */
export function normaliseAim(aim: string | null): string | null {
  if (aim === null || plainAim.test(aim)) return aim;
  const words = aim
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return words === '' ? null : words;
}
