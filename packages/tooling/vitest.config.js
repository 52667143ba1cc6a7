import { tests } from './vitest.js';

export default tests({ include: ['tests/**/*.test.js'] });
