/** The access token: kept by this tab alone, until the tab is closed or somebody signs out. */
const KEY = 'entente.token';
const listeners = new Set<() => void>();

export function token(): string | null {
  return sessionStorage.getItem(KEY);
}

export function keepToken(text: string): void {
  sessionStorage.setItem(KEY, text);
  listeners.forEach((tell) => tell());
}

export function forgetToken(): void {
  sessionStorage.removeItem(KEY);
  listeners.forEach((tell) => tell());
}

export function onTokenChange(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
