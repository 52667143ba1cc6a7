import { type Html, html } from './html.ts';

/** Keeps what is wider than a narrow screen inside its own box, which scrolls; the keyboard reaches it. */
export function scrollBox(label: string, content: Html): Html {
  return html`<div class="scroll" role="region" aria-label="${label}" tabindex="0">${content}</div>`;
}
