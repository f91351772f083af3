import { Component, type ReactNode } from 'react';

interface Props {
  /** Shown instead of what broke. */
  fallback: ReactNode;
  children: ReactNode;
}

/** Puts words in the place of a screen that broke. Give it the address as `key`: another page gets another chance. */
export class ErrorBoundary extends Component<Props, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? this.props.fallback : this.props.children;
  }
}
