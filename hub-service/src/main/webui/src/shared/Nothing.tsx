import { ClipboardCopy, EmptyState, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core';
import type { ReactNode } from 'react';

interface Props {
  title: string;
  children: ReactNode;
  /** What to run next. */
  next?: string;
}

/** Says that there is nothing, why, and what comes next. */
export function Nothing({ title, children, next }: Props) {
  return (
    <EmptyState titleText={title} headingLevel="h2" variant="sm">
      <EmptyStateBody>{children}</EmptyStateBody>
      {next && (
        <EmptyStateFooter>
          <ClipboardCopy isReadOnly isCode hoverTip="Copy" clickTip="Copied" textAriaLabel="Command">
            {next}
          </ClipboardCopy>
        </EmptyStateFooter>
      )}
    </EmptyState>
  );
}
