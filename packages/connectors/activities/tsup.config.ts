import { library } from '@collegial/tooling/tsup';

export default library({ index: 'src/index.ts', inbox: 'src/inbox/index.ts' });
