/**
 * What a word processor puts on the clipboard, without its dress: styles, comments and scripts are gone before anything
 * is made of it. Strong words stay strong, also where Google Docs says so by a style alone; its outer `<b>` that is not
 * bold is no mark.
 */
export function cleanPasted(html: string): string {
  return html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(style|script|xml)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<b\b[^>]*font-weight:\s*normal[^>]*>/gi, '<div>')
    .replace(/<span\b[^>]*font-weight:\s*(?:bold|[6-9]00)[^>]*>([\s\S]*?)<\/span>/gi, '<strong>$1</strong>')
    .replace(/\s(?:style|class|lang|dir|id|on\w+)=(?:"[^"]*"|'[^']*'|[^\s>]+)/gi, '')
    .replace(/<\/?o:p\s*>/gi, '');
}
