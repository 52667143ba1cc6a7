/** The style of the report: readable on paper, in the dark and at 320 pixels. */
export const styles = `
:root{--ink:#1b1f24;--soft:#59636e;--line:#d5dae0;--paper:#fff;--panel:#f6f7f9;--accent:#0b5c6b;--band:#0b5c6b22}
@media (prefers-color-scheme:dark){:root{--ink:#e8ebee;--soft:#a0a9b3;--line:#3a424b;--paper:#14181c;--panel:#1c2127;--accent:#5cc3d3;--band:#5cc3d333}}
*{box-sizing:border-box}
body{margin:0 auto;padding:clamp(.75rem,3vw,1.5rem);max-width:76rem;font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;color:var(--ink);background:var(--paper)}
h1{font-size:1.9rem;line-height:1.2;margin:.2em 0}h2{font-size:1.45rem;margin:2.5rem 0 .2rem;padding-top:1rem;border-top:3px solid var(--accent)}h3{font-size:1.1rem;margin:1.8rem 0 .6rem}
a{color:var(--accent)}nav ul{columns:16rem;padding-left:1.1rem}
.meta,.note,.spread,.sources,.better,.absent{color:var(--soft);font-size:.875rem}
.better{font-weight:400}.absent{padding:2.5rem 0;text-align:center}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(20rem,100%),1fr));gap:1rem}
.card{background:var(--panel);border:1px solid var(--line);border-radius:8px;padding:.9rem}
figure{margin:0}figcaption{font-size:.875rem;margin-bottom:.5rem}figcaption b{font-size:1rem}
.columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(30rem,100%),1fr));gap:1.5rem}.columns>*{min-width:0}
svg{display:block;width:100%;height:auto;overflow:visible}.scroll svg{overflow:hidden}.matrix{max-width:none}.trend .tick{font-size:12px}.trend .value{font-size:13px}
.grid{stroke:var(--line);stroke-width:1}.tick,.label,.value,.absent,.inside{font-size:11px;fill:var(--soft)}.label,.value,.inside{fill:var(--ink)}.value{font-weight:600}
.line{fill:none;stroke:var(--accent);stroke-width:2}.band{fill:var(--band)}.dot{fill:var(--accent)}.interval{stroke:var(--accent);stroke-width:2;opacity:.55}.whole{stroke:var(--ink);stroke-width:1.5;stroke-dasharray:4 3}
.self{fill:var(--line)}.empty{fill:none;stroke:var(--line)}.filled{fill:var(--accent);stroke:var(--accent)}.inside.light{fill:var(--paper)}
table{border-collapse:collapse;width:100%;font-size:.875rem;margin:.5rem 0}th,td{padding:.3rem .5rem;text-align:left;border-bottom:1px solid var(--line);vertical-align:top}th{font-weight:600}.number,.interval-cell{white-space:nowrap}.number{text-align:right;font-variant-numeric:tabular-nums}
td ul{margin:0;padding-left:1rem}.missing{color:var(--soft)}
details{margin:.4rem 0}summary{cursor:pointer;color:var(--accent)}details.wide{border-bottom:1px solid var(--line);padding:.3rem 0}
.scroll{overflow-x:auto;max-width:100%}.scroll:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
@media print{details::details-content{content-visibility:visible;block-size:auto;opacity:1}summary{list-style:none}summary::-webkit-details-marker{display:none}.scroll{overflow:visible}.scroll svg{min-width:0!important;max-width:100%}body{max-width:none}.card{break-inside:avoid}nav{display:none}}
`;
