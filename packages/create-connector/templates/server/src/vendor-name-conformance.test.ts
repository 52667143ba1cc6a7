import { testConnector } from '@collegial/connector-testing';
import { createVendorNameServer } from './testing/index.ts';
import { canaries } from './testing/vendor-name-data.ts';
import { vendorName } from './vendor-name-connector.ts';

testConnector({
  name: 'vendor-name',
  readme: new URL('../README.md', import.meta.url),
  // #region paging-none
  skip: { 'paging/a server that gives fewer rows than were asked for loses none': 'Lists come whole.' },
  // #endregion
  world({ clock, mostPerPage, empty }) {
    const server = createVendorNameServer({ empty, mostPerPage: Math.min(mostPerPage, 5), now: clock.now });
    return {
      source: vendorName(server.settings),
      fetch: server.fetch,
      holds: server.counts(),
      change: server.change,
      remove: server.remove,
      canaries,
    };
  },
});
