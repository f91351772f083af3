import { Component, type ReactNode } from 'react';
import { useWords } from '../i18n/words.ts';
import { Message } from './message.tsx';

function Broken(): ReactNode {
  const { t } = useWords();
  return (
    <Message title={t('state.broken')} text={t('state.brokenText')}>
      <button type="button" onClick={() => location.reload()}>
        {t('state.reload')}
      </button>
    </Message>
  );
}

/** Keeps a fault in one screen from taking the help numbers and the exit with it. `at` changes with the address. */
export class ErrorBoundary extends Component<{ at: string; children: ReactNode }, { brokenAt: string | null }> {
  override state: { brokenAt: string | null } = { brokenAt: null };

  override componentDidCatch(): void {
    this.setState({ brokenAt: this.props.at });
  }

  static getDerivedStateFromError(): { brokenAt: string } {
    return { brokenAt: '' };
  }

  override componentDidUpdate(before: { at: string }): void {
    if (before.at !== this.props.at && this.state.brokenAt !== null) this.setState({ brokenAt: null });
  }

  override render(): ReactNode {
    return this.state.brokenAt === null ? this.props.children : <Broken />;
  }
}
