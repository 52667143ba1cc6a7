// The tests with many more faults and malformed inputs. Sizes can be set: see the variables.
process.env.COLLEGIAL_NIGHTLY ??= '1';
process.env.COLLEGIAL_FAULT_PLANS ??= '20000';
process.env.COLLEGIAL_MALFORMED ??= '5000000';
process.env.COLLEGIAL_FUZZ_RUNS ??= '20000';
process.env.COLLEGIAL_TEST_TIMEOUT ??= '14400000';
await import('./test.js');
