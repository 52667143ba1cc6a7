/** What people call the styles besides, in their own documentation. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  'page-token': ['cursor', 'token', 'continuation', 'after', 'keyset', 'seek'],
  'next-url': ['next', 'hateoas', 'links', 'odata', 'scroll'],
  'link-header': ['link', 'rel-next', 'header'],
  'page-number': ['page', 'pages', 'number'],
  offset: ['skip', 'limit', 'start', 'range'],
  bearer: ['token', 'jwt', 'pat'],
  'api-key': ['key', 'apikey', 'header', 'subscription-key'],
  basic: ['password', 'user', 'http-basic'],
  oauth2: ['oauth', 'client-credentials', 'oidc'],
  oauth1: ['oauth-1', 'hmac'],
  files: ['file', 'csv', 'sftp', 'ftp', 'export'],
  Staff: ['teacher', 'employee', 'workforce'],
  Student: ['pupil', 'learner'],
  Organisation: ['school', 'organization', 'org'],
  AttendanceMark: ['attendance', 'mark', 'register'],
  Class: ['section', 'group', 'course'],
};

/**
 * A question to put before the list of what there is, when something near was written; else nothing.
 *
 * @param choices what there is, with its meaning
 */
export function didYouMean(written: string, choices: Readonly<Record<string, string>>): string {
  const near = Object.entries(choices).filter(([name]) => isNear(written, name));
  if (near.length === 0) return '';
  return `Did you mean ${near.map(([name, meaning]) => `${name} (${meaning})`).join(' or ')}? `;
}

function isNear(written: string, name: string): boolean {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replaceAll(/[^a-z0-9]/g, '')
      .replace(/s$/, '');
  const given = plain(written);
  if (given === '') return false;
  const names = [name, ...(otherNames[name] ?? [])].map(plain);
  return names.some((one) => one === given || (given.length > 4 && one.length > 4 && oneApart(one, given)));
}

/** True when one letter was left out, put in or taken for another. */
function oneApart(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const [rest, otherRest] = [one.slice(at), other.slice(at)];
  return rest.slice(1) === otherRest.slice(1) || rest.slice(1) === otherRest || rest === otherRest.slice(1);
}
