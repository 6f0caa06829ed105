import { PAGES } from './pages';

const LETTERS: Record<(typeof PAGES)[number]['path'], string> = {
  '/': 'o',
  '/gateways': 'g',
  '/estate': 'e',
  '/policies': 'p',
  '/fidelity': 'f',
  '/plans': 'l',
  '/drift': 'd',
  '/traffic': 't',
  '/activity': 'a',
  '/tokens': 'k',
};

/** Every shortcut and what it does. */
export const SHORTCUTS = [...PAGES.map(({ path, title }) => ({ keys: `g ${LETTERS[path]}`, title })), { keys: '?', title: 'These keys' }];

/** The page that two keys after each other lead to. */
export function pageOf(first: string, second: string): string | undefined {
  return first === 'g' ? PAGES.find(({ path }) => LETTERS[path] === second)?.path : undefined;
}
