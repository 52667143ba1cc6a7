import { createWondeServer } from '@collegial/connector-wonde/testing';
import type { EntityName } from '@collegial/model';
import { createCity } from '@collegial/sample-city';
import { createProject, type Project } from './create-project.ts';

/** A project over a small city: an MIS that is served over HTTP, records of the vendor, activities as CSV. */
export interface CityProject extends Project {
  readonly city: ReturnType<typeof createCity>;
  readonly environment: Readonly<Record<string, string>>;
}

/** What an MIS does not know. */
const vendorRecords: readonly EntityName[] = [
  'Organisation',
  'OrganisationLink',
  'SchoolGroup',
  'GroupMember',
  'Designation',
  'Calendar',
  'SharingAgreement',
  'Qualification',
];

/** Activities of schools of group A, as a coordinator keeps them; the last row cannot be placed. */
const activitiesCsv = `activity_id,kind,title,starts_on,group,school,role,teachers,hours
a1,joint-training,Marking in mathematics,2022-10-05,A,990001,provider,2,18
a1,,,,,990002,recipient,6,36
a2,peer-review,Review of history,2023-03-14,A,990002,provider,1,6
a2,,,,,990003,recipient,3,9
a3,joint-trianing,A kind that nobody knows,2023-03-14,A,990002,provider,1,6
`;

/** Serves 300 students over one year and writes the configuration that reads them. */
export async function createCityProject(): Promise<CityProject> {
  const city = createCity({ seed: 1, students: 300, years: 1 });
  const server = createWondeServer({ dataset: city.dataset, marksOf: city.marksOf, people: city.people });
  const { url, close } = await server.listen();
  const records = Object.fromEntries(
    vendorRecords.map((entity) => [entity, [...(city.dataset[entity as keyof typeof city.dataset] ?? [])]]),
  );
  const project = await createProject({
    'vendor-records.json': JSON.stringify(records),
    'activities.csv': activitiesCsv,
    'collegial.config.ts': `import { readFileSync } from 'node:fs';
import { activities } from '@collegial/connector-activities';
import { wonde } from '@collegial/connector-wonde';
import { defineConfig, fromEnvironment, fromRecords } from 'collegial';

export default defineConfig({
  store: 'city.duckdb',
  sources: [
    fromRecords(JSON.parse(readFileSync('vendor-records.json', 'utf8')), { name: 'vendor' }),
    wonde({ baseUrl: '${url}', token: fromEnvironment('WONDE_TOKEN'), aspects: ${JSON.stringify(server.aspects)} }),
    activities({ activities: 'activities.csv' }),
  ],
  release: { title: 'A small city', audiences: ['own', 'group'] },
});
`,
  });
  return {
    ...project,
    city,
    environment: { WONDE_TOKEN: server.token, COLLEGIAL_KEY: 'dGhlIGtleSBvZiBhIHRlc3QsIG5vdCBhIHNlY3JldA==' },
    remove: async () => {
      await close();
      await project.remove();
    },
  };
}
