import { readFileSync } from 'node:fs';
import { activities } from '@collegial/connector-activities';
import { wonde } from '@collegial/connector-wonde';
import { defineConfig, fromRecords } from 'collegial';

// The configuration of the demo, as a vendor would write it. The demo sets these variables; a vendor's server would.
const {
  DEMO_MIS_URL = '',
  DEMO_MIS_TOKEN = 'none',
  DEMO_MIS_ASPECTS = '[]',
  DEMO_DIRECTORY = '.demo',
} = process.env;

export default defineConfig({
  store: `${DEMO_DIRECTORY}/city.duckdb`,
  sources: [
    fromRecords(JSON.parse(readFileSync(`${DEMO_DIRECTORY}/vendor-records.json`, 'utf8')), {
      name: 'vendor',
    }),
    wonde({ baseUrl: DEMO_MIS_URL, token: DEMO_MIS_TOKEN, aspects: JSON.parse(DEMO_MIS_ASPECTS) }),
    activities({
      activities: `${DEMO_DIRECTORY}/activities.csv`,
      confirmations: `${DEMO_DIRECTORY}/confirmations.csv`,
    }),
  ],
  release: {
    directory: `${DEMO_DIRECTORY}/release`,
    title: 'Four groups of schools',
    audiences: ['own', 'group'],
  },
});
