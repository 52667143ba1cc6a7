import type { Source } from '@collegial/connector-kit';
import { withoutTotals } from './__fixtures__/example-connector.ts';
import { exampleWorld } from './__fixtures__/example-world.ts';
import { testConnector } from './index.ts';

testConnector({
  name: 'example',
  world: exampleWorld(),
  skip: { readme: 'The example is a fixture and has no README.' },
});

testConnector({
  name: 'example-without-totals',
  world: exampleWorld(withoutTotals as unknown as (config: object) => Source),
  suites: ['delete-safety', 'incremental-equals-full', 'faults'],
  reports: false,
});
