import { library } from '@collegial/tooling/tsup';

export default library({ index: 'src/index.ts', openapi: 'src/openapi/index.ts' });
