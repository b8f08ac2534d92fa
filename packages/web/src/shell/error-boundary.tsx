import { Component } from 'react';
import type { ReactNode } from 'react';
import { Trouble } from './states.tsx';

interface Props {
  readonly children: ReactNode;
}

/** A fault of one page leaves the rest of the console standing. */
export class ErrorBoundary extends Component<Props, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return <Trouble error={this.state.error} retry={() => this.setState({ error: null })} />;
  }
}
