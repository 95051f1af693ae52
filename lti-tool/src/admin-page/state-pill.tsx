import type { VNode } from 'preact';
import type { Text } from '@buitenboord/shared/text/text.js';

export type PlatformState = 'pending' | 'active' | 'inactive';

/** Whether a platform is let in: a word with a shape. */
export function StatePill({ text, state }: { text: Text; state: PlatformState }): VNode {
  switch (state) {
    case 'active':
      return <span class="pill good">{text('admin.platform.active')}</span>;
    case 'pending':
      return <span class="pill wait">{text('admin.platform.pending')}</span>;
    case 'inactive':
      return <span class="pill">{text('platforms.inactive')}</span>;
  }
}
