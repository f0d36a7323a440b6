/** Text as it may stand in XML, in an element or in an attribute, whatever somebody has called a step. */
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What XML 1.0 does not allow at all, not even escaped, becomes a replacement sign; line breaks become spaces. */
export function xmlText(text: string): string {
  return text
    .replaceAll(/[\t\n\r\u0085\u2028]+/g, ' ')
    .replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '\u{FFFD}')
    .replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}
