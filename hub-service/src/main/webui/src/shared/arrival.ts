let last: string | undefined;

/**
 * Puts the focus on a page's heading when somebody came to it from another page, so that a screen
 * reader tells where they are and the keyboard goes on from there. The first page is left alone:
 * there the skip link comes first.
 */
export function arrived(path: string, heading: HTMLElement | null): void {
  const from = last;
  last = path;
  if (from !== undefined && from !== path) {
    heading?.focus({ preventScroll: true });
    window.scrollTo?.(0, 0);
  }
}
