import type { Options } from 'tsup';

export declare function library(entry: Record<string, string>): Options;
