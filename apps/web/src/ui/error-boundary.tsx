import { Component, type ReactNode } from 'react';

interface Props {
  /** Changes with the address: another page gets another chance. */
  at: string;
  /** Shown instead of what broke. */
  fallback: ReactNode;
  children: ReactNode;
}

/** Puts words in the place of a screen that broke. */
export class ErrorBoundary extends Component<Props, { brokenAt: string | null }> {
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
    return this.state.brokenAt === null ? this.props.children : this.props.fallback;
  }
}
