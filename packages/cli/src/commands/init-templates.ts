/** A configuration to start from, with what to install and do for it. */
export interface InitTemplate {
  readonly packages: readonly string[];
  readonly steps: readonly string[];
  readonly config: string;
}

const keyStep = 'export COLLEGIAL_KEY="$(openssl rand -base64 32)"   # keep it: pseudonyms depend on it';

/** Starts by connector. */
export const templates: Readonly<Record<string, InitTemplate>> = {
  wonde: {
    packages: ['@collegial/connector-wonde'],
    steps: ['export WONDE_TOKEN=…', keyStep],
    config: `import { wonde } from '@collegial/connector-wonde';
import { defineConfig, fromEnvironment } from 'collegial';

export default defineConfig({
  store: 'collegial.duckdb',
  sources: [wonde({ token: fromEnvironment('WONDE_TOKEN') })],
  release: { title: 'Our schools together', audiences: ['own', 'group'] },
});
`,
  },
  dfe: {
    packages: ['@collegial/connector-dfe'],
    steps: ['# put the published CSV files into ./published'],
    config: `import { dfe } from '@collegial/connector-dfe';
import { defineConfig } from 'collegial';

export default defineConfig({
  store: 'collegial.duckdb',
  sources: [
    dfe({
      folder: 'published',
      academicYear: '2018/19', // of the tables of figures, which state no year
      asOf: '2022-03-14', // day on which the register was downloaded: stated with every link
    }),
  ],
  release: { title: 'Published figures', audiences: ['public'] },
});
`,
  },
  activities: {
    packages: ['@collegial/connector-activities'],
    steps: ['# write what schools did together into activities.csv'],
    config: `import { activities } from '@collegial/connector-activities';
import { defineConfig } from 'collegial';

export default defineConfig({
  store: 'collegial.duckdb',
  sources: [activities({ activities: 'activities.csv' })],
  release: { title: 'Working together', audiences: ['group'] },
});
`,
  },
};
