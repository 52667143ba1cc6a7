import { createWondeServer } from '@collegial/connector-wonde/testing';
import { city as createDemoCity } from './city.ts';

// The MIS of the city, in a process of its own: a mock of the Wonde API, served over HTTP on this machine only.
const city = createDemoCity();
// What is current is decided by the clock: it stands in the last summer term of the city and goes on from there.
const started = Date.now();
const summerTerm = Date.UTC(city.options.firstYear + city.options.years, 6, 11, 9);
const server = createWondeServer({
  dataset: city.dataset,
  marksOf: city.marksOf,
  people: city.people,
  mostPerPage: 200,
  now: () => summerTerm + Date.now() - started,
});
const { url } = await server.listen();
process.send?.({ url, token: server.token, aspects: server.aspects });
