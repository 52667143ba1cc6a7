import { testConnector } from '@collegial/connector-testing';
import { smallWorld } from './__fixtures__/small-world.ts';

const readme = new URL('../README.md', import.meta.url);

testConnector({
  name: 'edfi',
  readme,
  world: smallWorld(),
  plans: 90,
});
testConnector({
  name: 'edfi 6 without links',
  readme,
  world: smallWorld({ version: '6.2', links: false }),
  suites: ['paging', 'delete-safety'],
  reports: false,
});
