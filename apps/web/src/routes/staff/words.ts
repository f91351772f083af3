import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type en from '../../i18n/staff/en.json';

export type StaffKey = keyof typeof en;

const FILES: Record<string, () => Promise<{ default: typeof en }>> = {
  km: () => import('../../i18n/staff/km.json'),
  en: () => import('../../i18n/staff/en.json'),
};

/** The words of the staff side in the present language; `ready` is false until they have come. */
export function useStaffWords(): { ready: boolean; t: (key: StaffKey, values?: Record<string, string | number>) => string; lang: string } {
  const { i18n, t } = useTranslation('staff');
  const lang = i18n.language;
  const [loaded, setLoaded] = useState('');
  useEffect(() => {
    let wanted = true;
    void (FILES[lang] ?? FILES.en)?.().then((file) => {
      i18n.addResourceBundle(lang, 'staff', file.default);
      if (wanted) setLoaded(lang);
    });
    return () => {
      wanted = false;
    };
  }, [i18n, lang]);
  return { ready: loaded !== '', t: (key, values) => t(key, { ...values }), lang };
}
