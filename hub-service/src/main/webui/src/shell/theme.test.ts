import { expect, it } from 'vitest';
import { isDark, keptTheme } from './theme';

it('the theme follows the system until somebody chooses', () => {
  expect([isDark('system', true), isDark('system', false), isDark('light', true), isDark('dark', false)]).toEqual([true, false, false, true]);
});

it('only a theme that there is was chosen', () => {
  localStorage.setItem('entente.theme', 'pink');
  expect(keptTheme()).toBe('system');
  localStorage.setItem('entente.theme', 'dark');
  expect(keptTheme()).toBe('dark');
});
