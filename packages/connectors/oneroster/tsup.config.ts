import { library } from '@collegial/tooling/tsup';

export default library({
  index: 'src/index.ts',
  mapping: 'src/mapping/index.ts',
  testing: 'src/testing/index.ts',
});
