import { register } from 'node:module';

register('./transpile-typescript.mjs', import.meta.url);
