import { type ComponentType, type ReactNode, useState } from 'react';
import { useWords } from '../i18n/words.ts';

/** What was wanted could not be loaded. */
function Unloaded({ className }: { className?: string }): ReactNode {
  const { t } = useWords();
  return (
    <p className={className} role="alert">
      {t('state.offline')}
    </p>
  );
}

/** A part of a page whose script is loaded when somebody opens it. @returns the part, null while it is closed, and what opens and closes it. */
export function useOnDemand<P extends object>(load: () => Promise<ComponentType<P>>): [Part: ComponentType<P & { className?: string }> | null, toggle: () => void] {
  const [Part, setPart] = useState<ComponentType<P> | null>(null);
  const toggle = async (): Promise<void> => {
    const Next = Part ? null : await load().catch(() => Unloaded);
    setPart(() => Next);
  };
  return [Part, () => void toggle()];
}
