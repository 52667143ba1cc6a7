import type { ScaffoldEntity } from './choices.ts';
import { dropUnusedImports } from './drop-unused-imports.ts';
import { keepRegions } from './keep-regions.ts';
import { packageJson } from './package-json.ts';
import type { ProjectPlan } from './project-plan.ts';
import { readTemplates } from './read-templates.ts';
import { replaceNames } from './replace-names.ts';

/** Files of a project by their path, in order. Nothing is written. */
export async function renderProject(plan: ProjectPlan): Promise<Map<string, string>> {
  const { names, packageName, access, paging, entities } = plan;
  const chosen = new Set<string>([
    ...entities,
    ...(access === 'files' ? ['files'] : ['server', `access-${access}`, `paging-${paging}`]),
  ]);
  const files = new Map([['package.json', await packageJson(plan)]]);
  for (const [path, template] of await readTemplates(access, paging)) {
    if (!belongs(path, entities)) continue;
    const kept = keepRegions(template, chosen);
    const text = path.endsWith('.ts') ? dropUnusedImports(kept) : kept;
    files.set(replaceNames(path, names, packageName), replaceNames(text, names, packageName));
  }
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A mapping belongs to its entity, everything else to all. */
function belongs(path: string, entities: readonly ScaffoldEntity[]): boolean {
  const mapped = /\/map-([a-z-]+?)(?:\.test)?\.ts$/.exec(path)?.[1];
  const kebab = (entity: string) => entity.replace(/\B[A-Z]/g, '-$&').toLowerCase();
  return mapped === undefined || path.includes('__fixtures__') || entities.map(kebab).includes(mapped);
}
