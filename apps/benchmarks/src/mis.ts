import { createWondeServer } from '@collegial/connector-wonde/testing';
import { createCity } from '@collegial/sample-city';

// A Wonde server in a process of its own that sends pages it has made before: its own work does not blur the reader's.
const city = createCity({ seed: 1, students: Number(process.argv[2] ?? 2_000), years: 1, firstYear: 2023 });
const server = createWondeServer({
  dataset: city.dataset,
  marksOf: city.marksOf,
  people: city.people,
  mostPerPage: 200,
  keepBytes: 2e9,
});
const { url } = await server.listen();
process.send?.({ url, token: server.token, schools: city.schools.map((id) => server.schoolId(id)) });
