import { Component, type ReactNode } from 'react';

interface Props {
  /** Changes with the address: another page gets another chance. */
  at: string;
  /** Shown instead of what broke. */
  fallback: ReactNode;
  children: ReactNode;
}

interface State {
  at: string;
  broken: boolean;
}

/** Puts words in the place of a screen that broke. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { at: this.props.at, broken: false };

  static getDerivedStateFromError(): Partial<State> {
    return { broken: true };
  }

  static getDerivedStateFromProps({ at }: Props, state: State): State | null {
    return at === state.at ? null : { at, broken: false };
  }

  override render(): ReactNode {
    return this.state.broken ? this.props.fallback : this.props.children;
  }
}
