import { testConnector } from '@collegial/connector-testing';
import { createVendorNameExport } from './testing/index.ts';
import { canaries } from './testing/vendor-name-data.ts';
import { vendorName } from './vendor-name-connector.ts';

testConnector({
  name: 'vendor-name',
  readme: new URL('../README.md', import.meta.url),
  world({ directory, empty }) {
    const files = createVendorNameExport({ folder: directory, empty });
    return {
      source: vendorName(files.settings),
      holds: files.counts(),
      change: files.change,
      remove: files.remove,
      canaries,
    };
  },
});
