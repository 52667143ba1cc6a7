import { tests } from '@collegial/tooling/vitest';

export default tests();
