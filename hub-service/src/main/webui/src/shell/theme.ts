import { useEffect, useState, useSyncExternalStore } from 'react';

export type Theme = 'system' | 'light' | 'dark';

const KEY = 'entente.theme';
const CLASS = 'pf-v6-theme-dark';

export function keptTheme(): Theme {
  const kept = localStorage.getItem(KEY);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

export function isDark(theme: Theme, systemIsDark: boolean): boolean {
  return theme === 'dark' || (theme === 'system' && systemIsDark);
}

const system = () => window.matchMedia('(prefers-color-scheme: dark)');

function onSystemChange(tell: () => void): () => void {
  const query = system();
  query.addEventListener('change', tell);
  return () => query.removeEventListener('change', tell);
}

/** The theme as chosen, and whether it is dark now; follows the system until somebody chooses. */
export function useTheme() {
  const [theme, setTheme] = useState(keptTheme);
  const systemIsDark = useSyncExternalStore(onSystemChange, () => system().matches);
  const dark = isDark(theme, systemIsDark);
  useEffect(() => {
    document.documentElement.classList.toggle(CLASS, dark);
  }, [dark]);
  const choose = (next: Theme) => {
    if (next === 'system') {
      localStorage.removeItem(KEY);
    } else {
      localStorage.setItem(KEY, next);
    }
    setTheme(next);
  };
  return { theme, dark, choose };
}
