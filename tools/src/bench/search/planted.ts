/** A sentence that stands in one block, and what somebody types who looks for it. Thought up by hand, found by nobody's code. */
export interface Planted {
  lang: 'km' | 'en';
  sentence: string;
  query: string;
  /** What is highlighted, as the sentence is written: word by word. */
  marked: readonly string[];
}

/** No phrase of the curriculum holds any of the queries. */
export const PLANTED: readonly Planted[] = [
  // In the middle of a sentence without spaces, also in the middle of a word.
  { lang: 'km', sentence: 'អ្នកនេសាទទាំងបីបានខ្ចីទូកក្ដារពីមេឃុំ', query: 'ខ្ចីទូក', marked: ['ខ្ចីទូក'] },
  { lang: 'km', sentence: 'ក្របីរបស់លោកតាដើរលេងក្បែរបឹងឈូក', query: 'បីរបស់លោកតាដើ', marked: ['បីរបស់លោកតាដើ'] },
  // Written with the short vowel, looked for with the long one, and the other way round.
  { lang: 'km', sentence: 'រថយន្តប៉ូលិសចតក្រោមដើមអំពិល', query: 'ប៉ូលីសចត', marked: ['ប៉ូលិសចត'] },
  { lang: 'km', sentence: 'ទូរទឹកកកប៉ូលីសខូចម៉ាស៊ីន', query: 'ប៉ូលិសខូច', marked: ['ប៉ូលីសខូច'] },
  // Breaks for the line, Khmer digits, subscripts in the other order.
  { lang: 'km', sentence: 'នាង\u200bទិញ\u200bអង្ករ\u200bដំណើប\u200bពីរ\u200bគីឡូ', query: 'អង្ករដំណើប', marked: ['អង្ករ\u200bដំណើប'] },
  { lang: 'km', sentence: 'រថភ្លើងលេខ៩៤៧៣ចេញពីស្ថានីយ៍', query: 'លេខ9473', marked: ['លេខ៩៤៧៣'] },
  { lang: 'km', sentence: 'ស\u17d2\u179a\u17d2\u178f\u17b8ត្បាញក្រណាត់សូត្រ', query: 'ស្ត្រីត្បាញ', marked: ['ស\u17d2\u179a\u17d2\u178f\u17b8ត្បាញ'] },
  { lang: 'en', sentence: 'The carpenter mended a crooked windmill.', query: 'crooked windmill', marked: ['crooked', 'windmill'] },
  { lang: 'en', sentence: 'Her umbrella was full of ripe TAMARINDS', query: 'amarind', marked: ['AMARIND'] },
  { lang: 'en', sentence: 'Jose\u0301 fed the buffaloes at noon', query: 'josé fed', marked: ['Jose\u0301', 'fed'] },
];

/** What stands nowhere: letters and syllables of the texts in another order. */
export const NOWHERE: readonly string[] = ['ឈូកក្របីកកទូ', 'windmill umbrellas', 'zebrafish'];
