import { readFileSync } from 'node:fs';
import { must, some } from '../must.ts';
import type { Check, Suite } from '../suite.ts';

const headings = ['What it is', 'Install', 'Use', 'Options', 'Errors', 'Links'];

/** What a README has to say for each way of verifying. */
const words: Readonly<Record<string, RegExp>> = {
  'live-server': /live server/i,
  'official-document': /official/i,
  'public-sample': /public|published/i,
  synthetic: /synthetic|invented/i,
};

/** What templates leave to the author: the scaffold's own words, and what people write in their place. */
const unwritten =
  /_To be written:|\b(TODO|TBD|FIXME)\b|lorem ipsum|\{\{[^}]*\}\}|<(vendor|name|your)[^>]*>/gi;

function sectionsOf(text: string): Map<string, string> {
  const parts = text.split(/^## (.+)$/m);
  const sections = new Map<string, string>();
  for (let at = 1; at < parts.length; at += 2)
    sections.set((parts[at] ?? '').trim(), (parts[at + 1] ?? '').trim());
  return sections;
}

/** The section or paragraph that begins with “How it was verified”. */
function verificationIn(text: string): string | undefined {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => /^(#+ |\*\*)?How it was verified\b/i.test(line));
  if (first === -1) return undefined;
  const isSection = lines[first]?.startsWith('#') === true;
  const rest = lines.slice(first + 1);
  const end = rest.findIndex((line) => (isSection ? line.startsWith('#') : line.trim() === ''));
  return [lines[first], ...rest.slice(0, end === -1 ? undefined : end)].join('\n');
}

const whole: Check = {
  name: 'has the fixed headings, and says how the connector was verified',
  reads: false,
  async run(trial) {
    const { readme } = trial.options;
    must(readme !== undefined, 'Give the option readme: new URL("../README.md", import.meta.url).');
    const text = readFileSync(readme, 'utf8');
    const sections = sectionsOf(text);
    const missing = headings.filter((heading) => !sections.has(heading));
    must(missing.length === 0, () => `The README lacks: ${some(missing)}.`);
    const empty = headings.filter((heading) => sections.get(heading) === '');
    must(empty.length === 0, () => `The README has empty sections: ${some(empty)}.`);
    // While the scaffold's tutorial is there, its placeholders may be.
    const tutorial = [...sections.keys()].some((heading) => /^From here to /.test(heading));
    must(
      !(tutorial && process.env.MODE === 'publish'),
      'The README still has the tutorial, the section “From here to …”: take it out before you publish.',
    );
    const open = tutorial ? [] : [...text.replaceAll(/^```[\s\S]*?^```$/gm, '').matchAll(unwritten)];
    must(
      open.length === 0,
      () =>
        `The README has ${open.length} places that are still to be written: ${some(new Set(open.map(([place]) => `“${place}”`)))}.`,
    );
    const { about } = (await trial.open()).source.connector;
    const verified = verificationIn(text);
    must(
      verified !== undefined,
      'The README does not say how the connector was verified: begin a section or paragraph with “How it was verified”.',
    );
    for (const way of about.verified)
      must(
        words[way]?.test(verified) !== false,
        `about.verified names “${way}”, and “How it was verified” says nothing of it.`,
      );
  },
};

/** What the README says. */
export const readme: Suite = { name: 'readme', checks: [whole] };
