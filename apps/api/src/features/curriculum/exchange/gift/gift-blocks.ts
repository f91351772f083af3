/** One question of a GIFT file as it stands there, without its comments. */
export interface GiftBlock {
  /** The line of the file where it begins, from 1. */
  line: number;
  text: string;
  /** What its comments tell Moodle: `// [tag:scenario]`. */
  tags: string[];
}

const COMMENT = /^\s*\/\//;
/** A line in which nobody sees anything: typed spaces of Khmer and of word processors too. */
const BLANK = /^[\s\u200b\u2060\ufeff]*$/;
const CATEGORY = /^\s*\$CATEGORY:/;

/** The questions of a GIFT file: blank lines part them, comments and categories are none. */
export function giftBlocks(file: string): GiftBlock[] {
  const blocks: GiftBlock[] = [];
  let lines: string[] = [];
  let tags: string[] = [];
  let begun = 0;
  const end = (): void => {
    if (lines.length > 0) blocks.push({ line: begun, text: lines.join('\n'), tags });
    lines = [];
    tags = [];
  };
  for (const [index, line] of file.replace(/^\ufeff/, '').split(/\r\n|\n|\r/).entries()) {
    if (BLANK.test(line)) end();
    else if (COMMENT.test(line)) tags.push(...Array.from(line.matchAll(/\[tag:([^\]]+)\]/g), ([, tag = '']) => tag.trim()));
    else if (!CATEGORY.test(line)) {
      if (lines.length === 0) begun = index + 1;
      lines.push(line);
    }
  }
  end();
  return blocks;
}
