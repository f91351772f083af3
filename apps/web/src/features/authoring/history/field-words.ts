import type { FieldForm } from '@seek-justice/domain/curriculum/form.ts';
import type { Json } from '@seek-justice/domain/kernel/canonical.ts';
import { dayWords } from '../../../i18n/day-words.ts';

interface Words {
  say: (key: string) => string;
  n: (value: number | string) => string;
  lang: string;
}

/** A field's value as an author reads it; null where only that it is another one can be said. */
export function fieldWords(field: FieldForm, value: Json, { say, n, lang }: Words): string | null {
  if (value === null) return say('history.nothing');
  const word = typeof value === 'string' ? value : '';
  switch (field.kind) {
    case 'number':
      return n(Number(value));
    case 'choice':
      return say(`${field.key === 'source' ? 'lang' : 'choice'}.${word}`);
    case 'flag':
      return say(value === true ? 'history.ticked' : 'history.unticked');
    case 'day':
      return dayWords(lang, word);
    case 'reference':
      return word;
    case 'words': {
      const words = Array.isArray(value) ? value.map(String) : [];
      if (words.length === 0) return say('history.nothing');
      return field.of ? words.map((one) => say(`competence.${one}`)).join(', ') : null;
    }
    default:
      return null;
  }
}
