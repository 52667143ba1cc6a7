import { createWondeServer } from '@collegial/connector-wonde/testing';
import { city as createDemoCity } from './city.ts';

// The MIS of the city, in a process of its own: a mock of the Wonde API, served over HTTP on this machine only.
const city = createDemoCity();
const server = createWondeServer({
  dataset: city.dataset,
  marksOf: city.marksOf,
  people: city.people,
  mostPerPage: 200,
});
const { url } = await server.listen();
process.send?.({ url, token: server.token, aspects: server.aspects });
