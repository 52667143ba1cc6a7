import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallDocument, smallManifest } from '../__fixtures__/small-document.ts';
import { renderReport } from './report.ts';

const chromium = [
  process.env.CHROMIUM_PATH ?? '',
  ...['chromium', 'chromium-browser', 'google-chrome'].flatMap((name) =>
    (process.env.PATH ?? '').split(delimiter).map((directory) => join(directory, name)),
  ),
].find((path) => path !== '' && existsSync(path));
const absent = chromium === undefined ? ' – skipped: no Chromium, and CHROMIUM_PATH names none' : '';

const widths = [320, 1280];

/** Runs in the page: opens all, measures, and leaves what it found where the test reads it. */
const measure = `
addEventListener('load', () => {
  for (const details of document.querySelectorAll('details')) details.open = true;
  const visible = (element) => element.getBoundingClientRect().width > 0;
  const outside = [...document.querySelectorAll('body *')].filter(
    (element) => visible(element) && !element.closest('.scroll') && element.getBoundingClientRect().right > innerWidth + 1,
  );
  const cut = [...document.querySelectorAll('svg text')].filter((text) => {
    const box = text.getBoundingClientRect();
    const svg = text.closest('svg').getBoundingClientRect();
    return box.left < svg.left - 1 || box.right > svg.right + 1;
  });
  const small = [...document.querySelectorAll('svg text')].filter((text) => {
    const svg = text.closest('svg');
    const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    return Number.parseFloat(getComputedStyle(text).fontSize) * scale < 9;
  });
  const describe = (element) => element.tagName + '.' + element.getAttribute('class') + ' ' + element.textContent.slice(0, 30);
  parent.document.body.textContent = '@@' + btoa(encodeURIComponent(JSON.stringify({
    width: innerWidth, outside: outside.map(describe), cut: cut.map(describe), small: small.map(describe),
    scrolls: document.documentElement.scrollWidth > innerWidth,
  }))) + '@@';
});`;

describe.skipIf(chromium === undefined)(`in a browser${absent}`, () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'collegial-report-'));
    // The page forbids scripts: the copy that is measured does not.
    const page = renderReport(smallManifest, [smallDocument])
      .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
      .replace('</head>', `<script>${measure}</script></head>`);
    // In a frame, because a window is never narrower than some browsers want it to be.
    for (const width of widths) {
      const srcdoc = page.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
      const frame = `<iframe style="width:${width}px;height:2000px;border:0" srcdoc="${srcdoc}"></iframe>`;
      await writeFile(join(folder, `${width}.html`), `<!doctype html><body>${frame}</body>`);
    }
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(widths)('at %i pixels nothing sticks out, is cut off or too small to read', async (width) => {
    const { stdout } = await promisify(execFile)(
      chromium as string,
      [
        ...['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--dump-dom'],
        `--user-data-dir=${join(folder, `profile-${width}`)}`,
        '--window-size=1400,2100',
        `file://${join(folder, `${width}.html`)}`,
      ],
      { timeout: 50_000 },
    );
    const found = JSON.parse(decodeURIComponent(atob(/@@([\w+/=]+)@@/.exec(stdout)?.[1] ?? '')));
    expect(found).toEqual({ width, outside: [], cut: [], small: [], scrolls: false });
  });
});
