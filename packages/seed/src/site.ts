import type { LocalizedText } from '@seek-justice/domain/language/localized-text.ts';

/** What an installation knows of its own country and languages: data, so that another country is another file. */
export interface Site {
  /** Language tags in order of preference. */
  languages: string[];
  timeZone: string;
  provinces: { id: string; name: LocalizedText }[];
}

const PROVINCES: [id: string, en: string, km: string][] = [
  ['banteay-meanchey', 'Banteay Meanchey', 'បន្ទាយមានជ័យ'],
  ['battambang', 'Battambang', 'បាត់ដំបង'],
  ['kampong-cham', 'Kampong Cham', 'កំពង់ចាម'],
  ['kampong-chhnang', 'Kampong Chhnang', 'កំពង់ឆ្នាំង'],
  ['kampong-speu', 'Kampong Speu', 'កំពង់ស្ពឺ'],
  ['kampong-thom', 'Kampong Thom', 'កំពង់ធំ'],
  ['kampot', 'Kampot', 'កំពត'],
  ['kandal', 'Kandal', 'កណ្ដាល'],
  ['kep', 'Kep', 'កែប'],
  ['koh-kong', 'Koh Kong', 'កោះកុង'],
  ['kratie', 'Kratie', 'ក្រចេះ'],
  ['mondulkiri', 'Mondulkiri', 'មណ្ឌលគិរី'],
  ['oddar-meanchey', 'Oddar Meanchey', 'ឧត្ដរមានជ័យ'],
  ['pailin', 'Pailin', 'ប៉ៃលិន'],
  ['phnom-penh', 'Phnom Penh', 'ភ្នំពេញ'],
  ['preah-sihanouk', 'Preah Sihanouk', 'ព្រះសីហនុ'],
  ['preah-vihear', 'Preah Vihear', 'ព្រះវិហារ'],
  ['prey-veng', 'Prey Veng', 'ព្រៃវែង'],
  ['pursat', 'Pursat', 'ពោធិ៍សាត់'],
  ['ratanakiri', 'Ratanakiri', 'រតនគិរី'],
  ['siem-reap', 'Siem Reap', 'សៀមរាប'],
  ['stung-treng', 'Stung Treng', 'ស្ទឹងត្រែង'],
  ['svay-rieng', 'Svay Rieng', 'ស្វាយរៀង'],
  ['takeo', 'Takeo', 'តាកែវ'],
  ['tboung-khmum', 'Tboung Khmum', 'ត្បូងឃ្មុំ'],
];

/** The first site: Cambodia. */
export const SITE: Site = {
  languages: ['km', 'en'],
  timeZone: 'Asia/Phnom_Penh',
  provinces: PROVINCES.map(([id, en, km]) => ({ id, name: { en, km } })),
};
