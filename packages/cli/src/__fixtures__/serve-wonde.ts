import { createWondeServer } from '@collegial/connector-wonde/testing';
import { createCity } from '@collegial/sample-city';

// An MIS in a process of its own: serves the first schools of a small city, and tells its parent how many requests it
// has answered.
const [students, schoolCount] = process.argv.slice(2).map(Number);
const city = createCity({ seed: 1, students: students ?? 300, years: 1 });
const server = createWondeServer({ dataset: city.dataset, marksOf: city.marksOf, people: city.people });
const { url } = await server.listen();
process.send?.({
  baseUrl: url,
  token: server.token,
  aspects: server.aspects,
  schools: city.schools.slice(0, schoolCount).map(server.schoolId),
});

let told = 0;
setInterval(() => {
  if (server.requests === told) return;
  told = server.requests;
  process.send?.({ requests: told });
}, 2);
process.once('disconnect', () => process.exit());
