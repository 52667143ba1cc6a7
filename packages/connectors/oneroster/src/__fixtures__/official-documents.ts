import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of reference data: `COLLEGIAL_DATA`, or `shared/data` beside or above the repository. */
function findData(): string | undefined {
  const given = process.env.COLLEGIAL_DATA;
  if (given !== undefined && given !== '') return given;
  for (let at = dirname(fileURLToPath(import.meta.url)); dirname(at) !== at; at = dirname(at)) {
    const candidate = join(at, 'shared', 'data');
    if (existsSync(candidate)) return candidate;
  }
  return undefined;
}

const folder = join(findData() ?? '.', 'oneroster-openapi');

/** The official OpenAPI documents of OneRoster 1.2 (1EdTech), or `undefined` where they are not at hand. */
export const officialDocuments = existsSync(join(folder, 'onerosterv1p2rostersservice_openapi3_v1p0.json'))
  ? {
      rostering: join(folder, 'onerosterv1p2rostersservice_openapi3_v1p0.json'),
      gradebook: join(folder, 'onerosterv1p2gradebookservice_openapi3_v1p0.json'),
    }
  : undefined;

/** For names of tests that are passed over. */
export const whyNot = 'needs the official OpenAPI documents: set COLLEGIAL_DATA';
