/** The look of a bulletin's page. The policy of the page allows this style by its hash, and nothing else. */
import { createHash } from 'node:crypto';

export const STYLE = `
:root{--red:#b3121d;--ink:#1c1c1e;--soft:#5c5f66;--line:#d5d8de;--paper:#fff;--ground:#f2f3f5;--bar:#30536f;--below:#b26a00;--head:#f7f4f1}
@media (prefers-color-scheme:dark){:root{--red:#ff8a84;--ink:#ececef;--soft:#a9adb6;--line:#3c4048;--paper:#1b1d21;--ground:#111215;--bar:#7fb0d6;--below:#e3a84e;--head:#25272c}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:17px/1.8 "Noto Sans CJK SC","Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif}
main{max-width:1200px;margin:24px auto;padding:44px 48px;background:var(--paper);border:1px solid var(--line)}
.issuer{margin:0;text-align:center;color:var(--red);font-size:32px;font-weight:700;letter-spacing:.08em;line-height:1.3}
.serial{margin:10px 0 12px;text-align:center}
.rule{border:0;border-top:3px solid var(--red);margin:0 0 30px}
h1{margin:0 0 24px;text-align:center;font-size:26px;line-height:1.4}
h2{margin:26px 0 6px;font-size:18px;break-after:avoid}
p{margin:6px 0;overflow-wrap:anywhere}
.text,.to{max-width:46em}
.zh .text{text-indent:2em}
.note{color:var(--soft);font-size:14px}
.wide{display:none}
.scroll{overflow-x:auto;margin:10px 0 4px;border:1px solid var(--line)}
table{border-collapse:separate;border-spacing:0;width:100%;font-size:14px;line-height:1.4;font-variant-numeric:tabular-nums}
th,td{padding:8px 9px;border-bottom:1px solid var(--line);text-align:right;white-space:nowrap}
thead th{background:var(--head);text-align:right}
th:first-child{position:sticky;left:0;background:var(--paper);text-align:left;font-weight:400;border-right:1px solid var(--line)}
thead th:first-child{background:var(--head);font-weight:700}
tfoot th:first-child,tfoot td{font-weight:700}
tfoot tr+tr th:first-child,tfoot tr+tr td{font-weight:400;color:var(--soft)}
tr:last-child>*{border-bottom:0}
tbody tr:last-child>*{border-bottom:1px solid var(--line)}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,420px),1fr));gap:18px 30px}
figure{margin:0}
figcaption{font-weight:700}
.bars{list-style:none;margin:6px 0 0;padding:0;display:grid;grid-template-columns:max-content 1fr max-content;gap:5px 8px;align-items:center;font-size:13px;line-height:1.4}
.bars li{display:contents}
.bars .value{text-align:right;font-variant-numeric:tabular-nums}
.bar{width:100%;height:13px;display:block}
.full{fill:var(--bar)}
.below{fill:var(--below)}
.sign{margin:40px 0 0;display:flex;justify-content:flex-end;text-align:center}
.sources{margin-top:34px;padding-top:10px;border-top:1px solid var(--line);color:var(--soft);font-size:12px;line-height:1.6}
.sources code{overflow-wrap:anywhere}
@media (max-width:900px){.wide{display:block}}
@media (max-width:640px){body{font-size:16px}main{margin:0;padding:22px 16px;border:0}.issuer{font-size:22px;letter-spacing:.02em}h1{font-size:21px}.place{display:none}th:first-child{min-width:calc(9em + 18px);max-width:calc(9em + 18px);white-space:normal;text-wrap:balance}thead th:first-child,tfoot th:first-child{white-space:nowrap}}
@media print{:root{--red:#b3121d;--ink:#000;--soft:#444;--line:#999;--paper:#fff;--ground:#fff;--bar:#30536f;--below:#b26a00;--head:#eee}main{margin:0;padding:0;border:0;max-width:none}.scroll{overflow:visible;border:0}table{font-size:10px}p,.sign{font-size:15px}.charts{grid-template-columns:1fr 1fr}th,td{padding:3px 4px}th:first-child{position:static}.wide{display:none}.bars{font-size:9px;gap:2px 6px}.bar{height:9px}.full,.below{print-color-adjust:exact}figure,tr{break-inside:avoid}}
`;

const HASH = createHash('sha256').update(STYLE).digest('base64');

/** No script, no picture, nothing from anywhere. */
export const POLICY = `default-src 'none'; style-src 'sha256-${HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
