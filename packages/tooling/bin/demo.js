import { run } from '../lib/run.js';
import { setUp } from '../lib/set-up.js';
import { turbo } from '../lib/turbo.js';

// The README's demo command: sets up, builds what the demo needs, and hands over to it.
setUp();
console.error('Building …');
process.env.COLLEGIAL_BUILD = 'javascript';
turbo('build', '--filter=@collegial/demo...', '--output-logs=errors-only', '--log-prefix=none');
run('npm', ['run', '--silent', '--workspace=@collegial/demo', 'demo', '--', ...process.argv.slice(2)]);
