import type { EditionDocument, EditionManifest } from '@collegial/model';
import { anchorOf, documentSection } from './document-section.ts';
import { html } from './html.ts';
import { styles } from './styles.ts';

/**
 * One self-contained HTML page over documents of an edition: charts as inline SVG, each with a table of the same
 * figures; no script, no request to anywhere.
 */
export function renderReport(manifest: EditionManifest, documents: readonly EditionDocument[]): string {
  const body = html`<header><p class="meta">Collegial · what league tables hide</p><h1>${manifest.title}</h1>
<p class="meta">Edition ${manifest.edition}, published ${manifest.publishedAt.slice(0, 10)} from data ${manifest.snapshot.slice(0, 12)}. Groups of fewer than ${manifest.policy.threshold} people are hidden from partner schools.</p></header>
${documents.length > 1 && html`<nav aria-label="Contents"><ul>${documents.map((document) => html`<li><a href="#${anchorOf(document)}">${document.title}</a></li>`)}</ul></nav>`}
<main>${documents.map(documentSection)}</main>
<footer><p class="note">Figures that rise together need not cause one another. A difference between schools is only worth a question when their intervals part. Method and sources of each figure are below it.</p></footer>`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
${html`<title>${manifest.title}</title>`.markup}
<style>${styles}</style></head><body>
${body.markup}
</body></html>
`;
}
