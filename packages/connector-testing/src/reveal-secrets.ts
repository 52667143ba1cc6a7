/** The values of all secrets in checked settings, however deep. */
export function revealSecrets(settings: unknown, seen = new Set<unknown>()): string[] {
  if (typeof settings !== 'object' || settings === null || seen.has(settings)) return [];
  seen.add(settings);
  const { reveal } = settings as { readonly reveal?: unknown };
  // By its form: a connector may bring its own copy of the kit.
  if (typeof reveal === 'function' && String(settings) === '[secret]')
    return [String((settings as { reveal(): unknown }).reveal())];
  return Object.values(settings).flatMap((part) => revealSecrets(part, seen));
}
