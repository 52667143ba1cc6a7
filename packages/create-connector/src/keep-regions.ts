const opening = /^\s*(?:\/\/|<!--) #region (.+?)(?: -->)?$/;
const closing = /^\s*(?:\/\/|<!--) #endregion(?: -->)?$/;

/**
 * Takes out of a template what belongs to other choices. A region names the choices that it is for, separated by spaces, and stays when one of
 * them was made; the lines that mark it go. Regions can be inside one another.
 */
export function keepRegions(template: string, chosen: ReadonlySet<string>): string {
  const open: boolean[] = [];
  const kept = template.split('\n').filter((line) => {
    const names = opening.exec(line)?.[1]?.split(' ');
    if (names !== undefined) open.push(names.some((name) => chosen.has(name)));
    else if (closing.test(line)) open.pop();
    else return open.every((stays) => stays);
    return false;
  });
  return kept.join('\n');
}
