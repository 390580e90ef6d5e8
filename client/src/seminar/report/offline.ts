/** The report as one file that opens without a network: its own words, drawings and styles, no script, nothing to fetch. */
const WEB = /url\((?!\s*['"]?data:)[^)]*\)/g;
const CONTROLS = '.no-print, .sr button, button, select, input, script, link, iframe';

/** Rules of a sheet that this page can use, without anything that would be fetched. */
export function plainRules(rules: Iterable<CSSRule>, used: (selector: string) => boolean): string {
  let css = '';
  for (const rule of rules) {
    if (rule instanceof CSSStyleRule) { if (used(rule.selectorText)) css += `${rule.cssText.replace(WEB, 'none')}\n`; }
    else if (rule instanceof CSSMediaRule) { const inner = plainRules(rule.cssRules, used); if (inner) css += `@media ${rule.conditionText} {\n${inner}}\n`; }
    else if ('cssRules' in rule && !(rule instanceof CSSKeyframesRule)) css += plainRules((rule as CSSGroupingRule).cssRules, used); // layers and containers: the order stays, the wrapping goes
  }
  return css;
}

/** A copy of the report without its controls; links lead back to where it came from, folded parts are open. */
export function plainBody(root: Element, base: string): Element {
  const copy = root.cloneNode(true) as Element;
  for (const each of copy.querySelectorAll(CONTROLS)) each.remove();
  for (const fold of copy.querySelectorAll('details')) fold.open = true;
  for (const link of copy.querySelectorAll('a[href]')) { const to = link.getAttribute('href') ?? ''; if (!to.startsWith('#')) link.setAttribute('href', new URL(to, base).href); }
  for (const picture of copy.querySelectorAll('img')) picture.replaceWith(document.createTextNode(picture.alt));
  return copy;
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);

/** The whole file. Nothing may be loaded from it: the policy says so, whoever opens it. */
export function offlinePage({ title, language, css, body }: { readonly title: string; readonly language: string; readonly css: string; readonly body: string }): string {
  return `<!doctype html>
<html lang="${escaped(language)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"><title>${escaped(title)}</title>
<style>${css.replace(/<\/style/gi, '')}</style></head>
<body><main>${body}</main></body>
</html>
`;
}

/** The report as the reader sees it now, as one file. */
export function offlineReport(root: Element, title: string): string {
  const body = plainBody(root, location.href);
  const probe = document.createElement('main');
  probe.append(body.cloneNode(true));
  /** Rules of the page itself, and those that meet something in it. */
  const used = (selector: string): boolean => {
    if (/^(:root|html|body|\*|main)/.test(selector)) return true;
    try { return probe.querySelector(selector.replace(/::?(before|after|first-child|last-child|hover|focus|focus-visible|active|marker|open)\b/g, '') || '*') !== null; } catch { return true; }
  };
  const css = [...document.styleSheets].map((sheet) => { try { return plainRules(sheet.cssRules, used); } catch { return ''; } }).join('');
  return offlinePage({ title, language: document.documentElement.lang, css: `${css}\nbody{background:#fff;margin:0}\n`, body: body.outerHTML });
}

/** Gives a text to the reader as a file. */
export function saveFile(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
