/** The looks of a copy: small, of system fonts alone, dark where the phone is. */
export const COPY_STYLES = `
:root{color-scheme:light dark;--p:#fbf8f3;--s:#fff;--i:#1f2a30;--j:#4a5861;--r:#0b5a5e;--t:#e1f0ef;--o:#8a3f0a;--ot:#fcebdd;--g:#2b6b3a;--gt:#e4f2e6;--m:#7a5200;--mt:#fbf0d9;--c:#a3281e;--ct:#fbe6e2;--l:#ddd5c8;--e:#8a8172}
@media screen and (prefers-color-scheme:dark){:root{--p:#12191c;--s:#1b2529;--i:#ece7dd;--j:#b4bdc0;--r:#6cc5c0;--t:#17343a;--o:#f0a35e;--ot:#33271b;--g:#86cf97;--gt:#1a3123;--m:#e3b85c;--mt:#322a17;--c:#f2938a;--ct:#3a2220;--l:#33424a;--e:#7d8b92}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:42rem;padding:24px 16px 56px;background:var(--p);color:var(--i);font:1.125rem/1.6 'Noto Sans','Noto Sans Khmer','Khmer OS','Khmer UI','Leelawadee UI','Khmer Sangam MN',Roboto,system-ui,sans-serif;font-synthesis:none;overflow-wrap:break-word}
:lang(km){line-height:1.8}
h1,h2,h3,p,ul,ol{margin:0;padding:0}
ul,ol{list-style:none}
h1{font-size:1.5rem;margin:4px 0}
h2{font-size:1.25rem}
h3{font-size:1.125rem}
section{margin-top:28px}
p+p,h2+p,ul,ol{margin-top:10px}
a{color:var(--r);text-underline-offset:4px}
svg{width:20px;height:20px;fill:none;stroke:currentColor;stroke-width:1.8;vertical-align:-4px}
.small,.hint,.sources,.label,.dates{font-size:1rem;color:var(--j)}
.label,.who,.until{font-weight:600}
.draft,.unsure{color:var(--m)}
.sure{color:var(--g)}
.until{padding:12px 16px;border-radius:10px;background:var(--mt);color:var(--m)}
.story,.practice,.number{padding:16px 18px;border:1px solid var(--l);border-radius:14px;background:var(--s)}
.passage{padding-left:16px;border-left:4px solid var(--r)}
.callout{padding:14px 18px;border-radius:10px;background:var(--t)}
.callout.care{background:none;border:1.5px solid var(--e)}
.callout.danger{background:var(--ct)}
.discussion{padding:16px 18px;border-radius:14px;background:var(--ot)}
.discussion .label,.practice>.label,.count{color:var(--o)}
.home{padding:16px 18px;border-radius:14px;background:var(--gt)}
.home .label{color:var(--g)}
.signs li{padding:10px 0;border-top:1px solid var(--l)}
.rights li{display:flex;gap:14px;padding:8px 0}
.count{display:block;font-size:1rem}
.scene{margin-top:14px}
details{margin-top:10px;border:1.5px solid var(--e);border-radius:10px;background:var(--p)}
summary{min-height:48px;padding:10px 14px;cursor:pointer}
summary>span{display:inline}
.outcome{padding:10px 14px 14px;border-radius:0 0 9px 9px;background:var(--mt)}
.good>.outcome{background:var(--gt)}
.verdict{font-size:1rem;font-weight:600;color:var(--m)}
.good>.outcome .verdict{color:var(--g)}
details>.scene{padding:0 14px 14px}
.sources{margin-top:28px}
.numbers{padding-top:24px;border-top:1px solid var(--l)}
.number{margin-top:14px;break-inside:avoid}
.dial{display:inline-block;min-height:48px;padding:4px 0;font-size:1.625rem;font-weight:600;white-space:nowrap}
:focus-visible{outline:3px solid var(--r);outline-offset:2px}
@media print{:root{--p:#fff;--s:#fff}body{padding:0;font-size:12pt}details{break-inside:avoid}}
`;
